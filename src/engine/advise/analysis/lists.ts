/** Lists and tuples, as far as their items are known. */
import type { Interpreter } from "./interpreter.ts";
import type { Store, Value } from "./value.ts";

export class Lists {
  readonly #run: Interpreter;

  constructor(run: Interpreter) {
    this.#run = run;
  }

  of(items: readonly Value[]): Value {
    return { kind: "list", store: new Map([["items", { kind: "tuple", items }]]) };
  }

  itemsOf(value: Value): readonly Value[] | undefined {
    if (value.kind === "tuple") return value.items;
    return value.kind === "list" ? this.itemsIn(value.store) : undefined;
  }

  itemsIn(store: Store): readonly Value[] | undefined {
    const items = store.get("items");
    return items?.kind === "tuple" ? items.items : undefined;
  }

  append(store: Store, added: readonly Value[]): void {
    const items = this.itemsIn(store);
    if (items) this.#run.state.write(store, "items", { kind: "tuple", items: [...items, ...added] });
  }
}
