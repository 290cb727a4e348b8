/** What is read off values, and what their methods give. */
import { methodsNamed } from "../../frameworks/lookup.ts";
import type { Site } from "./calls.ts";
import { baseNames, isFunctional, orderOf } from "./classes.ts";
import type { Interpreter } from "./interpreter.ts";
import { sequentials, trainStates } from "./layers.ts";
import { modelMethods, operationOfMethod } from "./operations.ts";
import { qualified } from "./scopes.ts";
import {
  unknown,
  withoutSize,
  type Arguments,
  type ClassValue,
  type Given,
  type InstanceValue,
  type Value,
} from "./value.ts";

export class Members {
  readonly #run: Interpreter;

  constructor(run: Interpreter) {
    this.#run = run;
  }

  memberOf(object: Value, name: string): Value {
    switch (object.kind) {
      case "qualified":
        return qualified(object.name, name);
      case "instance": {
        const isApplied = name === "apply" && isFunctional(object.of);
        return this.#attribute(object, name) ?? (isApplied ? { kind: "method", object, name } : unknown);
      }
      case "record":
        return object.fields.get(name) ?? unknown;
      case "pretrained":
        return object.store.get(name) ?? unknown;
      case "super":
        return this.inherited(object.self, name, object.after) ?? unknown;
      case "class":
        return this.#inClass(object, name) ?? unknown;
      case "tensor":
        if (name === "data") return object;
        return name === "T" || name === "mT" ? withoutSize(object) : unknown;
      case "activation":
      case "bound":
      case "constant":
      case "function":
      case "metric":
      case "method":
      case "differentiated":
      case "gap":
      case "layer":
      case "list":
      case "dictionary":
      case "loss":
      case "model":
      case "partial":
      case "sequential":
      case "tuple":
      case "unknown":
        return unknown;
    }
  }

  #attribute(object: InstanceValue, name: string): Value | undefined {
    return object.store.get(name) ?? this.inherited(object, name);
  }

  /** @param after where in the order of the classes to start: behind this one */
  inherited(self: InstanceValue, name: string, after?: ClassValue): Value | undefined {
    const order = orderOf(self.of);
    for (const found of order.slice(after ? order.indexOf(after) + 1 : 0)) {
      const value = found.store.get(name);
      if (value?.kind === "function") return { kind: "bound", function: value, self };
      if (value) return value;
    }
    return undefined;
  }

  #inClass(found: ClassValue, name: string): Value | undefined {
    return orderOf(found)
      .map(({ store }) => store.get(name))
      .find((value) => value !== undefined);
  }

  call(object: Value, name: string, given: Arguments, site: Site): Value {
    switch (object.kind) {
      case "qualified":
        return this.#run.calls.call(qualified(object.name, name), given, site);
      case "super":
        return this.#callSuper(object, name, given);
      case "instance":
        return this.#callOnInstance(object, name, given, site);
      case "sequential":
        return this.#run.containers.callOnSequential(object, name, given, site);
      case "dictionary":
        return this.#run.dictionaries.call(object, name, given);
      case "list":
        return this.#run.containers.callOnList(object.store, name, given);
      case "model":
        if (name === "compile") this.#run.lossUses.compile(object, object.place, given, site);
        return unknown;
      case "class":
        if (name === "create" && baseNames(object).some((base) => trainStates.has(base))) {
          return recordOf(given);
        }
        return this.#run.calls.call(this.memberOf(object, name), given, site);
      case "record": {
        const field = object.fields.get(name);
        if (field) return this.#run.calls.call(field, given, site);
        // Other parameters, the same fields else.
        return name === "apply_gradients" || name === "replace" ? object : unknown;
      }
      case "layer":
      case "activation":
      case "loss":
      case "pretrained":
        if (name === "forward" || name === "__call__") return this.#run.calls.call(object, given, site);
        return modelMethods.has(name) ? object : unknown;
      case "tensor":
      case "unknown":
        return this.#callOnTensor(object, name, given, site);
      case "bound":
      case "constant":
      case "differentiated":
      case "function":
      case "metric":
      case "method":
      case "gap":
      case "partial":
      case "tuple":
        return unknown;
    }
  }

  #callSuper(object: Extract<Value, { kind: "super" }>, name: string, given: Arguments): Value {
    const method = this.inherited(object.self, name, object.after);
    if (method) return this.#run.calls.call(method, given, { place: object.self.place });
    // `class Block(nn.Sequential)` gives its layers to the constructor.
    if (name === "__init__" && baseNames(object.self.of).some((base) => sequentials.has(base))) {
      this.#run.state.write(object.self.store, "items", {
        kind: "tuple",
        items: this.#run.containers.layersIn(given),
      });
    }
    return unknown;
  }

  #callOnInstance(object: InstanceValue, name: string, given: Arguments, site: Site): Value {
    const known = this.#attribute(object, name);
    if (known) return this.#run.calls.call(known, given, site);
    if (name === "compile") {
      this.#run.lossUses.compile(object, object.place, given, site);
      return unknown;
    }
    if (name === "apply" && isFunctional(object.of)) return this.callFunctional(object, given, site);
    return modelMethods.has(name) ? object : unknown;
  }

  /** Flax: the variables come first, and with `mutable` they are given back as well. */
  callFunctional(object: Value, given: Arguments, site: Site): Value {
    if (given.keywords.has("method")) return unknown;
    const result = this.#run.calls.call(object, { ...given, positional: given.positional.slice(1) }, site);
    return given.keywords.has("mutable") ? { kind: "tuple", items: [result, unknown] } : result;
  }

  #callOnTensor(object: Value, name: string, given: Arguments, site: Site): Value {
    if (object.kind === "unknown" && object.from !== undefined && modelMethods.has(name)) return object;
    const place = site.object ?? site.place;
    const self: Given = { value: object, place, whole: place };
    const withSelf = { ...given, positional: [self, ...given.positional] };
    const operation = operationOfMethod(name);
    if (operation && (object.kind === "tensor" || operation !== "pass")) {
      return this.#run.application.operation(operation, name, withSelf, site);
    }
    if (name === "max" && object.kind === "tensor" && given.positional.length + given.keywords.size > 0) {
      return this.#run.calls.largest(withSelf, site);
    }
    const use = site.token && this.#run.useEndingAt(site.token);
    if (use?.kind === "method" && methodsNamed(name).length > 0) {
      return this.#run.application.activation(
        this.#run.making.activationUsed(use, site.token, site.place),
        self,
        site,
      );
    }
    // An attribute of something unknown may hold an activation all the same.
    return object.kind === "unknown" ? this.#run.calls.callUnknown(given, site) : unknown;
  }
}

/** What is created with these fields. */
export function recordOf({ keywords }: Arguments): Value {
  return { kind: "record", fields: new Map([...keywords].map(([name, { value }]) => [name, value])) };
}
