/** Puts together what is reported of a use. */
import type { FrameworkSpelling } from "../frameworks/index.ts";
import { lastSegment } from "../frameworks/lookup.ts";
import type { Range } from "../range.ts";
import type { Argument, Call, Expression } from "../syntax/expression.ts";
import type { Reference } from "../syntax/outline.ts";
import { type Applied, type Fold, parametrise } from "./arguments.ts";
import { expressionIn, rangeIn } from "./context.ts";
import type { Part } from "./scopes.ts";
import type { Use, UseKind } from "./use.ts";

/** A call, or the arguments that `functools.partial` keeps for one. */
export type Application = Call & Applied & { readonly isPartial?: boolean };

export interface UseName extends FrameworkSpelling {
  readonly kind: UseKind;
  readonly isCertain: boolean;
  readonly range: Range;
  readonly nameRange: Range;
  /** Arguments that `functools.partial` has given elsewhere. */
  readonly given?: readonly Argument[];
}

export function useOf(name: UseName, applied: Application | undefined, fold: Fold, skipped = 0): Use {
  const { kind, framework, spelling, range, nameRange, isCertain, given } = name;
  const all = given
    ? { arguments: applied?.arguments ?? [], given: [...given, ...(applied?.given ?? [])] }
    : applied;
  return {
    kind,
    framework,
    spelling,
    certainty: isCertain ? "resolved" : "likely",
    range,
    nameRange,
    callRange: applied?.range ?? range,
    ...parametrise(spelling, all, fold, skipped),
  };
}

/** Where the function's name stands in the name that is read: `further` segments may follow it. */
export function nameOfUse(
  part: Part,
  reference: Reference,
  further: number,
): Pick<Use, "range" | "nameRange"> {
  let range = rangeIn(part, reference.range);
  const segments = reference.path === "" ? [reference.root] : [reference.root, ...reference.path.split(".")];
  if (further > 0) {
    let expression: Expression | undefined = expressionIn(part, range);
    for (let step = 0; step < further && expression?.kind === "member"; step++)
      expression = expression.object;
    range = expression?.range ?? range;
  }
  const last = lastSegment(segments[segments.length - 1 - further] ?? reference.root);
  return { range, nameRange: { start: range.end - last.length, end: range.end } };
}
