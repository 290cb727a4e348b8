/** Dictionaries, as far as their keys are strings. */
import type { Interpreter } from "./interpreter.ts";
import { unknown, type Arguments, type DictionaryValue, type Value } from "./value.ts";

/** No string of Python's code is this one: whatever keys were not known. */
const others = Symbol("others").toString();

export class Dictionaries {
  readonly #run: Interpreter;

  constructor(run: Interpreter) {
    this.#run = run;
  }

  /** @param entries undefined: not known */
  of(entries: readonly (readonly [key: string, value: Value])[] | undefined): Value {
    return { kind: "dictionary", store: new Map(entries ?? [[others, unknown]]) };
  }

  /** undefined: there may be more than is known */
  entriesOf({ store }: DictionaryValue): readonly (readonly [key: string, value: Value])[] | undefined {
    return store.has(others) ? undefined : [...store];
  }

  get({ store }: DictionaryValue, key: Value | undefined): Value {
    const name = textOf(key);
    return (name === undefined ? undefined : store.get(name)) ?? unknown;
  }

  put(dictionary: DictionaryValue, key: Value | undefined, value: Value): void {
    const name = textOf(key);
    if (name === undefined) this.#forget(dictionary);
    else this.#run.state.write(dictionary.store, name, value);
  }

  call(dictionary: DictionaryValue, name: string, given: Arguments): Value {
    const [first] = given.positional;
    const { store } = dictionary;
    switch (name) {
      case "get":
        return this.get(dictionary, first?.value);
      case "copy":
      case "to":
        return name === "to" ? dictionary : { kind: "dictionary", store: new Map(store) };
      case "values":
        return store.has(others) ? unknown : this.#run.lists.of([...store.values()]);
      case "items": {
        const pairs = [...store].map(([key, value]): Value => ({
          kind: "tuple",
          items: [{ kind: "constant", value: key }, value],
        }));
        return store.has(others) ? unknown : this.#run.lists.of(pairs);
      }
      case "keys":
        return unknown;
      case "update": {
        if (first?.value.kind !== "dictionary") this.#forget(dictionary);
        else for (const [key, value] of first.value.store) this.#run.state.write(store, key, value);
        return unknown;
      }
      default:
        this.#forget(dictionary);
        return unknown;
    }
  }

  #forget({ store }: DictionaryValue): void {
    for (const key of [...store.keys(), others]) this.#run.state.write(store, key, unknown);
  }
}

/** The string that a value is. */
export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === "constant" && typeof value.value === "string" ? value.value : undefined;
}
