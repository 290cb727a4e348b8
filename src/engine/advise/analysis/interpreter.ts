/**
 * Runs the code of a file on abstract values: in the order in which Python would, cell after cell, each function where it
 * is called, and what nobody calls once at the end with arguments that are not known. Where two ways of running the code
 * differ, nothing is known.
 */
import { canonicalName, isKnown } from "../../frameworks/lookup.ts";
import { qualifiedName } from "../../detect/summary.ts";
import type { Use } from "../../detect/use.ts";
import type { Literal } from "../../frameworks/define.ts";
import type { FunctionStatement, Node, NodeArgument, Parameter, Statement } from "../../syntax/program.ts";
import { unknownArguments } from "./arguments.ts";
import { type BoundNames, boundNames } from "./bound-names.ts";
import { Calls } from "./calls.ts";
import type { Comparison, LossUse } from "./facts.ts";
import { layerLists, layerNamed, sequentials } from "./layers.ts";
import { lossNamed } from "./losses.ts";
import { operationNamed } from "./operations.ts";
import type { Place } from "../place.ts";
import { State } from "./state.ts";
import {
  type Arguments,
  type ClassValue,
  type FunctionValue,
  type Given,
  type Scope,
  type Source,
  type Step,
  type Store,
  type Value,
  gap,
  join,
  nothing,
  unknown,
  withoutSize,
} from "./value.ts";

/** How deep calls are followed, … */
const deepest = 12;
/** … how many of them in one file, … */
const mostCalls = 4000;
/** … and how many expressions are evaluated. */
const mostExpressions = 400_000;
/** Loops over so few layers are followed one by one. */
const longestUnrolled = 16;

/** Decorators that leave what the function computes as it is. */
const neutralDecorators: ReadonlySet<string> = new Set(
  "jit pmap vmap function no_grad inference_mode enable_grad compact nowrap staticmethod checkpoint autocast custom_fwd torch_compile compile typechecked jaxtyped override wraps remat partial cache lru_cache".split(
    " ",
  ),
);

function isNeutral({ decorators }: FunctionStatement): boolean {
  return decorators.every((decorator) => neutralDecorators.has(lastName(decorator)));
}

export interface Chunked {
  readonly source: Source;
  readonly statements: readonly Statement[];
}

export class Interpreter {
  readonly state = new State();
  readonly steps: Step[] = [];
  readonly losses: LossUse[] = [];
  readonly comparisons: Comparison[] = [];
  isComplete = true;
  /** When each function was last run, counted in calls. */
  readonly ran = new Map<FunctionValue["statement"], number>();
  calls = 0;
  readonly #calls: Calls;
  readonly #uses: ReadonlyMap<number, ReadonlyMap<number, Use>>;
  readonly #module: Store = new Map();
  readonly #stars: string[] = [];
  readonly #functions: FunctionValue[] = [];
  readonly #classes: ClassValue[] = [];
  readonly #active = new Set<FunctionValue["statement"]>();
  #depth = 0;
  #expressions = 0;

  /** @param uses by cell, and in it by where the name ends */
  constructor(uses: ReadonlyMap<number, ReadonlyMap<number, Use>>) {
    this.#uses = uses;
    this.#calls = new Calls(this);
  }

