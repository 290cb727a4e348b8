/** Functions of the file, run where they are called. */
import type { FunctionStatement, Node, Parameter, Statement } from "../../syntax/program.ts";
import { boundNames } from "./bound-names.ts";
import type { Interpreter } from "./interpreter.ts";
import type { Frame } from "./statements.ts";
import {
  gap,
  join,
  nothing,
  unknown,
  type Arguments,
  type FunctionValue,
  type Scope,
  type Source,
  type Store,
  type Value,
} from "./value.ts";

/** How deep calls are followed, … */
const deepest = 12;
/** … and how many of them in one file. */
const mostCalls = 4000;

/** Decorators that leave what the function computes as it is. */
const neutralDecorators: ReadonlySet<string> = new Set(
  "jit pmap vmap function no_grad inference_mode enable_grad compact nowrap staticmethod checkpoint autocast custom_fwd torch_compile compile typechecked jaxtyped override wraps remat partial cache lru_cache".split(
    " ",
  ),
);

export function isNeutral({ decorators }: FunctionStatement): boolean {
  return decorators.every((decorator) => neutralDecorators.has(lastName(decorator)));
}

export class Functions {
  readonly #run: Interpreter;
  /** When each function was last run, counted in calls. */
  readonly ran = new Map<FunctionValue["statement"], number>();
  calls = 0;
  /** All of the file, also within functions that were run. */
  readonly defined: FunctionValue[] = [];
  readonly #active = new Set<FunctionValue["statement"]>();
  #depth = 0;

  constructor(run: Interpreter) {
    this.#run = run;
  }

  call(fn: FunctionValue, given: Arguments): Value {
    const { statement } = fn;
    if (this.#depth >= deepest || this.calls >= mostCalls || this.#active.has(statement)) {
      if (!this.#active.has(statement)) this.#run.isComplete = false;
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
    const { own } = boundNames(body);
    const globals = globalsOf(body);
    const self = given.positional[0]?.value;
    const scope: Scope = {
      ...{ store, kind: "function", outer, source, own, globals },
      ...(owner ? { owner } : outer.owner && outer.kind === "function" ? { owner: outer.owner } : {}),
      ...(owner && self ? { self } : outer.self ? { self: outer.self } : {}),
    };
    this.#bindParameters(statement.parameters, given, scope);
    if (statement.kind === "lambda") return this.#run.expressions.evaluate(statement.body, scope);
    const frame: Frame = { scope, returned: [] };
    const isReached = this.#run.statements.execute(body, frame);
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
      const value =
        argument?.value ?? (isDefault ? this.#run.expressions.evaluate(initial, scope.outer!) : unknown);
      scope.store.set(name, value);
    }
  }
}

export function lastName(node: Node): string {
  return node.kind === "member" ? node.member : node.kind === "name" ? node.name : "";
}

const none: ReadonlySet<string> = new Set();

function globalsOf(body: readonly Statement[]): ReadonlySet<string> {
  const names = body.flatMap((statement) => (statement.kind === "outer" ? statement.names : []));
  return names.length === 0 ? none : new Set(names);
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
