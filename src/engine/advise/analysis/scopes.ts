/** What names stand for, and what is assigned to them. */
import { canonicalName, isKnown } from "../../frameworks/lookup.ts";
import type { Node, Statement } from "../../syntax/program.ts";
import type { Interpreter } from "./interpreter.ts";
import { layerLists, layerNamed, sequentials } from "./layers.ts";
import { lossNamed } from "./losses.ts";
import { operationNamed } from "./operations.ts";
import { placeOf } from "./places.ts";
import { gap, unknown, type Scope, type Value } from "./value.ts";

export class Scopes {
  readonly #run: Interpreter;
  readonly #stars: string[] = [];

  constructor(run: Interpreter) {
    this.#run = run;
  }

  /** `from module import *` */
  addStar(module: string): void {
    this.#stars.push(module);
  }

  lookUp(name: string, from: Scope): Value | undefined {
    for (let scope: Scope | undefined = from; scope; scope = scope.outer) {
      // A class is not seen from the functions in it.
      if (scope.kind === "class" && scope !== from) continue;
      const value = scope.store.get(name);
      if (value) return value;
      if (scope.own?.has(name) && !scope.globals?.has(name)) return unknown;
    }
    return undefined;
  }

  starred(name: string): Value | undefined {
    for (const module of this.#stars) {
      const full = canonicalName(`${module}.${name}`);
      if (isNamed(full)) return { kind: "qualified", name: full };
    }
    return undefined;
  }

  write(name: string, value: Value, scope: Scope): void {
    if (!scope.globals?.has(name)) {
      this.#run.state.write(scope.store, name, value);
      return;
    }
    // Which of the scopes outside has it does not matter: none may say anything of it any more.
    for (let outer = scope.outer; outer; outer = outer.outer) {
      if (outer.store.has(name)) this.#run.state.write(outer.store, name, unknown);
    }
  }

  update({ target, operator, value }: Extract<Statement, { kind: "update" }>, scope: Scope): void {
    const before = this.#run.expressions.evaluate(target, scope);
    const given = this.#run.expressions.evaluate(value, scope);
    if (before.kind === "list") {
      this.#run.lists.append(before.store, this.#run.lists.itemsOf(given) ?? [gap]);
      return;
    }
    const range = { start: target.range.start, end: value.range.end };
    const place = placeOf({ range }, scope);
    const right = { value: given, place: placeOf(value, scope) };
    const left = { value: before, place: placeOf(target, scope) };
    this.bind(target, this.#run.application.arithmetic(operator.slice(0, -1), left, right, place), scope);
  }

  bind(target: Node, value: Value, scope: Scope): void {
    switch (target.kind) {
      case "name":
        this.write(target.name, value, scope);
        break;
      case "tuple":
      case "list": {
        const items = this.#run.lists.itemsOf(value);
        const isExact =
          items?.length === target.items.length && !target.items.some(({ kind }) => kind === "spread");
        target.items.forEach((item, index) => {
          this.bind(item, isExact ? items[index]! : unknown, scope);
        });
        break;
      }
      case "spread":
        this.bind(target.value, unknown, scope);
        break;
      case "member": {
        const object = this.#run.expressions.evaluate(target.object, scope);
        if (object.kind === "instance" || object.kind === "pretrained")
          this.#run.state.write(object.store, target.member, value);
        break;
      }
      case "subscript": {
        const object = this.#run.expressions.evaluate(target.object, scope);
        if (object.kind === "list" || object.kind === "sequential")
          this.#run.state.write(object.store, "items", unknown);
        else if (object.kind === "dictionary") {
          const [key] = target.indices.map((index) => this.#run.expressions.evaluate(index, scope));
          this.#run.dictionaries.put(object, key, value);
        }
        break;
      }
      case "binary":
      case "boolean":
      case "call":
      case "dictionary":
      case "comprehension":
      case "conditional":
      case "lambda":
      case "named":
      case "none":
      case "number":
      case "other":
      case "string":
      case "unary":
        break;
    }
  }
}

function isNamed(name: string): boolean {
  return (
    isKnown(name) ||
    layerNamed(name) !== undefined ||
    lossNamed(name) !== undefined ||
    operationNamed(name) !== undefined ||
    sequentials.has(name) ||
    layerLists.has(name)
  );
}

/** What an imported name has. */
export function qualified(name: string, member: string): Value {
  return { kind: "qualified", name: canonicalName(`${name}.${member}`) };
}
