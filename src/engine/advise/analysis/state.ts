/** Everything that code can change, and how branches of it are tried and put together. */
import { type Store, type Value, join } from "./value.ts";

type Writes = Map<Store, Map<string, Value | undefined>>;

export class State {
  /** What stood where the running branches wrote, innermost last. */
  readonly #undo: Writes[] = [];

  write(store: Store, key: string, value: Value | undefined): void {
    const log = this.#undo.at(-1);
    if (log) {
      let before = log.get(store);
      if (!before) log.set(store, (before = new Map<string, Value | undefined>()));
      if (!before.has(key)) before.set(key, store.get(key));
    }
    set(store, key, value);
  }

  /**
   * Runs each arm from the same state and goes on with what those agree on that reach their end.
   * @param arms each says whether what follows runs after it
   * @param combine what a value is after it was `before` and one of the arms made it `after`; undefined: as agreed
   * @returns whether any arm reaches its end
   */
  branch(
    arms: readonly (() => boolean)[],
    combine?: (before: Value | undefined, after: Value) => Value | undefined,
  ): boolean {
    const ends: Writes[] = [];
    for (const arm of arms) {
      const before: Writes = new Map();
      this.#undo.push(before);
      let isReached: boolean;
      try {
        isReached = arm();
      } finally {
        this.#undo.pop();
      }
      const after: Writes = new Map();
      for (const [store, keys] of before) {
        after.set(store, new Map([...keys.keys()].map((key) => [key, store.get(key)])));
        for (const [key, value] of keys) set(store, key, value);
      }
      if (isReached) ends.push(after);
    }
    const touched: Writes = new Map();
    for (const end of ends) {
      for (const [store, keys] of end) {
        const all = touched.get(store) ?? new Map<string, Value | undefined>();
        touched.set(store, all);
        for (const key of keys.keys()) all.set(key, undefined);
      }
    }
    for (const [store, keys] of touched) {
      for (const key of keys.keys()) {
        const before = store.get(key);
        const values = ends.map((end) => (end.get(store)?.has(key) ? end.get(store)!.get(key) : before));
        const bound = values.filter((value) => value !== undefined);
        const agreed = bound.length === 0 ? undefined : bound.reduce(join);
        const changed = combine && bound.find((value) => value !== before);
        this.write(store, key, (changed && combine(before, changed)) ?? agreed);
      }
    }
    return ends.length > 0;
  }
}

function set(store: Store, key: string, value: Value | undefined): void {
  if (value === undefined) store.delete(key);
  else store.set(key, value);
}