  run(chunks: readonly Chunked[]): void {
    for (const { source, statements } of chunks) {
      const scope: Scope = { store: this.#module, kind: "module", source };
      // What follows a `break` or `raise` at the top is another cell, or never runs: it is read all the same.
      for (const statement of statements) this.#execute([statement], { scope, returned: [] });
    }
    this.#runUncalled();
  }

  /** The use of an activation that detection found for a name or string that ends there. */
  useEndingAt({ cell, end }: Place): Use | undefined {
    return this.#uses.get(cell)?.get(end);
  }

  // --- Statements ---

  #execute(statements: readonly Statement[], frame: Frame): boolean {
    for (const statement of statements) if (!this.#executeOne(statement, frame)) return false;
    return true;
  }

  /** @returns whether what follows runs */
  #executeOne(statement: Statement, frame: Frame): boolean {
    const { scope } = frame;
    switch (statement.kind) {
      case "import":
        for (const { name, module, member } of statement.names) {
          const full = canonicalName(qualifiedName(module, member));
          this.#writeName(name, { kind: "qualified", name: full }, scope);
        }
        if (statement.star !== undefined) this.#stars.push(statement.star);
        return true;
      case "assign": {
        if (!statement.value) return true;
        const value = this.evaluate(statement.value, scope);
        for (const target of statement.targets) this.#bind(target, value, scope);
        return true;
      }
      case "update":
        this.#update(statement, scope);
        return true;
      case "expression":
        this.evaluate(statement.value, scope);
        return true;
      case "return":
        frame.returned.push(statement.value ? this.evaluate(statement.value, scope) : nothing);
        return false;
      case "leave":
        for (const part of statement.parts) this.evaluate(part, scope);
        return false;
      case "if":
        return this.#executeIf(statement, frame);
      case "loop":
        return this.#executeLoop(statement, frame);
      case "with":
        for (const { value, target } of statement.items) {
          this.evaluate(value, scope);
          if (target) this.#bind(target, unknown, scope);
        }
        return this.#execute(statement.body, frame);
      case "try": {
        const arms = [statement.body, ...statement.handlers];
        const isReached = this.state.branch(arms.map((body) => () => this.#execute(body, frame)));
        return this.#execute(statement.finally, frame) && isReached;
      }
      case "match":
        for (const subject of statement.subject) this.evaluate(subject, scope);
        return this.state.branch([
          ...statement.cases.map((body) => () => this.#execute(body, frame)),
          () => true,
        ]);
      case "function":
        this.#define(statement, scope);
        return true;
      case "class":
        this.#defineClass(statement, scope);
        return true;
      case "delete":
        for (const name of statement.names) this.#writeName(name, unknown, scope);
        return true;
      case "outer":
        return true;
      case "other":
        for (const part of statement.parts) this.evaluate(part, scope);
        return true;
    }
  }

  #executeIf({ arms }: Extract<Statement, { kind: "if" }>, frame: Frame): boolean {
    const [first] = arms;
    if (first?.test && isMain(first.test)) return this.#execute(first.body, frame);
    for (const { test } of arms) if (test) this.evaluate(test, frame.scope);
    const bodies = arms.map(
      ({ body }) =>
        () =>
          this.#execute(body, frame),
    );
    const isTotal = arms.some(({ test }) => !test);
    return this.state.branch(isTotal ? bodies : [...bodies, () => true]);
  }

  #executeLoop(statement: Extract<Statement, { kind: "loop" }>, frame: Frame): boolean {
    const { scope } = frame;
    const over = statement.over.map((part) => this.evaluate(part, scope));
    const items = this.#itemsToUnroll(statement, over);
    if (items) {
      const [target] = statement.targets;
      for (const item of items) {
        this.#bind(target!, item, scope);
        if (!this.#execute(statement.body, frame)) break;
      }
      return true;
    }
    const bound = boundNames(statement.body);
    this.#forget(bound, scope);
    for (const target of statement.targets) this.#bind(target, unknown, scope);
    this.state.branch([() => this.#executeOnce(statement.body, frame), () => true], afterLoop);
    this.#execute(statement.otherwise, frame);
    return true;
  }

  /** What the body does holds after it, although it may have left by `break` or `continue`. */
  #executeOnce(body: readonly Statement[], frame: Frame): boolean {
    this.#execute(body, frame);
    return true;
  }

  /** The layers of `for layer in layers`, where all are known and nothing leaves the loop. */
  #itemsToUnroll(
    { targets, body }: Extract<Statement, { kind: "loop" }>,
    [over]: readonly Value[],
  ): readonly Value[] | undefined {
    if (targets.length !== 1 || targets[0]?.kind !== "name") return undefined;
    const items = over && this.itemsOf(over);
    if (!items || items.length > longestUnrolled || body.length > 4) return undefined;
    return items.every(isCallable) ? items : undefined;
  }

  /** What a loop's body binds is not known when it starts again. */
  #forget({ names, attributes, updated }: BoundNames, scope: Scope): void {
    for (const name of names) this.#writeName(name, unknown, scope);
    for (const name of updated) {
      const value = this.lookUp(name, scope);
      if (value && value.kind !== "list") this.#writeName(name, unknown, scope);
    }
    for (const [root, name] of attributes) {
      const object = this.lookUp(root, scope);
      if (object?.kind === "instance") this.state.write(object.store, name, unknown);
    }
  }

  #update({ target, operator, value }: Extract<Statement, { kind: "update" }>, scope: Scope): void {
    const before = this.evaluate(target, scope);
    const given = this.evaluate(value, scope);
    if (before.kind === "list") {
      this.append(before.store, this.itemsOf(given) ?? [gap]);
      return;
    }
    const range = { start: target.range.start, end: value.range.end };
    const place = placeOf({ range }, scope);
    const right = { value: given, place: placeOf(value, scope) };
    const left = { value: before, place: placeOf(target, scope) };
    this.#bind(target, this.#calls.arithmetic(operator.slice(0, -1), left, right, place), scope);
  }

