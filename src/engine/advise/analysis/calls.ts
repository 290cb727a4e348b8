/** What calls give, by what is called. */
import { type FrameworkSpelling, rootModules } from "../../frameworks/index.ts";
import { firstSegment, lastSegment, slotsOf, spellingNamed } from "../../frameworks/lookup.ts";
import type { Place } from "../place.ts";
import { argumentNamed, together, withFirst } from "./arguments.ts";
import type { Interpreter } from "./interpreter.ts";
import {
  differentiations,
  functionalModels,
  headOf,
  layerLists,
  layerNamed,
  sequentials,
  wrappers,
  layerDictionaries,
  trainStates,
  type LayerRow,
} from "./layers.ts";
import { lossNamed } from "./losses.ts";
import { recordOf } from "./members.ts";
import { operationNamed } from "./operations.ts";
import { gap, unknown, anyTensor, type Arguments, type Given, type Scope, type Value } from "./value.ts";

/** Where a call stands. */
export interface Site {
  /** All of it. */
  readonly place: Place;
  /** The last segment of what is called; absent where no call is written, as in a `Sequential`. */
  readonly token?: Place;
  /** Of a method: what stands before the dot. */
  readonly object?: Place;
}

export class Calls {
  readonly #run: Interpreter;

  constructor(run: Interpreter) {
    this.#run = run;
  }

  call(callee: Value, given: Arguments, site: Site): Value {
    switch (callee.kind) {
      case "qualified":
        return this.#callQualified(callee.name, given, site);
      case "function":
        return this.#run.functions.call(callee, given);
      case "bound":
        return this.#run.functions.call(callee.function, withFirst(callee.self, given));
      case "method":
        return this.#run.members.call(callee.object, callee.name, given, site);
      case "partial":
        return this.call(callee.callee, together(callee.given, given), site);
      case "differentiated": {
        const value = this.call(callee.of, given, site);
        return callee.hasValue ? { kind: "tuple", items: [value, unknown] } : unknown;
      }
      case "class":
        return this.#run.instances.make(callee, given, site.place);
      case "instance":
        return this.#run.instances.call(callee, given, site);
      case "layer":
        return this.#run.application.layer(callee.layer, given, site);
      case "activation":
        return this.#run.application.activation(callee.activation, given.positional[0], site);
      case "sequential":
        return this.#run.containers.apply(callee, given.positional[0], site);
      case "model":
        return callee.outputs;
      case "pretrained": {
        const head = callee.store.get(callee.head);
        return head ? this.call(head, { ...given, positional: [anyGiven(site.place)] }, site) : unknown;
      }
      case "loss":
        return this.#run.lossUses.compute(callee.loss, given, site);
      case "constant":
      case "metric":
      case "gap":
      case "list":
      case "dictionary":
      case "record":
      case "super":
      case "tensor":
      case "tuple":
        return this.callUnknown(given, site);
      case "unknown": {
        const value = this.callUnknown(given, site);
        return value.kind === "unknown" ? callee : value;
      }
    }
  }

  /** Detection may know what a name holds that is not known here. */
  callUnknown(given: Arguments, site: Site): Value {
    const use = site.token && this.#run.useEndingAt(site.token);
    if (!use || use.certainty !== "resolved" || use.kind !== "attribute_use") return unknown;
    const activation = this.#run.making.activationUsed(use, site.token, site.place);
    return this.#run.application.activation(activation, given.positional[0], site);
  }

