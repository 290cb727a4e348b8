/** What calls give, by what is called. */
import { methodsNamed, slotsOf, spellingNamed, stringSpelling } from "../../frameworks/lookup.ts";
import type { FrameworkSpelling, Spelling } from "../../frameworks/index.ts";
import { type ActivationFunction, functionById } from "../../functions/index.ts";
import { ownAttributes } from "./bound-names.ts";
import { domainOf } from "./domain.ts";
import type { Metric } from "./facts.ts";
import { argumentNamed, settingsOf, together, unknownArguments, withFirst } from "./arguments.ts";
import { baseNames, isFunctional, orderOf } from "./classes.ts";
import type { Interpreter } from "./interpreter.ts";
import { functionalModels, layerLists, layerNamed, sequentials, wrappers } from "./layers.ts";
import type { LayerRow } from "./layers.ts";
import { type LossRow, lossNamed, lossString } from "./losses.ts";
import { type OperationKind, modelMethods, operationNamed, operationOfMethod } from "./operations.ts";
import type { Place } from "../place.ts";
import {
  type Activation,
  type Arguments,
  type ClassValue,
  type Given,
  type InstanceValue,
  type Layer,
  type Loss,
  type Operation,
  type Scope,
  type SequentialValue,
  type Settings,
  type Store,
  type Tensor,
  type Value,
  gap,
  unknown,
  withoutSize,
} from "./value.ts";

/** Where a call stands. */
export interface Site {
  /** All of it. */
  readonly place: Place;
  /** The last segment of what is called; absent where no call is written, as in a `Sequential`. */
  readonly token?: Place;
  /** Of a method: what stands before the dot. */
  readonly object?: Place;
}

const anyTensor: Tensor = { kind: "tensor", domain: "unknown" };

export class Calls {
  readonly #interpreter: Interpreter;
  /** Sequential models and layers that were made, and which of them were applied to something. */
  readonly #made: SequentialValue[] = [];
  readonly #applied = new Set<Store>();
  readonly #instances = new Map<ClassValue, InstanceValue>();

  constructor(interpreter: Interpreter) {
    this.#interpreter = interpreter;
  }

  // --- By what is called ---

  call(callee: Value, given: Arguments, site: Site): Value {
    switch (callee.kind) {
      case "qualified":
        return this.#callQualified(callee.name, given, site);
      case "function":
        return this.#interpreter.callFunction(callee, given);
      case "bound":
        return this.#interpreter.callFunction(callee.function, withFirst(callee.self, given));
      case "partial":
        return this.call(callee.callee, together(callee.given, given), site);
      case "class":
        return this.#construct(callee, given, site.place);
      case "instance":
        return this.#callInstance(callee, given, site);
      case "layer":
        return this.#applyLayer(callee.layer, given, site);
      case "activation":
        return this.#applyActivation(callee.activation, given.positional[0], site);
      case "sequential":
        return this.#applySequential(callee, given.positional[0], site);
      case "model":
        return callee.outputs;
      case "loss":
        return this.#computeLoss(callee.loss, given, site);
      case "constant":
      case "metric":
      case "gap":
      case "list":
      case "super":
      case "tensor":
      case "tuple":
      case "unknown":
        return this.#callUnknown(given, site);
    }
  }

