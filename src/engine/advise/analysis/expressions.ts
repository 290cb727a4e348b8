/** Expressions, each to the value that it gives. */
import type { Literal } from "../../frameworks/define.ts";
import type { Node, NodeArgument } from "../../syntax/program.ts";
import { textOf } from "./dictionaries.ts";
import { pickedFrom } from "./application.ts";
import type { Interpreter } from "./interpreter.ts";
import { placeOf, tokenOf } from "./places.ts";
import {
  gap,
  join,
  nothing,
  unknown,
  withoutSize,
  type Arguments,
  type Given,
  type Scope,
  type Store,
  type Value,
} from "./value.ts";

/** How many expressions are evaluated in one file. */
const mostExpressions = 400_000;
/** How many stand in one another, calls that are followed among them: what is nested deeper would overflow the stack. */
const deepest = 400;

export class Expressions {
  readonly #run: Interpreter;
  #evaluated = 0;
  #depth = 0;

  constructor(run: Interpreter) {
    this.#run = run;
  }

  evaluate(node: Node, scope: Scope): Value {
    if (++this.#evaluated > mostExpressions || this.#depth >= deepest) {
      this.#run.isComplete = false;
      return unknown;
    }
    this.#depth++;
    try {
      return this.#evaluateOne(node, scope);
    } finally {
      this.#depth--;
    }
  }

  #evaluateOne(node: Node, scope: Scope): Value {
    switch (node.kind) {
      case "name": {
        const value =
          this.#run.scopes.lookUp(node.name, scope) ?? this.#run.scopes.starred(node.name) ?? unknown;
        if (value.kind === "tensor" && value.step) value.step.reads++;
        return value;
      }
      case "member":
        return this.#run.members.memberOf(this.evaluate(node.object, scope), node.member);
      case "call":
        return this.#evaluateCall(node, scope);
      case "number":
        return constant(node.value, node, scope);
      case "string":
        return node.value === undefined ? unknown : constant(node.value, node, scope);
      case "boolean":
        return constant(node.value, node, scope);
      case "none":
        return constant(null, node, scope);
      case "unary": {
        const operand = this.evaluate(node.operand, scope);
        if (operand.kind === "constant" && typeof operand.value === "number" && node.operator === "-") {
          return constant(-operand.value, node, scope);
        }
        const place = placeOf(node, scope);
        const right = { value: operand, place: placeOf(node.operand, scope) };
        const left = { value: nothing, place };
        return node.operator === "not"
          ? unknown
          : this.#run.application.arithmetic(node.operator, left, right, place);
      }
      case "binary":
        return this.#evaluateBinary(node, scope);
      case "conditional":
        this.evaluate(node.test, scope);
        return join(this.evaluate(node.then, scope), this.evaluate(node.otherwise, scope));
      case "tuple":
        return { kind: "tuple", items: this.#evaluateItems(node.items, scope) };
      case "list":
        return this.#run.lists.of(this.#evaluateItems(node.items, scope));
      case "dictionary":
        return this.#evaluateDictionary(node, scope);
      case "subscript":
        return this.#evaluateSubscript(node, scope);
      case "spread":
        this.evaluate(node.value, scope);
        return unknown;
      case "lambda":
        return { kind: "function", statement: node, scope };
      case "named": {
        const value = this.evaluate(node.value, scope);
        this.#run.scopes.write(node.name, value, scope);
        return value;
      }
      case "comprehension": {
        const store: Store = new Map(node.names.map((name) => [name, unknown]));
        const inner: Scope = { ...scope, store, kind: "function", outer: scope, own: new Set(node.names) };
        for (const part of node.parts) this.evaluate(part, inner);
        return unknown;
      }
      case "other":
        for (const part of node.parts) this.evaluate(part, scope);
        return unknown;
    }
  }

  #evaluateBinary(node: Extract<Node, { kind: "binary" }>, scope: Scope): Value {
    const left = { value: this.evaluate(node.left, scope), place: placeOf(node.left, scope) };
    const right = { value: this.evaluate(node.right, scope), place: placeOf(node.right, scope) };
    const { operator } = node;
    const place = placeOf(node, scope);
    if (operator === "and" || operator === "or") return join(left.value, right.value);
    if (/^[<>=!]=?$/.test(operator)) {
      this.#run.comparisons.push({ operator, place, left, right });
      return unknown;
    }
    if (operator === "+" && left.value.kind === "list") {
      const items = [left.value, right.value].map((value) => this.#run.lists.itemsOf(value) ?? [gap]);
      return this.#run.lists.of(items.flat());
    }
    return this.#run.application.arithmetic(operator, left, right, place);
  }