  #bind(target: Node, value: Value, scope: Scope): void {
    switch (target.kind) {
      case "name":
        this.#writeName(target.name, value, scope);
        break;
      case "tuple":
      case "list": {
        const items = this.itemsOf(value);
        const isExact =
          items?.length === target.items.length && !target.items.some(({ kind }) => kind === "spread");
        target.items.forEach((item, index) => {
          this.#bind(item, isExact ? items[index]! : unknown, scope);
        });
        break;
      }
      case "spread":
        this.#bind(target.value, unknown, scope);
        break;
      case "member": {
        const object = this.evaluate(target.object, scope);
        if (object.kind === "instance") this.state.write(object.store, target.member, value);
        break;
      }
      case "subscript": {
        const object = this.evaluate(target.object, scope);
        if (object.kind === "list" || object.kind === "sequential")
          this.state.write(object.store, "items", unknown);
        break;
      }
      case "binary":
      case "boolean":
      case "call":
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

  #writeName(name: string, value: Value, scope: Scope): void {
    if (!scope.globals?.has(name)) {
      this.state.write(scope.store, name, value);
      return;
    }
    // Which of the scopes outside has it does not matter: none may say anything of it any more.
    for (let outer = scope.outer; outer; outer = outer.outer) {
      if (outer.store.has(name)) this.state.write(outer.store, name, unknown);
    }
  }

