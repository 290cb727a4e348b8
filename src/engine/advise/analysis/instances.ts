/** Instances of the file's own classes. */
import type { Place } from "../place.ts";
import { unknownArguments } from "./arguments.ts";
import { ownAttributes } from "./bound-names.ts";
import type { Site } from "./calls.ts";
import { baseNames, orderOf } from "./classes.ts";
import type { Interpreter } from "./interpreter.ts";
import { sequentials } from "./layers.ts";
import { gap, unknown, type Arguments, type ClassValue, type InstanceValue, type Value } from "./value.ts";

export class Instances {
  readonly #run: Interpreter;
  readonly classes: ClassValue[] = [];
  readonly #made = new Map<ClassValue, InstanceValue>();

  constructor(run: Interpreter) {
    this.#run = run;
  }

  make(found: ClassValue, given: Arguments, place: Place): Value {
    const instance: InstanceValue = { kind: "instance", of: found, store: new Map(), place };
    if (!this.#made.has(found)) this.#made.set(found, instance);
    const start = this.#run.functions.calls;
    const initialise = this.#run.members.inherited(instance, "__init__");
    if (initialise) this.#run.calls.call(initialise, given, { place });
    else {
      this.#setFields(instance, given);
      if (baseNames(found).some((name) => sequentials.has(name))) {
        const items: Value = { kind: "tuple", items: this.#run.containers.layersIn(given) };
        this.#run.state.write(instance.store, "items", items);
      }
    }
    for (const name of ["setup", "build"]) {
      const method = this.#run.members.inherited(instance, name);
      if (method) this.#run.calls.call(method, unknownArguments([]), { place });
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
      if (value) this.#run.state.write(store, name, value === gap ? unknown : value);
      else if (given.hasMore) this.#run.state.write(store, name, unknown);
    }
  }

  /** What a method may set that did not run while the instance was made is not known at any other time. */
  #forgetLater(instance: InstanceValue, start: number): void {
    const overridden = new Set<string>();
    for (const { statement } of orderOf(instance.of)) {
      for (const method of statement.body) {
        if (method.kind !== "function" || overridden.has(method.name)) continue;
        overridden.add(method.name);
        if ((this.#run.functions.ran.get(method) ?? 0) > start) continue;
        for (const name of ownAttributes(method)) this.#run.state.write(instance.store, name, unknown);
      }
    }
  }

  /** The instance that the code makes, or one made with arguments that are not known. */
  of(found: ClassValue): InstanceValue {
    const known = this.#made.get(found);
    // Made in a branch that was taken back, it has nothing any more.
    if (known && known.store.size > 0) return known;
    const made = this.make(found, unknownArguments([]), {
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
    const self = this.of(found);
    for (const { statement } of order.slice(1)) {
      for (const method of statement.body) {
        if (method.kind !== "function" || this.#run.functions.ran.has(method)) continue;
        const value = this.#run.members.inherited(self, method.name);
        if (value?.kind === "bound" && value.function.statement === method) {
          this.#run.calls.call(value, unknownArguments([]), { place: self.place });
        }
      }
    }
  }

  call(instance: InstanceValue, given: Arguments, site: Site): Value {
    for (const name of ["forward", "call", "__call__"]) {
      const method = this.#run.members.inherited(instance, name);
      if (method) return this.#run.calls.call(method, given, site);
    }
    const items = this.#run.lists.itemsIn(instance.store);
    const isSequential = baseNames(instance.of).some((name) => sequentials.has(name));
    return items && isSequential ? this.#run.containers.applyAll(items, given.positional[0]) : unknown;
  }
}