  #evaluateItems(nodes: readonly Node[], scope: Scope): Value[] {
    return nodes.flatMap((node) => {
      if (node.kind === "spread") return this.#run.lists.itemsOf(this.evaluate(node.value, scope)) ?? [gap];
      return [this.#evaluatePlaced(node, scope)];
    });
  }

  /** A function that is named in a list is known by where it stands there. */
  #evaluatePlaced(node: Node, scope: Scope): Value {
    const value = this.evaluate(node, scope);
    return value.kind === "qualified" ? { ...value, place: tokenOf(node, scope) } : value;
  }

  #evaluateDictionary({ entries }: Extract<Node, { kind: "dictionary" }>, scope: Scope): Value {
    const known = entries.map(({ key, value }) => {
      const at = key && this.evaluate(key, scope);
      return [textOf(at), this.#evaluatePlaced(value, scope)] as const;
    });
    const named = known.flatMap(([key, value]) => (key === undefined ? [] : [[key, value] as const]));
    return this.#run.dictionaries.of(named.length === known.length ? named : undefined);
  }

  #evaluateSubscript(node: Extract<Node, { kind: "subscript" }>, scope: Scope): Value {
    const object = this.evaluate(node.object, scope);
    const indices = node.indices.map((index) => this.evaluate(index, scope));
    if (object.kind === "dictionary") return this.#run.dictionaries.get(object, indices[0]);
    const text = scope.source.text.slice(node.object.range.end, node.range.end);
    const items =
      object.kind === "sequential" ? this.#run.lists.itemsIn(object.store) : this.#run.lists.itemsOf(object);
    if (items) {
      const [index] = indices;
      if (text.includes(":") || index?.kind !== "constant" || typeof index.value !== "number") return unknown;
      if (items.includes(gap)) return unknown;
      return items.at(index.value) ?? unknown;
    }
    if (object.kind !== "tensor") return unknown;
    const isPicked = text.includes(",") && text.split(",").some((part) => !/[:]|\.\.\.|None/.test(part));
    return isPicked ? pickedFrom(object) : withoutSize(object);
  }

  #evaluateCall(node: Extract<Node, { kind: "call" }>, scope: Scope): Value {
    const { callee } = node;
    const place = placeOf(node, scope);
    if (
      callee.kind === "name" &&
      !this.#run.scopes.lookUp(callee.name, scope) &&
      !this.#run.scopes.starred(callee.name)
    ) {
      const given = this.#arguments(node.arguments, scope);
      return this.#run.calls.builtin(callee.name, given, scope);
    }
    if (callee.kind === "member") {
      const object = this.evaluate(callee.object, scope);
      const given = this.#arguments(node.arguments, scope);
      const token = placeOf({ range: callee.memberRange }, scope);
      const site = { place, token, object: placeOf(callee.object, scope) };
      return this.#run.members.call(object, callee.member, given, site);
    }
    const called = this.evaluate(callee, scope);
    const given = this.#arguments(node.arguments, scope);
    return this.#run.calls.call(called, given, { place, token: tokenOf(callee, scope) });
  }

  #arguments(list: readonly NodeArgument[], scope: Scope): Arguments {
    const positional: Given[] = [];
    const keywords = new Map<string, Given>();
    let hasMore = false;
    for (const { name, stars, value: node, range } of list) {
      const whole = placeOf({ range }, scope);
      const place = placeOf(node, scope);
      const value = this.#evaluatePlaced(node, scope);
      if (name !== undefined) keywords.set(name, { value, place, whole });
      else if (stars === 0) positional.push({ value, place, whole });
      else if (stars === 2) hasMore = true;
      else {
        const items = this.#run.lists.itemsOf(value);
        if (!items) hasMore = true;
        for (const item of items ?? [gap]) positional.push({ value: item, place, whole });
      }
    }
    return { positional, keywords, hasMore };
  }
}

function constant(value: Literal, node: Node, scope: Scope): Value {
  return { kind: "constant", value, place: placeOf(node, scope) };
}
