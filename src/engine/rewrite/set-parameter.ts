/**
 * A call's parameters as other numbers: which characters of the call change. Plain data without a parser, so that the
 * lab previews with this what the extension then writes.
 */
import type { ParameterValues } from "../functions/index.ts";
import type { Range } from "../range.ts";

/** Where a parameter stands in a call, or would stand. */
export interface ParameterPlace {
  /** The engine's name: `a` */
  readonly parameter: string;
  /** The framework's: `init` */
  readonly name: string;
  /** The value's code; null where the call takes the default. */
  readonly written: Range | null;
  /** How an infinite value is written: `None`; null where it cannot be. */
  readonly infinite: string | null;
}

export interface ParameterPlaces {
  /** The whole call. Positions count from its start. */
  readonly text: string;
  readonly places: readonly ParameterPlace[];
  /** Where a further argument goes, and what it needs before it. */
  readonly end: number;
  readonly separator: string;
}

interface Edit {
  readonly range: Range;
  readonly text: string;
}

/**
 * @param values under the engine's names
 * @returns edits of the call in the order of its text, what is added last; undefined where one of the values has no
 * place or no way of being written
 */
export function parameterEdits(call: ParameterPlaces, values: ParameterValues): readonly Edit[] | undefined {
  const replaced: Edit[] = [];
  const added: string[] = [];
  for (const [parameter, value] of Object.entries(values)) {
    const place = call.places.find((candidate) => candidate.parameter === parameter);
    const text = place && numberText(place, value);
    if (text === undefined) return undefined;
    if (place!.written) replaced.push({ range: place!.written, text });
    else added.push(`${place!.name}=${text}`);
  }
  replaced.sort((a, b) => a.range.start - b.range.start);
  if (added.length === 0) return replaced;
  const range = { start: call.end, end: call.end };
  return [...replaced, { range, text: call.separator + added.join(", ") }];
}

/** The call with these values; undefined as for `parameterEdits`. */
export function withParameters(call: ParameterPlaces, values: ParameterValues): string | undefined {
  const edits = parameterEdits(call, values);
  return edits?.reduceRight(
    (text, { range, text: piece }) => text.slice(0, range.start) + piece + text.slice(range.end),
    call.text,
  );
}

/** Shortest, so that it reads back as the same double. */
function numberText({ infinite }: ParameterPlace, value: number): string | undefined {
  if (value === Infinity) return infinite ?? undefined;
  if (!Number.isFinite(value)) return undefined;
  return Object.is(value, -0) ? "-0.0" : String(value);
}
