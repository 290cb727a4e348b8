/** Functions that apply another one in part, or give back what is called like it. */
import { firstSegment, lastSegment } from "../frameworks/lookup.ts";
import type { Argument, Call, Expression } from "../syntax/expression.ts";

/** By their qualified names: how many arguments of the other one stand before those that they give it. */
const partials = new Map([
  ["functools.partial", 0],
  ["julia:Base.Fix2", 1],
]);

/** Their other arguments are their own. */
const wrappers = new Set(["torch.compile", "torch.jit.script", "jax.jit"]);

export function isPartial(name: string): boolean {
  return partials.has(name) || isWrapper(name);
}

/** Whether what it makes of an object is called like the object. */
export function isWrapper(name: string): boolean {
  return wrappers.has(name);
}

/** Top-level modules that have them. */
export const modulesOfPartials: readonly string[] = [...partials.keys(), ...wrappers].map(firstSegment);

const segments = new Set([...partials.keys(), ...wrappers].map(lastSegment));

/** Whether it may be such a function's own name. */
export function mayBePartial(segment: string): boolean {
  return segments.has(segment);
}

/** How many arguments stand before those that such a function gives, by its own name. */
export function skippedBy(segment: string): number {
  for (const [name, count] of partials) if (lastSegment(name) === segment) return count;
  return 0;
}

/** What is applied, and what it is given, where the function is called so. */
export function partialBy(
  name: string,
  { arguments: list }: Pick<Call, "arguments">,
): { readonly applied: Expression; readonly given: readonly Argument[] } | undefined {
  const [first, ...rest] = list;
  if (first?.kind !== "positional") return undefined;
  if (isWrapper(name)) return { applied: first.value, given: [] };
  // Nothing is said of those before.
  const open = Array.from({ length: partials.get(name) ?? 0 }, (): Argument => ({
    kind: "positional",
    value: { kind: "other", range: first.value.range },
  }));
  return { applied: first.value, given: [...open, ...rest] };
}
