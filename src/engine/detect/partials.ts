/** Functions that apply another one in part. */
import { firstSegment, lastSegment } from "../frameworks/lookup.ts";
import type { Argument, Call, Expression } from "../syntax/expression.ts";

/** By their qualified names: how many arguments of the other one stand before those that they give it. */
const partials = new Map([
  ["functools.partial", 0],
  ["julia:Base.Fix2", 1],
]);

export function isPartial(name: string): boolean {
  return partials.has(name);
}

/** Top-level modules that have them. */
export const modulesOfPartials: readonly string[] = [...partials.keys()].map(firstSegment);

const segments = new Set([...partials.keys()].map(lastSegment));

/** Whether it may be such a function's own name. */
export function mayBePartial(segment: string): boolean {
  return segments.has(segment);
}

/** What is applied, and what it is given, where the function is called so. */
export function partialBy(
  name: string,
  { arguments: list }: Pick<Call, "arguments">,
): { readonly applied: Expression; readonly given: readonly Argument[] } | undefined {
  const [first, ...rest] = list;
  if (first?.kind !== "positional") return undefined;
  // Nothing is said of those before.
  const open = Array.from({ length: partials.get(name) ?? 0 }, (): Argument => ({
    kind: "positional",
    value: { kind: "other", range: first.value.range },
  }));
  return { applied: first.value, given: [...open, ...rest] };
}