  /** Detection may know what a name holds that is not known here. */
  #callUnknown(given: Arguments, site: Site): Value {
    const use = site.token && this.#interpreter.useEndingAt(site.token);
    if (!use || use.certainty !== "resolved" || use.kind !== "attribute_use") return unknown;
    const activation = this.#activation(use, site.token, site.place);
    return this.#applyActivation(activation, given.positional[0], site);
  }

  #callQualified(name: string, given: Arguments, site: Site): Value {
    const [first] = given.positional;
    if (name === "functools.partial") {
      if (!first) return unknown;
      const rest = { ...given, positional: given.positional.slice(1) };
      return { kind: "partial", callee: first.value, given: rest };
    }
    if (sequentials.has(name)) return this.#makeSequential(name, given, site.place);
    if (layerLists.has(name)) {
      return this.#interpreter.listOf(
        (first && this.#interpreter.itemsOf(first.value)) ?? (first ? [gap] : []),
      );
    }
    if (functionalModels.has(name)) {
      const outputs = given.keywords.get("outputs") ?? given.positional[1];
      return outputs ? { kind: "model", outputs: outputs.value, place: site.place } : unknown;
    }
    if (wrappers.has(name) || name === "collections.OrderedDict") return first?.value ?? unknown;
    if (name === "keras.Input" || name === "keras.layers.Input") return anyTensor;
    const loss = lossNamed(name);
    if (loss) return this.#callLoss(loss, given, site);
    const operation = operationNamed(name);
    if (operation) return this.#applyOperation(operation, name, given, site);
    if ((name === "torch.max" || name === "torch.min") && given.positional.length + given.keywords.size > 1) {
      return this.#largest(given, site);
    }
    const spelling = spellingNamed(name);
    if (spelling) return this.#callSpelling(spelling, given, site);
    const layer = layerNamed(name);
    if (layer) return this.#makeLayer(layer, given, site);
    if (name.startsWith("keras.metrics.")) {
      return { kind: "metric", name, given: [...given.keywords.keys()], place: site.place };
    }
    return this.#madeFromString(name, given, site) ?? unknown;
  }

  /** `_, predicted = torch.max(x, 1)` */
  #largest(given: Arguments, site: Site): Value {
    const argmax = this.#applyOperation("argmax", "torch.argmax", given, site);
    return { kind: "tuple", items: [unknown, argmax] };
  }

  #callSpelling(found: FrameworkSpelling, given: Arguments, site: Site): Value {
    const { spelling } = found;
    const activation = this.#activationOf(found, site.token ?? site.place, site.place);
    if (spelling.form === "module") return { kind: "activation", activation };
    if (spelling.form !== "function") return unknown;
    const input = spelling.params.find(({ mapsTo }) => mapsTo === "x");
    const argument = input && argumentNamed(given, input.name, input.position ?? 0);
    return this.#applyActivation(activation, argument, site);
  }

  /** `Activation("relu")`, `activations.get("relu")` */
  #madeFromString(owner: string, given: Arguments, site: Site): Value | undefined {
    const found = slotsOf(owner).find(({ slot }) => slot.gives === "callable");
    const argument = found && argumentNamed(given, found.slot.argument, found.slot.position);
    if (!argument) return undefined;
    const activation = this.#activationGiven(owner, found.slot.argument, argument);
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
        return this.#interpreter.listOf(first ? (this.#interpreter.itemsOf(first.value) ?? [gap]) : []);
      case "tuple": {
        const items = first && this.#interpreter.itemsOf(first.value);
        return items ? { kind: "tuple", items } : unknown;
      }
      case "round": {
        const place = first?.place;
        if (place) this.#applyOperation("round", "round", given, { place, token: place });
        return unknown;
      }
      default:
        return unknown;
    }
  }

  // --- Members ---

  memberOf(object: Value, name: string): Value {
    switch (object.kind) {
      case "qualified":
        return this.#interpreter.qualified(object.name, name);
      case "instance":
        return this.#attribute(object, name) ?? unknown;
      case "super":
        return this.#inherited(object.self, name, object.after) ?? unknown;
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
      case "gap":
      case "layer":
      case "list":
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
    return object.store.get(name) ?? this.#inherited(object, name);
  }

  /** @param after where in the order of the classes to start: behind this one */
  #inherited(self: InstanceValue, name: string, after?: ClassValue): Value | undefined {
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

  callMember(object: Value, name: string, given: Arguments, site: Site): Value {
    switch (object.kind) {
      case "qualified":
        return this.call(this.#interpreter.qualified(object.name, name), given, site);
      case "super":
        return this.#callSuper(object, name, given);
      case "instance":
        return this.#callOnInstance(object, name, given, site);
      case "sequential":
        return this.#callOnSequential(object, name, given, site);
      case "list":
        return this.#callOnList(object.store, name, given);
      case "model":
        if (name === "compile") this.#compile(object, object.place, given, site);
        return unknown;
      case "class":
        return this.call(this.memberOf(object, name), given, site);
      case "layer":
      case "activation":
      case "loss":
        if (name === "forward" || name === "__call__") return this.call(object, given, site);
        return modelMethods.has(name) ? object : unknown;
      case "tensor":
      case "unknown":
        return this.#callOnTensor(object, name, given, site);
      case "bound":
      case "constant":
      case "function":
      case "metric":
      case "gap":
      case "partial":
      case "tuple":
        return unknown;
    }
  }

  #callSuper(object: Extract<Value, { kind: "super" }>, name: string, given: Arguments): Value {
    const method = this.#inherited(object.self, name, object.after);
    if (method) return this.call(method, given, { place: object.self.place });
    // `class Block(nn.Sequential)` gives its layers to the constructor.
    if (name === "__init__" && baseNames(object.self.of).some((base) => sequentials.has(base))) {
      this.#interpreter.state.write(object.self.store, "items", {
        kind: "tuple",
        items: this.#layersIn(given),
      });
    }
    return unknown;
  }

  #callOnInstance(object: InstanceValue, name: string, given: Arguments, site: Site): Value {
    const known = this.#attribute(object, name);
    if (known) return this.call(known, given, site);
    if (name === "compile") {
      this.#compile(object, object.place, given, site);
      return unknown;
    }
    if (name === "apply" && isFunctional(object.of)) return this.#callFunctional(object, given, site);
    return modelMethods.has(name) ? object : unknown;
  }

  /** Flax: the variables come first, and with `mutable` they are given back as well. */
  #callFunctional(object: Value, given: Arguments, site: Site): Value {
    if (given.keywords.has("method")) return unknown;
    const result = this.call(object, { ...given, positional: given.positional.slice(1) }, site);
    return given.keywords.has("mutable") ? { kind: "tuple", items: [result, unknown] } : result;
  }

  #callOnSequential(object: SequentialValue, name: string, given: Arguments, site: Site): Value {
    const { store } = object;
    const added = name === "add_module" ? given.positional[1] : given.positional[0];
    switch (name) {
      case "add":
      case "append":
      case "add_module":
        this.#interpreter.append(store, [added ? this.#placed(added) : gap]);
        return name === "append" ? object : unknown;
      case "forward":
      case "__call__":
      case "call":
        return this.call(object, given, site);
      case "compile":
        this.#compile(object, object.place, given, site);
        return unknown;
      case "apply":
        return object.name.startsWith("flax.") ? this.#callFunctional(object, given, site) : object;
      case "pop":
      case "insert":
      case "extend":
      case "load_weights":
        if (name !== "load_weights") this.#interpreter.state.write(store, "items", unknown);
        return unknown;
      default:
        return modelMethods.has(name) ? object : unknown;
    }
  }

  #callOnList(store: Store, name: string, given: Arguments): Value {
    const [first] = given.positional;
    if (name === "append" && first) this.#interpreter.append(store, [this.#placed(first)]);
    else if (name === "extend") {
      this.#interpreter.append(store, (first && this.#interpreter.itemsOf(first.value)) ?? [gap]);
    } else if (name !== "index" && name !== "copy") this.#interpreter.state.write(store, "items", unknown);
    return unknown;
  }

  #callOnTensor(object: Value, name: string, given: Arguments, site: Site): Value {
    const place = site.object ?? site.place;
    const self: Given = { value: object, place, whole: place };
    const withSelf = { ...given, positional: [self, ...given.positional] };
    const operation = operationOfMethod(name);
    if (operation && (object.kind === "tensor" || operation !== "pass")) {
      return this.#applyOperation(operation, name, withSelf, site);
    }
    if (name === "max" && object.kind === "tensor" && given.positional.length + given.keywords.size > 0) {
      return this.#largest(withSelf, site);
    }
    const use = site.token && this.#interpreter.useEndingAt(site.token);
    if (use?.kind === "method" && methodsNamed(name).length > 0) {
      return this.#applyActivation(this.#activation(use, site.token, site.place), self, site);
    }
    // An attribute of something unknown may hold an activation all the same.
    return object.kind === "unknown" ? this.#callUnknown(given, site) : unknown;
  }

  // --- Making ---

  #makeSequential(name: string, given: Arguments, place: Place): Value {
    const items: Value = { kind: "tuple", items: this.#layersIn(given) };
    const found: SequentialValue = { kind: "sequential", name, store: new Map(), place };
    this.#interpreter.state.write(found.store, "items", items);
    this.#made.push(found);
    return found;
  }

  /** Layers one by one, in a list, or with their names. */
  #layersIn({ positional, keywords }: Arguments): Value[] {
    const listed = keywords.get("layers") ?? (positional.length === 1 ? positional[0] : undefined);
    const items = listed && this.#interpreter.itemsOf(listed.value);
    if (!items) return positional.map((given) => this.#placed(given));
    return items.map((item) => {
      // `("fc1", nn.Linear(4, 2))` of an OrderedDict
      const named = item.kind === "tuple" && item.items.length === 2 ? item.items[1]! : item;
      return this.#asActivation(named);
    });
  }

  #placed({ value, place }: Given): Value {
    return this.#asActivation(value.kind === "qualified" ? { place, ...value } : value);
  }

  /** A function in a list of layers is known by where it stands there. */
  #asActivation(value: Value): Value {
    if (value.kind !== "qualified" || !value.place) return value;
    const found = spellingNamed(value.name);
    if (found?.spelling.form !== "function" || found.spelling.isArithmetic) return value;
    return { kind: "activation", activation: this.#activationOf(found, value.place, value.place) };
  }

  #makeLayer(row: LayerRow, given: Arguments, { place, token }: Site): Value {
    const settings = settingsOf(row.arguments, given);
    const units = row.units === undefined ? undefined : settings.get(row.units)?.value;
    const slot = slotsOf(row.name).find(({ slot: { argument } }) => argument === "activation")?.slot;
    const argument = slot && argumentNamed(given, slot.argument, slot.position);
    const activation = argument && this.#activationGiven(row.name, "activation", argument);
    const isNone = argument?.value.kind === "constant" && argument.value.value === null;
    const layer: Layer = {
      row,
      ...(typeof units === "number" ? { units } : {}),
      settings,
      ...(activation ? { activation } : {}),
      mayActivate: given.hasMore || (argument !== undefined && !activation && !isNone),
      token: token ?? place,
      place,
    };
    return { kind: "layer", layer };
  }

  /** What is given for an activation: a string, a function, or a layer that is one. */
  #activationGiven(owner: string, argument: string, { value, place, whole }: Given): Activation | undefined {
    if (value.kind === "activation") return { ...value.activation, whole };
    if (value.kind === "qualified") {
      const found = spellingNamed(value.name);
      if (!found || found.spelling.form === "method") return undefined;
      return { ...this.#activationOf(found, value.place ?? place, place), whole };
    }
    if (value.kind !== "constant" || typeof value.value !== "string") return undefined;
    const slot = slotsOf(owner).find((candidate) => candidate.slot.argument === argument);
    const spelling = slot && stringSpelling(slot, value.value);
    if (!spelling) return undefined;
    // A string that stands elsewhere is still the place to change.
    const token = value.place ?? place;
    return { ...this.#activationOf({ framework: slot.framework, spelling }, token, token), whole };
  }

  #activationOf({ framework, spelling }: FrameworkSpelling, token: Place, place: Place): Activation {
    const use = this.#interpreter.useEndingAt(token);
    if (use && use.spelling === spelling) return this.#activation(use, token, place);
    const axis = spelling.params.find(({ mapsTo }) => mapsTo === "axis")?.default ?? ownAxis(spelling);
    return {
      function: spelling.function,
      framework,
      name: spelling.name,
      form: spelling.form,
      values: spelling.fixed ?? {},
      ...(typeof axis === "number" ? { axis } : {}),
      token,
      place,
    };
  }

  #activation(
    use: NonNullable<ReturnType<Interpreter["useEndingAt"]>>,
    token: Place | undefined,
    place: Place,
  ): Activation {
    const { spelling, params, unknown: notKnown } = use;
    const parameter = spelling.params.find(({ mapsTo }) => mapsTo === "axis")?.name;
    const axis = parameter === undefined ? ownAxis(spelling) : params[parameter];
    const isAxis = typeof axis === "number" || (axis === null && !notKnown.includes(parameter!));
    return {
      function: use.function,
      framework: use.framework,
      name: spelling.name,
      form: spelling.form,
      values: use.values,
      ...(isAxis ? { axis } : parameter !== undefined && axis === undefined ? { axis: null } : {}),
      token: token ?? place,
      place,
    };
  }

  // --- Instances ---

  #construct(found: ClassValue, given: Arguments, place: Place): Value {
    const instance: InstanceValue = { kind: "instance", of: found, store: new Map(), place };
    if (!this.#instances.has(found)) this.#instances.set(found, instance);
    const start = this.#interpreter.calls;
    const initialise = this.#inherited(instance, "__init__");
    if (initialise) this.call(initialise, given, { place });
    else {
      this.#setFields(instance, given);
      if (baseNames(found).some((name) => sequentials.has(name))) {
        const items: Value = { kind: "tuple", items: this.#layersIn(given) };
        this.#interpreter.state.write(instance.store, "items", items);
      }
    }
    for (const name of ["setup", "build"]) {
      const method = this.#inherited(instance, name);
      if (method) this.call(method, unknownArguments([]), { place });
    }
    this.#forgetLater(instance, start);
    return instance;
  }

  /** Of a dataclass, as Flax' modules are. */
  #setFields({ of, store }: InstanceValue, given: Arguments): void {
    const fields = of.statement.body.flatMap((statement) => {
      const [target] = statement.kind === "assign" ? statement.targets : [];
      return target?.kind === "name" ? [target.name] : [];
    });
    for (const [index, name] of fields.entries()) {
      const value = given.keywords.get(name)?.value ?? given.positional[index]?.value;
      if (value) this.#interpreter.state.write(store, name, value === gap ? unknown : value);
      else if (given.hasMore) this.#interpreter.state.write(store, name, unknown);
    }
  }

  /** What a method may set that did not run while the instance was made is not known at any other time. */
  #forgetLater(instance: InstanceValue, start: number): void {
    const overridden = new Set<string>();
    for (const { statement } of orderOf(instance.of)) {
      for (const method of statement.body) {
        if (method.kind !== "function" || overridden.has(method.name)) continue;
        overridden.add(method.name);
        if ((this.#interpreter.ran.get(method) ?? 0) > start) continue;
        for (const name of ownAttributes(method))
          this.#interpreter.state.write(instance.store, name, unknown);
      }
    }
  }

  /** The instance that the code makes, or one made with arguments that are not known. */
  instanceOf(found: ClassValue): InstanceValue {
    const known = this.#instances.get(found);
    // Made in a branch that was taken back, it has nothing any more.
    if (known && known.store.size > 0) return known;
    const made = this.#construct(found, unknownArguments([]), {
      cell: found.scope.source.cell,
      start: found.scope.source.offset + found.statement.range.start,
      end: found.scope.source.offset + found.statement.range.end,
    });
    return made as InstanceValue;
  }

  /** Methods that only a base class has are run on an instance of each class that nothing is derived from. */
  runInherited(found: ClassValue): void {
    const order = orderOf(found);
    if (order.length < 2) return;
    const self = this.instanceOf(found);
    for (const { statement } of order.slice(1)) {
      for (const method of statement.body) {
        if (method.kind !== "function" || this.#interpreter.ran.has(method)) continue;
        const value = this.#inherited(self, method.name);
        if (value?.kind === "bound" && value.function.statement === method) {
          this.call(value, unknownArguments([]), { place: self.place });
        }
      }
    }
  }

  #callInstance(instance: InstanceValue, given: Arguments, site: Site): Value {
    for (const name of ["forward", "call", "__call__"]) {
      const method = this.#inherited(instance, name);
      if (method) return this.call(method, given, site);
    }
    const items = this.#interpreter.itemsIn(instance.store);
    const isSequential = baseNames(instance.of).some((name) => sequentials.has(name));
    return items && isSequential ? this.#applyAll(items, given.positional[0]) : unknown;
  }

  // --- Applying ---

  #record(operation: Operation, inputs: readonly Tensor[], site: Site, argument: Place | undefined): Tensor {
    const token = site.token ?? tokenOf(operation) ?? site.place;
    const step = { operation, place: site.place, token, ...(argument ? { argument } : {}), inputs, reads: 0 };
    this.#interpreter.steps.push(step);
    return { kind: "tensor", domain: "unknown", step };
  }

  #applyLayer(layer: Layer, given: Arguments, site: Site): Value {
    const [first] = given.positional;
    const input = tensorOf(first?.value);
    const { kind, axis } = layer.row;
    const made = this.#record({ kind: "layer", layer }, [input], site, site.token ? first?.place : undefined);
    const size = {
      ...(layer.units === undefined ? {} : { units: layer.units }),
      ...(axis === undefined ? {} : { axis }),
    };
    let result: Tensor = made;
    if (kind === "dense" || kind === "conv") result = { ...made, domain: "logit", ...size };
    else if (kind === "pass") result = { ...input, ...made, domain: input.domain };
    else if (kind === "shape") result = { ...made, domain: input.domain };
    if (layer.mayActivate) return anyTensor;
    if (!layer.activation) return kind === "recurrent" ? unknown : result;
    if (kind === "recurrent") return unknown;
    const within = { place: layer.activation.place };
    return this.#applyActivation(
      layer.activation,
      { value: result, place: within.place, whole: within.place },
      within,
    );
  }

  #applyActivation(activation: Activation, given: Given | undefined, site: Site): Tensor {
    const input = tensorOf(given?.value);
    const argument = site.token ? given?.place : undefined;
    const made = this.#record({ kind: "activation", activation }, [input], site, argument);
    const isIdentity = activation.function === "identity";
    const domain = isIdentity ? input.domain : domainOf(activation.function, activation.values);
    return { ...input, ...made, domain };
  }

  #applySequential(sequential: SequentialValue, given: Given | undefined, site: Site): Value {
    this.#applied.add(sequential.store);
    const items = this.#interpreter.itemsIn(sequential.store);
    if (!items) return anyTensor;
    return this.#applyAll(items, given ?? { value: anyTensor, place: site.place, whole: site.place });
  }

  #applyAll(items: readonly Value[], given: Given | undefined): Value {
    let value = given?.value ?? anyTensor;
    for (const item of items) {
      const place = placeOfValue(item);
      if (!place) value = anyTensor;
      else {
        const argument = { value, place, whole: place };
        value = this.call(item, { positional: [argument], keywords: new Map(), hasMore: false }, { place });
      }
    }
    return value;
  }

  /** Models that are made here and used elsewhere. */
  applyUnapplied(): void {
    for (const sequential of this.#made) {
      if (!this.#applied.has(sequential.store)) this.#applySequential(sequential, undefined, sequential);
    }
  }

  #applyOperation(kind: OperationKind, name: string, given: Arguments, site: Site): Value {
    const [first] = given.positional;
    if (!first || (first.value.kind === "constant" && kind !== "same")) return unknown;
    const input = tensorOf(first.value);
    const axisGiven = given.keywords.get("dim") ?? given.keywords.get("axis") ?? given.positional[1];
    const axis = axisGiven?.value.kind === "constant" ? axisGiven.value.value : undefined;
    const isKept = kind === "same" || kind === "shape" || kind === "pass";
    // What only changes the axes leaves the tensor what it was, as far as its readers go.
    if (isKept && first.value.kind !== "tensor") return unknown;
    if (kind === "same") return input;
    if (kind === "shape") {
      if (input.step) input.step.reads--;
      return withoutSize(input);
    }
    const operation: Operation = {
      kind,
      name,
      ...(typeof axis === "number" || axis === null ? { axis } : {}),
      token: site.token ?? site.place,
    };
    const made = this.#record(operation, [input], site, first.place);
    if (kind === "pass") return { ...input, ...made, domain: input.domain };
    if (kind === "log") return { ...made, domain: logDomain(input) };
    return made;
  }

  arithmetic(operator: string, left: Operand, right: Operand, place: Place): Value {
    const [a, b] = [left.value, right.value];
    if (a.kind !== "tensor" && b.kind !== "tensor") return folded(operator, a, b);
    const inputs = [a, b].filter((value) => value.kind === "tensor");
    const constant = a.kind === "constant" ? a.value : b.kind === "constant" ? b.value : undefined;
    const other = a.kind === "tensor" ? left.place : right.place;
    const kind = inputs.length === 1 ? kindOfArithmetic(operator, a, constant) : "arithmetic";
    return this.#record({ kind, operator }, inputs, { place }, inputs.length === 1 ? other : undefined);
  }

  // --- Losses ---

  #callLoss(row: LossRow, given: Arguments, site: Site): Value {
    const token = site.token ?? site.place;
    const settings = settingsOf(row.settings, given);
    const loss: Loss = { row, settings, token, place: row.form === "class" ? site.place : token };
    if (row.form === "class") return { kind: "loss", loss };
    return this.#computeLoss(loss, given, site);
  }

  #computeLoss(loss: Loss, given: Arguments, { place }: Site): Value {
    const { prediction, target } = loss.row;
    const predicted = argumentNamed(given, prediction.name, prediction.position);
    const wanted = argumentNamed(given, target.name, target.position);
    if (predicted) {
      this.#interpreter.losses.push({
        loss,
        place,
        prediction: { value: predicted.value, place: predicted.place },
        ...(wanted ? { target: wanted } : {}),
      });
    }
    return unknown;
  }

  /** Keras' `compile` */
  #compile(model: Value, place: Place, given: Arguments, site: Site): void {
    const argument = argumentNamed(given, "loss", 1);
    const loss = argument && this.#lossGiven(argument);
    if (!loss) return;
    const input: Given = { value: anyTensor, place, whole: place };
    const nothingElse = { positional: [input], keywords: new Map<string, Given>(), hasMore: false };
    const value = model.kind === "model" ? model.outputs : this.call(model, nothingElse, { place });
    const metrics = argumentNamed(given, "metrics", 2);
    this.#interpreter.losses.push({
      loss,
      place: site.place,
      prediction: { value },
      compiled: { model: place, loss: argument, metrics: metrics ? this.#metricsIn(metrics) : [] },
    });
  }

  #lossGiven({ value, place }: Given): Loss | undefined {
    if (value.kind === "loss") return value.loss;
    const settings: Settings = new Map();
    if (value.kind === "constant" && typeof value.value === "string") {
      const row = lossString(value.value);
      const token = value.place ?? place;
      return row && { row, settings, token, place: token };
    }
    const row = value.kind === "qualified" ? lossNamed(value.name) : undefined;
    return row?.form === "function" ? { row, settings, token: place, place } : undefined;
  }

  #metricsIn({ value, place }: Given): Metric[] {
    return (this.#interpreter.itemsOf(value) ?? [value]).flatMap((item): Metric[] => {
      if (item.kind === "constant" && typeof item.value === "string") {
        return [{ name: item.value, isString: true, place: item.place ?? place, given: [] }];
      }
      return item.kind === "metric" ? [{ ...item, isString: false }] : [];
    });
  }
}

