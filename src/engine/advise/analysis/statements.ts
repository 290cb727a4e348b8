/** Statements in the order in which they run. */
import { memberName } from "../../detect/summary.ts";
import { canonicalName } from "../../frameworks/lookup.ts";
import type { FunctionStatement, Node, Statement } from "../../syntax/program.ts";
import { isNeutral } from "./functions.ts";
import type { Interpreter } from "./interpreter.ts";
import {
  nothing,
  unknown,
  type ClassValue,
  type FunctionValue,
  type Scope,
  type Store,
  type Value,
} from "./value.ts";

export class Statements {
  readonly #run: Interpreter;

  constructor(run: Interpreter) {
    this.#run = run;
  }

  execute(statements: readonly Statement[], frame: Frame): boolean {
    for (const statement of statements) if (!this.#executeOne(statement, frame)) return false;
    return true;
  }

  /** @returns whether what follows runs */
  #executeOne(statement: Statement, frame: Frame): boolean {
    const { scope } = frame;
    switch (statement.kind) {
      case "import":
        for (const { name, module, member } of statement.names) {
          const full = canonicalName(memberName(module, member));
          this.#run.scopes.write(name, { kind: "qualified", name: full }, scope);
        }
        if (statement.star !== undefined) this.#run.scopes.addStar(statement.star);
        return true;
      case "assign": {
        if (!statement.value) return true;
        const value = this.#run.expressions.evaluate(statement.value, scope);
        for (const target of statement.targets) this.#run.scopes.bind(target, value, scope);
        return true;
      }
      case "update":
        this.#run.scopes.update(statement, scope);
        return true;
      case "expression":
        this.#run.expressions.evaluate(statement.value, scope);
        return true;
      case "return":
        frame.returned.push(
          statement.value ? this.#run.expressions.evaluate(statement.value, scope) : nothing,
        );
        return false;
      case "leave":
        for (const part of statement.parts) this.#run.expressions.evaluate(part, scope);
        return false;
      case "if":
        return this.#executeIf(statement, frame);
      case "loop":
        return this.#run.loops.execute(statement, frame);
      case "with":
        for (const { value, target } of statement.items) {
          this.#run.expressions.evaluate(value, scope);
          if (target) this.#run.scopes.bind(target, unknown, scope);
        }
        return this.execute(statement.body, frame);
      case "try": {
        const arms = [statement.body, ...statement.handlers];
        const isReached = this.#run.state.branch(arms.map((body) => () => this.execute(body, frame)));
        return this.execute(statement.finally, frame) && isReached;
      }
      case "match":
        for (const subject of statement.subject) this.#run.expressions.evaluate(subject, scope);
        return this.#run.state.branch([
          ...statement.cases.map((body) => () => this.execute(body, frame)),
          () => true,
        ]);
      case "function":
        this.#define(statement, scope);
        return true;
      case "class":
        this.#defineClass(statement, scope);
        return true;
      case "delete":
        for (const name of statement.names) this.#run.scopes.write(name, unknown, scope);
        return true;
      case "outer":
        return true;
      case "other":
        for (const part of statement.parts) this.#run.expressions.evaluate(part, scope);
        return true;
    }
  }

  #executeIf({ arms }: Extract<Statement, { kind: "if" }>, frame: Frame): boolean {
    const [first] = arms;
    if (first?.test && isMain(first.test)) return this.execute(first.body, frame);
    for (const { test } of arms) if (test) this.#run.expressions.evaluate(test, frame.scope);
    const bodies = arms.map(
      ({ body }) =>
        () =>
          this.execute(body, frame),
    );
    const isTotal = arms.some(({ test }) => !test);
    return this.#run.state.branch(isTotal ? bodies : [...bodies, () => true]);
  }

  #define(statement: FunctionStatement, scope: Scope): void {
    const fn: FunctionValue = {
      kind: "function",
      statement,
      scope,
      ...(scope.kind === "class" && scope.owner ? { owner: scope.owner } : {}),
    };
    this.#run.functions.defined.push(fn);
    this.#run.scopes.write(statement.name, isNeutral(statement) ? fn : unknown, scope);
  }

  #defineClass(statement: Extract<Statement, { kind: "class" }>, scope: Scope): void {
    const bases = statement.bases
      .filter(({ name, stars }) => name === undefined && stars === 0)
      .map(({ value }) => this.#run.expressions.evaluate(value, scope));
    const store: Store = new Map();
    const found: ClassValue = { kind: "class", statement, bases, store, scope };
    this.#run.instances.classes.push(found);
    const inner: Scope = { store, kind: "class", outer: scope, source: scope.source, owner: found };
    this.execute(statement.body, { scope: inner, returned: [] });
    this.#run.scopes.write(statement.name, found, scope);
  }
}

export interface Frame {
  readonly scope: Scope;
  readonly returned: Value[];
}

function isMain(test: Node): boolean {
  return test.kind === "binary" && test.left.kind === "name" && test.left.name === "__name__";
}