  #define(statement: FunctionStatement, scope: Scope): void {
    const fn: FunctionValue = {
      kind: "function",
      statement,
      scope,
      ...(scope.kind === "class" && scope.owner ? { owner: scope.owner } : {}),
    };
    this.#functions.push(fn);
    this.#writeName(statement.name, isNeutral(statement) ? fn : unknown, scope);
  }

  #defineClass(statement: Extract<Statement, { kind: "class" }>, scope: Scope): void {
    const bases = statement.bases
      .filter(({ name, stars }) => name === undefined && stars === 0)
      .map(({ value }) => this.evaluate(value, scope));
    const store: Store = new Map();
    const found: ClassValue = { kind: "class", statement, bases, store, scope };
    this.#classes.push(found);
    const inner: Scope = { store, kind: "class", outer: scope, source: scope.source, owner: found };
    this.#execute(statement.body, { scope: inner, returned: [] });
    this.#writeName(statement.name, found, scope);
  }

  // --- Expressions ---

  evaluate(node: Node, scope: Scope): Value {
    if (++this.#expressions > mostExpressions) {
      this.isComplete = false;
      return unknown;
    }
    switch (node.kind) {
      case "name": {
        const value = this.lookUp(node.name, scope) ?? this.#starred(node.name) ?? unknown;
        if (value.kind === "tensor" && value.step) value.step.reads++;
        return value;
      }
      case "member":
        return this.#calls.memberOf(this.evaluate(node.object, scope), node.member);
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
        return node.operator === "not" ? unknown : this.#calls.arithmetic(node.operator, left, right, place);
      }
      case "binary":
        return this.#evaluateBinary(node, scope);
      case "conditional":
        this.evaluate(node.test, scope);
        return join(this.evaluate(node.then, scope), this.evaluate(node.otherwise, scope));
      case "tuple":
        return { kind: "tuple", items: this.#evaluateItems(node.items, scope) };
      case "list":
        return this.listOf(this.#evaluateItems(node.items, scope));
      case "subscript":
        return this.#evaluateSubscript(node, scope);
      case "spread":
        this.evaluate(node.value, scope);
        return unknown;
      case "lambda":
        return { kind: "function", statement: node, scope };
      case "named": {
        const value = this.evaluate(node.value, scope);
        this.#writeName(node.name, value, scope);
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
      this.comparisons.push({ operator, place, left, right });
      return unknown;
    }
    if (operator === "+" && left.value.kind === "list") {
      const items = [left.value, right.value].map((value) => this.itemsOf(value) ?? [gap]);
      return this.listOf(items.flat());
    }
    return this.#calls.arithmetic(operator, left, right, place);
  }

  #evaluateItems(nodes: readonly Node[], scope: Scope): Value[] {
    return nodes.flatMap((node) => {
      if (node.kind === "spread") return this.itemsOf(this.evaluate(node.value, scope)) ?? [gap];
      return [this.#evaluatePlaced(node, scope)];
    });
  }

  /** A function that is named in a list is known by where it stands there. */
  #evaluatePlaced(node: Node, scope: Scope): Value {
    const value = this.evaluate(node, scope);
    return value.kind === "qualified" ? { ...value, place: tokenOf(node, scope) } : value;
  }

  #evaluateSubscript(node: Extract<Node, { kind: "subscript" }>, scope: Scope): Value {
    const object = this.evaluate(node.object, scope);
    const indices = node.indices.map((index) => this.evaluate(index, scope));
    const text = scope.source.text.slice(node.object.range.end, node.range.end);
    const items = object.kind === "sequential" ? this.itemsIn(object.store) : this.itemsOf(object);
    if (items) {
      const [index] = indices;
      if (text.includes(":") || index?.kind !== "constant" || typeof index.value !== "number") return unknown;
      if (items.includes(gap)) return unknown;
      return items.at(index.value) ?? unknown;
    }
    if (object.kind !== "tensor") return unknown;
    // One share of several is a number between 0 and 1 of its own.
    const isPicked = text.includes(",") && text.split(",").some((part) => !/[:]|\.\.\.|None/.test(part));
    const isOne = object.domain === "probability" && isPicked;
    return withoutSize({ ...object, domain: isOne ? "unit" : object.domain });
  }

  #evaluateCall(node: Extract<Node, { kind: "call" }>, scope: Scope): Value {
    const { callee } = node;
    const place = placeOf(node, scope);
    if (callee.kind === "name" && !this.lookUp(callee.name, scope) && !this.#starred(callee.name)) {
      const given = this.#arguments(node.arguments, scope);
      return this.#calls.builtin(callee.name, given, scope);
    }
    if (callee.kind === "member") {
      const object = this.evaluate(callee.object, scope);
      const given = this.#arguments(node.arguments, scope);
      const token = placeOf({ range: callee.memberRange }, scope);
      const site = { place, token, object: placeOf(callee.object, scope) };
      return this.#calls.callMember(object, callee.member, given, site);
    }
    const called = this.evaluate(callee, scope);
    const given = this.#arguments(node.arguments, scope);
    return this.#calls.call(called, given, { place, token: tokenOf(callee, scope) });
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
        const items = this.itemsOf(value);
        if (!items) hasMore = true;
        for (const item of items ?? [gap]) positional.push({ value: item, place, whole });
      }
    }
    return { positional, keywords, hasMore };
  }

  // --- Names, lists ---

  qualified(name: string, member: string): Value {
    return { kind: "qualified", name: canonicalName(`${name}.${member}`) };
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

  #starred(name: string): Value | undefined {
    for (const module of this.#stars) {
      const full = canonicalName(`${module}.${name}`);
      if (isNamed(full)) return { kind: "qualified", name: full };
    }
    return undefined;
  }

  listOf(items: readonly Value[]): Value {
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
    if (items) this.state.write(store, "items", { kind: "tuple", items: [...items, ...added] });
  }

  // --- Functions ---

  callFunction(fn: FunctionValue, given: Arguments): Value {
    const { statement } = fn;
    if (this.#depth >= deepest || this.calls >= mostCalls || this.#active.has(statement)) {
      if (!this.#active.has(statement)) this.isComplete = false;
      return unknown;
    }
    this.calls++;
    this.ran.set(statement, this.calls);
    this.#depth++;
    this.#active.add(statement);
    try {
      return this.#runFunction(fn, given);
    } finally {
      this.#active.delete(statement);
      this.#depth--;
    }
  }

  #runFunction({ statement, scope: outer, owner }: FunctionValue, given: Arguments): Value {
    const store: Store = new Map();
    const { source } = outer;
    const body = statement.kind === "function" ? statement.body : [];
    const bound = boundNames(body);
    const own = new Set([...bound.names, ...bound.updated]);
    const globals = globalsOf(body);
    const self = given.positional[0]?.value;
    const scope: Scope = {
      ...{ store, kind: "function", outer, source, own, globals },
      ...(owner ? { owner } : outer.owner && outer.kind === "function" ? { owner: outer.owner } : {}),
      ...(owner && self ? { self } : outer.self ? { self: outer.self } : {}),
    };
    this.#bindParameters(statement.parameters, given, scope);
    if (statement.kind === "lambda") return this.evaluate(statement.body, scope);
    const frame: Frame = { scope, returned: [] };
    const isReached = this.#execute(body, frame);
    if (isGenerator(statement, source)) return unknown;
    const results = isReached ? [...frame.returned, nothing] : frame.returned;
    return isNeutral(statement) && results.length > 0 ? results.reduce(join) : unknown;
  }

  #bindParameters(parameters: readonly Parameter[], given: Arguments, scope: Scope): void {
    let position = 0;
    let isLost = false;
    let isKeywordOnly = false;
    for (const { name, stars, default: initial } of parameters) {
      if (stars > 0 || name === "/") {
        isKeywordOnly ||= stars === 1;
        if (name !== "") scope.store.set(name, unknown);
        continue;
      }
      const positional = isKeywordOnly ? undefined : given.positional[position++];
      isLost ||= positional?.value === gap;
      const argument = isLost ? undefined : (positional ?? given.keywords.get(name));
      const isDefault = !argument && !isLost && !given.hasMore && initial;
      const value = argument?.value ?? (isDefault ? this.evaluate(initial, scope.outer!) : unknown);
      scope.store.set(name, value);
    }
  }

  /** Functions and methods that nobody called, each on its own: what they change is taken back. */
  #runUncalled(): void {
    const bases = new Set(this.#classes.flatMap((found) => found.bases.filter(isClass)));
    // Functions within functions are added while those run.
    for (const fn of this.#functions) {
      const { statement, owner } = fn;
      if (this.ran.has(statement) || (owner && bases.has(owner))) continue;
      this.state.branch([
        () => {
          const isStatic =
            statement.kind === "function" && statement.decorators.some((d) => lastName(d) === "staticmethod");
          const self = owner && !isStatic ? [this.#calls.instanceOf(owner)] : [];
          // Making an instance may have run it.
          if (!this.ran.has(statement)) this.callFunction(fn, unknownArguments(self));
          return false;
        },
      ]);
    }
    for (const found of this.#classes) {
      if (bases.has(found)) continue;
      this.state.branch([
        () => {
          this.#calls.runInherited(found);
          return false;
        },
      ]);
    }
    this.state.branch([
      () => {
        this.#calls.applyUnapplied();
        return false;
      },
    ]);
  }
}

