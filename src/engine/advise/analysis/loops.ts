/** Loops: over layers that are known one by one, any other once. */
import { suitesOf } from "../../syntax/program-parts.ts";
import type { Node, Statement } from "../../syntax/program.ts";
import { boundNames, type BoundNames } from "./bound-names.ts";
import type { Interpreter } from "./interpreter.ts";
import type { Frame } from "./statements.ts";
import { gap, unknown, type Arguments, type Scope, type Value } from "./value.ts";

/** Loops over so few layers are followed one by one. */
const longestUnrolled = 16;
/** … and such bodies that add layers to a model or a list. */
const longestBody = 8;

export class Loops {
  readonly #run: Interpreter;

  constructor(run: Interpreter) {
    this.#run = run;
  }

  execute(statement: Extract<Statement, { kind: "loop" }>, frame: Frame): boolean {
    const { scope } = frame;
    const over = statement.over.map((part) => this.#run.expressions.evaluate(part, scope));
    const items = this.#itemsToUnroll(statement, over);
    if (items) {
      const target = targetOf(statement.targets);
      for (const item of items) {
        this.#run.scopes.bind(target, item, scope);
        if (!this.#run.statements.execute(statement.body, frame)) break;
      }
      return true;
    }
    const bound = boundNames(statement.body);
    this.#forget(bound, scope);
    for (const target of statement.targets) this.#run.scopes.bind(target, unknown, scope);
    this.#run.state.branch([() => this.#executeOnce(statement.body, frame), () => true], afterLoop);
    this.#run.statements.execute(statement.otherwise, frame);
    return true;
  }

  /** What the body does holds after it, although it may have left by `break` or `continue`. */
  #executeOnce(body: readonly Statement[], frame: Frame): boolean {
    this.#run.statements.execute(body, frame);
    return true;
  }

  /** The layers of `for layer in layers`, where all are known and nothing leaves the loop. */
  #itemsToUnroll(
    { targets, body }: Extract<Statement, { kind: "loop" }>,
    [over]: readonly Value[],
  ): readonly Value[] | undefined {
    if (targets.length === 0) return undefined;
    const items = over && this.#run.lists.itemsOf(over);
    if (!items || items.length > longestUnrolled || items.includes(gap) || body.some(isLeft))
      return undefined;
    // What adds layers is followed for how many there are, …
    if (body.some(adds)) return body.length <= longestBody ? items : undefined;
    // … and layers for what they do.
    return body.length <= 4 && targetOf(targets).kind === "name" && items.every(isCallable)
      ? items
      : undefined;
  }

  /** `range(…)`, if it is short enough to be followed. */
  range({ positional }: Arguments): Value {
    const bounds = positional.map(({ value }) => (value.kind === "constant" ? value.value : undefined));
    const [start, end] = bounds.length === 1 ? [0, bounds[0]] : bounds;
    if (bounds.length > 2 || typeof start !== "number" || typeof end !== "number") return unknown;
    if (end - start > longestUnrolled || end < start) return unknown;
    const items = Array.from({ length: end - start }, (_, i): Value => ({
      kind: "constant",
      value: start + i,
    }));
    return { kind: "tuple", items };
  }

  #forgetName(name: string, scope: Scope): void {
    // … and each round passes the state of a training on to the next one.
    if (scope.store.get(name)?.kind !== "record") this.#run.scopes.write(name, unknown, scope);
  }

  /** What a loop's body binds is not known when it starts again. */
  #forget({ names, attributes, updated }: BoundNames, scope: Scope): void {
    for (const name of names) {
      // What the loop alone binds is not bound before it, …
      if (scope.store.has(name) || scope.globals?.has(name) === true) this.#forgetName(name, scope);
    }
    for (const name of updated) {
      const value = this.#run.scopes.lookUp(name, scope);
      if (value && value.kind !== "list") this.#run.scopes.write(name, unknown, scope);
    }
    for (const [root, name] of attributes) {
      const object = this.#run.scopes.lookUp(root, scope);
      if (object?.kind === "instance") this.#run.state.write(object.store, name, unknown);
    }
  }
}

/** A list that a loop appends to has, after it, what it had before, some more, and what was appended last. */
function afterLoop(before: Value | undefined, after: Value): Value | undefined {
  if (before?.kind !== "tuple" || after.kind !== "tuple") return undefined;
  if (!before.items.every((item, index) => after.items[index] === item)) return undefined;
  const added = after.items.slice(before.items.length);
  return { kind: "tuple", items: [...before.items, gap, ...added, gap] };
}

/** `for a, b in pairs` */
function targetOf(targets: readonly Node[]): Node {
  const [first] = targets;
  return targets.length === 1 ? first! : { kind: "tuple", range: first!.range, items: targets };
}

/** Whether the loop may end early, or a round of it. */
function isLeft(statement: Statement): boolean {
  return statement.kind === "leave" || statement.kind === "return" || suitesOf(statement).flat().some(isLeft);
}

/** `layers.append(…)`, `model.add(…)`, `layers += […]` */
function adds(statement: Statement): boolean {
  if (statement.kind === "update") return statement.value.kind === "list";
  if (statement.kind !== "expression" || statement.value.kind !== "call") return false;
  const { callee } = statement.value;
  return callee.kind === "member" && /^(?:add|append|extend|add_module)$/.test(callee.member);
}

function isCallable({ kind }: Value): boolean {
  return kind === "layer" || kind === "activation" || kind === "sequential" || kind === "instance";
}
