/** Code that nobody in the file calls. */
import { unknownArguments } from "./arguments.ts";
import { lastName } from "./functions.ts";
import type { Interpreter } from "./interpreter.ts";
import type { ClassValue, FunctionValue, Value } from "./value.ts";

/** Functions and methods that nobody called, each on its own: what they change is taken back. */
export function runUncalled(run: Interpreter): void {
  const bases = new Set(run.instances.classes.flatMap((found) => found.bases.filter(isClass)));
  const { defined } = run.functions;
  // Functions within functions are added while those run.
  for (let at = 0; at < defined.length;) {
    const { owner } = defined[at]!;
    const end = owner ? defined.findIndex((fn, index) => index > at && fn.owner !== owner) : at + 1;
    const methods = defined.slice(at, end < 0 ? undefined : end);
    at += methods.length;
    if (owner && bases.has(owner)) continue;
    // The instance that a class's methods are run on is made once for all of them.
    inVain(run, () => {
      for (const fn of methods) if (!run.functions.ran.has(fn.statement)) runOne(run, fn);
    });
  }
  for (const found of run.instances.classes) {
    if (bases.has(found)) continue;
    inVain(run, () => {
      run.instances.runInherited(found);
    });
  }
  inVain(run, () => {
    run.containers.applyUnapplied();
  });
}

function runOne(run: Interpreter, fn: FunctionValue): void {
  const { statement, owner } = fn;
  const isStatic =
    statement.kind === "function" && statement.decorators.some((d) => lastName(d) === "staticmethod");
  const self = owner && !isStatic ? [run.instances.of(owner)] : [];
  // Making an instance may have run it.
  if (run.functions.ran.has(statement)) return;
  inVain(run, () => {
    run.functions.call(fn, unknownArguments(self));
  });
}

/** What it changes is taken back. */
function inVain(run: Interpreter, action: () => void): void {
  run.state.branch([
    () => {
      action();
      return false;
    },
  ]);
}

function isClass(value: Value): value is ClassValue {
  return value.kind === "class";
}