  #callQualified(name: string, given: Arguments, site: Site): Value {
    const [first] = given.positional;
    if (name === "functools.partial") {
      if (!first) return unknown;
      const rest = { ...given, positional: given.positional.slice(1) };
      return { kind: "partial", callee: first.value, given: rest };
    }
    if (sequentials.has(name)) return this.#run.containers.make(name, given, site.place);
    if (layerLists.has(name)) {
      return this.#run.lists.of((first && this.#run.lists.itemsOf(first.value)) ?? (first ? [gap] : []));
    }
    if (layerDictionaries.has(name)) {
      return first?.value.kind === "dictionary"
        ? first.value
        : this.#run.dictionaries.of(first ? undefined : []);
    }
    if (functionalModels.has(name)) {
      const outputs = given.keywords.get("outputs") ?? given.positional[1];
      return outputs ? { kind: "model", outputs: outputs.value, place: site.place } : unknown;
    }
    const differentiation = differentiations.get(name);
    if (differentiation) {
      const of = argumentNamed(given, differentiation.argument, differentiation.position)?.value ?? unknown;
      return { kind: "differentiated", of, hasValue: differentiation.hasValue };
    }
    if (name.endsWith(".create") && trainStates.has(name.slice(0, -".create".length))) return recordOf(given);
    if (wrappers.has(name) || name === "collections.OrderedDict") return first?.value ?? unknown;
    if (name === "keras.Input" || name === "keras.layers.Input") return anyTensor;
    const head = headOf(name);
    if (head !== undefined) return { kind: "pretrained", head, store: new Map() };
    const loss = lossNamed(name);
    if (loss) return this.#run.lossUses.call(loss, given, site);
    const operation = operationNamed(name);
    if (operation) return this.#run.application.operation(operation, name, given, site);
    if ((name === "torch.max" || name === "torch.min") && given.positional.length + given.keywords.size > 1) {
      return this.largest(given, site);
    }
    const spelling = spellingNamed(name);
    if (spelling) return this.#callSpelling(spelling, given, site);
    const layer = layerNamed(name);
    if (layer?.input !== undefined) return this.#callLayer(layer, layer.input, given, site);
    if (layer) return { kind: "layer", layer: this.#run.making.layer(layer, given, site) };
    if (name.startsWith("keras.metrics.")) {
      return { kind: "metric", name, given: [...given.keywords.keys()], place: site.place };
    }
    return (
      this.#madeFromString(name, given, site) ??
      (isForeignClass(name) ? { kind: "unknown", from: name } : unknown)
    );
  }

  /** A function that makes a layer and applies it at once. */
  #callLayer(row: LayerRow, input: string, given: Arguments, site: Site): Value {
    const layer = this.#run.making.layer(row, given, site);
    const argument = argumentNamed(given, input, 0);
    const applied = { ...given, positional: argument ? [argument] : [] };
    return this.#run.application.layer(layer, applied, site);
  }

  /** `_, predicted = torch.max(x, 1)` */
  largest(given: Arguments, site: Site): Value {
    const argmax = this.#run.application.operation("argmax", "torch.argmax", given, site);
    return { kind: "tuple", items: [unknown, argmax] };
  }

  #callSpelling(found: FrameworkSpelling, given: Arguments, site: Site): Value {
    const { spelling } = found;
    const activation = this.#run.making.activationOf(found, site.token ?? site.place, site.place);
    if (spelling.form === "module") return { kind: "activation", activation };
    if (spelling.form !== "function") return unknown;
    const input = spelling.params.find(({ mapsTo }) => mapsTo === "x");
    const argument = input && argumentNamed(given, input.name, input.position ?? 0);
    return this.#run.application.activation(activation, argument, site);
  }

  /** `Activation("relu")`, `activations.get("relu")` */
  #madeFromString(owner: string, given: Arguments, site: Site): Value | undefined {
    const found = slotsOf(owner).find(({ slot }) => slot.gives === "callable");
    const argument = found && argumentNamed(given, found.slot.argument, found.slot.position);
    if (!argument) return undefined;
    const activation = this.#run.making.activationGiven(owner, found.slot.argument, argument);
    return activation ? { kind: "activation", activation: { ...activation, place: site.place } } : unknown;
  }

  builtin(name: string, given: Arguments, scope: Scope): Value {
    const [first] = given.positional;
    switch (name) {
      case "super":
        return scope.self?.kind === "instance" && scope.owner
          ? { kind: "super", self: scope.self, after: scope.owner }
          : unknown;
      case "list":
        return this.#run.lists.of(first ? (this.#run.lists.itemsOf(first.value) ?? [gap]) : []);
      case "tuple": {
        const items = first && this.#run.lists.itemsOf(first.value);
        return items ? { kind: "tuple", items } : unknown;
      }
      case "dict": {
        const named = [...given.keywords].map(([key, { value }]) => [key, value] as const);
        return this.#run.dictionaries.of(first || given.hasMore ? undefined : named);
      }
      case "len": {
        const items = first && this.#run.lists.itemsOf(first.value);
        return items && !items.includes(gap) ? { kind: "constant", value: items.length } : unknown;
      }
      case "range":
        return this.#run.loops.range(given);
      case "round": {
        const place = first?.place;
        if (place) this.#run.application.operation("round", "round", given, { place, token: place });
        return unknown;
      }
      default:
        return unknown;
    }
  }
}

/** Whether it is a class that no framework has. */
function isForeignClass(name: string): boolean {
  return /^[A-Z]/.test(lastSegment(name)) && name.includes(".") && !rootModules.includes(firstSegment(name));
}

function anyGiven(place: Place): Given {
  return { value: anyTensor, place, whole: place };
}