interface Operand {
  readonly value: Value;
  readonly place: Place;
}

/** Named by a string, a function takes the axis that it takes by default. */
function ownAxis({ form, function: id }: Spelling): number | undefined {
  const fn: ActivationFunction = functionById(id);
  return form === "string" && fn.kind === "vector" ? fn.axis?.default : undefined;
}

function tensorOf(value: Value | undefined): Tensor {
  return value?.kind === "tensor" ? value : anyTensor;
}

function tokenOf(operation: Operation): Place | undefined {
  if (operation.kind === "activation") return operation.activation.token;
  return operation.kind === "layer" ? operation.layer.token : undefined;
}

/** The log of shares or of units has a name of its own. */
function logDomain({ domain }: Tensor): Tensor["domain"] {
  return domain === "probability" || domain === "unit" ? "log-probability" : "unknown";
}

function kindOfArithmetic(operator: string, left: Value, constant: unknown) {
  if (operator === "-" && left.kind === "constant" && constant === 1) return "complement";
  if ((operator === "+" || operator === "-") && left.kind === "tensor" && typeof constant === "number")
    return "shift";
  if (operator === "+" && typeof constant === "number") return "shift";
  if ((operator === "*" || operator === "/") && typeof constant === "number") return "scale";
  return "arithmetic";
}

function folded(operator: string, a: Value, b: Value): Value {
  if (a.kind !== "constant" || b.kind !== "constant") return unknown;
  const [left, right] = [a.value, b.value];
  if (typeof left !== "number" || typeof right !== "number") return unknown;
  const results: Readonly<Record<string, number>> = {
    "+": left + right,
    "-": left - right,
    "*": left * right,
    "/": left / right,
    "//": Math.floor(left / right),
    "**": left ** right,
  };
  const value = results[operator];
  return value !== undefined && Number.isFinite(value) ? { kind: "constant", value } : unknown;
}

/** Where an item of a `Sequential` is made. */
function placeOfValue(item: Value): Place | undefined {
  switch (item.kind) {
    case "layer":
      return item.layer.place;
    case "activation":
      return item.activation.place;
    case "sequential":
    case "instance":
    case "model":
      return item.place;
    case "bound":
    case "class":
    case "constant":
    case "function":
    case "metric":
    case "gap":
    case "list":
    case "loss":
    case "partial":
    case "qualified":
    case "super":
    case "tensor":
    case "tuple":
    case "unknown":
      return undefined;
  }
}
