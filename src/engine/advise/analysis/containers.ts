/** Models and lists that layers are put into one after the other. */
import { spellingNamed } from "../../frameworks/lookup.ts";
import type { Place } from "../place.ts";
import type { Site } from "./calls.ts";
import type { Interpreter } from "./interpreter.ts";
import { modelMethods } from "./operations.ts";
import {
  gap,
  unknown,
  anyTensor,
  type Arguments,
  type Given,
  type SequentialValue,
  type Store,
  type Value,
} from "./value.ts";

export class Containers {
  readonly #run: Interpreter;
  /** Sequential models that were made, and which of them were applied to something. */
  readonly #made: SequentialValue[] = [];
  readonly #applied = new Set<Store>();

  constructor(run: Interpreter) {
    this.#run = run;
  }

  make(name: string, given: Arguments, place: Place): Value {
    const items: Value = { kind: "tuple", items: this.layersIn(given) };
    const found: SequentialValue = { kind: "sequential", name, store: new Map(), place };
    this.#run.state.write(found.store, "items", items);
    this.#made.push(found);
    return found;
  }

  /** Layers one by one, in a list, or with their names. */
  layersIn({ positional, keywords }: Arguments): Value[] {
    const listed = keywords.get("layers") ?? (positional.length === 1 ? positional[0] : undefined);
    const items = listed && this.#run.lists.itemsOf(listed.value);
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
    return { kind: "activation", activation: this.#run.making.activationOf(found, value.place, value.place) };
  }

  callOnSequential(object: SequentialValue, name: string, given: Arguments, site: Site): Value {
    const { store } = object;
    const added = name === "add_module" ? given.positional[1] : given.positional[0];
    switch (name) {
      case "add":
      case "append":
      case "add_module":
        this.#run.lists.append(store, [added ? this.#placed(added) : gap]);
        return name === "append" ? object : unknown;
      case "forward":
      case "__call__":
      case "call":
        return this.#run.calls.call(object, given, site);
      case "compile":
        this.#run.lossUses.compile(object, object.place, given, site);
        return unknown;
      case "apply":
        return object.name.startsWith("flax.")
          ? this.#run.members.callFunctional(object, given, site)
          : object;
      case "pop":
      case "insert":
      case "extend":
      case "load_weights":
        if (name !== "load_weights") this.#run.state.write(store, "items", unknown);
        return unknown;
      default:
        return modelMethods.has(name) ? object : unknown;
    }
  }

  callOnList(store: Store, name: string, given: Arguments): Value {
    const [first] = given.positional;
    if (name === "append" && first) this.#run.lists.append(store, [this.#placed(first)]);
    else if (name === "extend") {
      this.#run.lists.append(store, (first && this.#run.lists.itemsOf(first.value)) ?? [gap]);
    } else if (name !== "index" && name !== "copy") this.#run.state.write(store, "items", unknown);
    return unknown;
  }

  apply(sequential: SequentialValue, given: Given | undefined, site: Site): Value {
    this.#applied.add(sequential.store);
    const items = this.#run.lists.itemsIn(sequential.store);
    if (!items) return anyTensor;
    return this.applyAll(items, given ?? { value: anyTensor, place: site.place, whole: site.place });
  }

  applyAll(items: readonly Value[], given: Given | undefined): Value {
    let value = given?.value ?? anyTensor;
    for (const item of items) {
      const place = placeOfValue(item);
      if (!place) value = anyTensor;
      else {
        const argument = { value, place, whole: place };
        value = this.#run.calls.call(
          item,
          { positional: [argument], keywords: new Map(), hasMore: false },
          { place },
        );
      }
    }
    return value;
  }

  /** Models that are made here and used elsewhere. */
  applyUnapplied(): void {
    for (const sequential of this.#made) {
      if (!this.#applied.has(sequential.store)) this.apply(sequential, undefined, sequential);
    }
  }
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
    case "differentiated":
    case "function":
    case "metric":
    case "method":
    case "pretrained":
    case "record":
    case "gap":
    case "list":
    case "dictionary":
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
