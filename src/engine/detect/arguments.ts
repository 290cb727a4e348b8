/** A call's arguments under the names of a spelling's parameters. */
import type { Literal, RowParameter, Spelling } from "../frameworks/define.ts";
import { type Arguments, effectOf, goesBy, matters } from "../frameworks/effect.ts";
import type { Range } from "../range.ts";
import type { Argument, Call, Expression } from "../syntax/expression.ts";
import type { ArgumentValue, Use } from "./use.ts";

/** The value of an expression, undefined where it is no constant. */
export type Fold = (expression: Expression) => Literal | undefined;

/** What a spelling and the arguments say of a use. */
export type Parametrised = Pick<Use, "function" | "params" | "explicit" | "unknown" | "values" | "literals">;

/** The arguments that a use is called with. */
export interface Applied extends Pick<Call, "arguments"> {
  /** Those that `functools.partial` has given before: they stand elsewhere. */
  readonly given?: readonly Argument[] | undefined;
}

/**
 * @param applied undefined for a name that is not called: all parameters are at their defaults
 * @param skipped positional arguments that stand before the spelling's own: the `self` of a method called on its class
 */
export function parametrise(
  spelling: Spelling,
  applied: Applied | undefined,
  fold: Fold,
  skipped = 0,
): Parametrised {
  const { given: before = [], arguments: list } = applied ?? { arguments: [] };
  const given = assign(spelling.params, [...before, ...list], skipped);
  const { params } = spelling;
  const isPlain = !params.some(
    (parameter) => matters(parameter) && (given.mayHaveMore || given.byName.has(parameter.name)),
  );
  if (isPlain) return atDefaults(spelling);
  return read(spelling, given, fold, new Set(before.map(valueOf)));
}

const defaults = new WeakMap<Spelling, Parametrised>();

/** As most are written: nothing is given that matters. */
function atDefaults(spelling: Spelling): Parametrised {
  let known = defaults.get(spelling);
  if (!known) defaults.set(spelling, (known = read(spelling, nothing, () => undefined, new Set())));
  return known;
}

const nothing: Assigned = { byName: new Map(), mayHaveMore: false };

/** @param elsewhere values that stand in another call */
function read(
  spelling: Spelling,
  given: Assigned,
  fold: Fold,
  elsewhere: ReadonlySet<Expression | undefined>,
): Parametrised {
  const params: Record<string, ArgumentValue> = {};
  const explicit: string[] = [];
  const unknown = new Set<string>();
  const values = new Map<string, Literal>();
  const literals: Range[] = [];
  for (const parameter of spelling.params.filter(matters)) {
    const { name, default: initial } = parameter;
    const argument = given.byName.get(name);
    const value = argument?.value && fold(argument.value);
    if (argument) explicit.push(name);
    if (value !== undefined) {
      values.set(name, value);
      params[name] = value;
      const written = argument!.value!;
      if (isLiteral(written) && !elsewhere.has(written)) literals.push(written.range);
    } else if (argument || given.mayHaveMore) {
      unknown.add(name);
      params[name] = null;
    } else if (initial !== undefined) params[name] = initial;
  }
  const known: Arguments = { values, unknown };
  return { ...effectOf(spelling, known), params, explicit, unknown: [...unknown], literals };
}

interface Assigned {
  readonly byName: ReadonlyMap<string, { readonly value: Expression | undefined }>;
  /** `*args` or `**kwargs` may give what is not seen. */
  readonly mayHaveMore: boolean;
}

function assign(parameters: readonly RowParameter[], call: readonly Argument[], skipped: number): Assigned {
  const byName = new Map<string, { readonly value: Expression | undefined }>();
  let position = -skipped;
  let mayHaveMore = false;
  for (const argument of call) {
    switch (argument.kind) {
      case "spread":
        mayHaveMore = true;
        position = Infinity;
        break;
      case "keyword-spread":
        mayHaveMore = true;
        break;
      case "keyword": {
        const { name: written, value } = argument;
        const parameter = parameters.find((candidate) => goesBy(candidate, written));
        if (parameter) byName.set(parameter.name, { value });
        break;
      }
      case "positional": {
        const parameter = parameters.find((candidate) => candidate.position === position);
        if (parameter) byName.set(parameter.name, { value: argument.value });
        else if (argument.mayName) mayHaveMore = true;
        position++;
        break;
      }
    }
  }
  return { byName, mayHaveMore };
}

export function valueOf(argument: Argument): Expression | undefined {
  return "value" in argument ? argument.value : undefined;
}

/** The argument that a call gives for a position or name. */
export function argumentFor(
  { arguments: list }: Pick<Call, "arguments">,
  name: string,
  position: number | null,
): Expression | undefined {
  const keyword = list.find((argument) => argument.kind === "keyword" && argument.name === name);
  if (keyword?.kind === "keyword") return keyword.value;
  const spread = list.findIndex(({ kind }) => kind === "spread");
  const certain = spread < 0 ? list : list.slice(0, spread);
  const positional =
    position === null ? undefined : certain.filter(({ kind }) => kind === "positional")[position];
  return positional?.kind === "positional" ? positional.value : undefined;
}

/** Whether the value is written out: the hover answers on it. */
function isLiteral(expression: Expression): boolean {
  switch (expression.kind) {
    case "number":
    case "string":
    case "boolean":
    case "none":
      return true;
    case "unary":
      return isLiteral(expression.operand);
    case "binary":
      return isLiteral(expression.left) && isLiteral(expression.right);
    // What folds is a conversion: `float("inf")`.
    case "call":
      return true;
    case "name":
    case "member":
    case "choice":
    case "item":
    case "table":
    case "other":
      return false;
  }
}