interface Frame {
  readonly scope: Scope;
  readonly returned: Value[];
}

export function placeOf({ range }: Pick<Node, "range">, { source }: Scope): Place {
  return { cell: source.cell, start: source.offset + range.start, end: source.offset + range.end };
}

/** The last segment of a name; of anything else all of it. */
function tokenOf(node: Node, scope: Scope): Place {
  if (node.kind === "member") return placeOf({ range: node.memberRange }, scope);
  return node.kind === "call" ? tokenOf(node.callee, scope) : placeOf(node, scope);
}

function constant(value: Literal, node: Node, scope: Scope): Value {
  return { kind: "constant", value, place: placeOf(node, scope) };
}

/** A list that a loop appends to has, after it, what it had before, some more, and what was appended last. */
function afterLoop(before: Value | undefined, after: Value): Value | undefined {
  if (before?.kind !== "tuple" || after.kind !== "tuple") return undefined;
  if (!before.items.every((item, index) => after.items[index] === item)) return undefined;
  const added = after.items.slice(before.items.length);
  return { kind: "tuple", items: [...before.items, gap, ...added, gap] };
}

function isCallable({ kind }: Value): boolean {
  return kind === "layer" || kind === "activation" || kind === "sequential" || kind === "instance";
}

function isClass(value: Value): value is ClassValue {
  return value.kind === "class";
}

function isMain(test: Node): boolean {
  return test.kind === "binary" && test.left.kind === "name" && test.left.name === "__name__";
}

function lastName(node: Node): string {
  return node.kind === "member" ? node.member : node.kind === "name" ? node.name : "";
}

function globalsOf(body: readonly Statement[]): ReadonlySet<string> {
  return new Set(body.flatMap((statement) => (statement.kind === "outer" ? statement.names : [])));
}

const generators = new WeakMap<FunctionStatement, boolean>();

function isGenerator(statement: FunctionStatement, { text }: Source): boolean {
  let known = generators.get(statement);
  if (known === undefined) {
    known = /\byield\b/.test(text.slice(statement.range.start, statement.range.end));
    generators.set(statement, known);
  }
  return known;
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
