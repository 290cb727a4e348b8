/** Code that nobody in the file calls. */
import { unknownArguments } from "./arguments.ts";
import { lastName } from "./functions.ts";
import type { Interpreter } from "./interpreter.ts";
import type { ClassValue, Value } from "./value.ts";

/** Functions and methods that nobody called, each on its own: what they change is taken back. */
export function runUncalled(run: Interpreter): void {
  const bases = new Set(run.instances.classes.flatMap((found) => found.bases.filter(isClass)));
  // Functions within functions are added while those run.
  for (const fn of run.functions.defined) {
    const { statement, owner } = fn;
    if (run.functions.ran.has(statement) || (owner && bases.has(owner))) continue;
    run.state.branch([
      () => {
        const isStatic =
          statement.kind === "function" && statement.decorators.some((d) => lastName(d) === "staticmethod");
        const self = owner && !isStatic ? [run.instances.of(owner)] : [];
        // Making an instance may have run it.
        if (!run.functions.ran.has(statement)) run.functions.call(fn, unknownArguments(self));
        return false;
      },
    ]);
  }
  for (const found of run.instances.classes) {
    if (bases.has(found)) continue;
    run.state.branch([
      () => {
        run.instances.runInherited(found);
        return false;
      },
    ]);
  }
  run.state.branch([
    () => {
      run.containers.applyUnapplied();
      return false;
    },
  ]);
}

function isClass(value: Value): value is ClassValue {
  return value.kind === "class";
}
