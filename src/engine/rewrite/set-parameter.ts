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
  /** How it is added where it is not written; null where it cannot be. */
  readonly addition: Addition | null;
}

export interface Addition {
  /** Which of the call's points it is added at. */
  readonly point: number;
  /** What stands before the number, and behind it: `negative_slope=` */
  readonly before: string;
  readonly after: string;
  /** Where its place says which it is: what is written for it when one behind it is given. */
  readonly otherwise: string | null;
}

/** Where something can be added. */
export interface Point {
  readonly at: number;
  /** Before all that is added there, between each two, and behind it. */
  readonly lead: string;
  readonly between: string;
  readonly tail: string;
}

export interface ParameterPlaces {
  /** The whole call. Positions count from its start. */
  readonly text: string;
  /** In the order of the signature. */
  readonly places: readonly ParameterPlace[];
  readonly points: readonly Point[];
  /** Whether a whole number is written with a point: `1.0`. */
  readonly hasPoint: boolean;
}

interface Edit {
  readonly range: Range;
  readonly text: string;
}

/**
 * @param values under the engine's names
 * @returns edits of the call in the order of its text; undefined where one of the values has no place or no way of
 * being written
 */
export function parameterEdits(call: ParameterPlaces, values: ParameterValues): readonly Edit[] | undefined {
  const texts = new Map<ParameterPlace, string>();
  for (const [parameter, value] of Object.entries(values)) {
    const place = call.places.find((candidate) => candidate.parameter === parameter);
    const text = place && numberText(place, value, call.hasPoint);
    if (text === undefined || (!place!.written && !place!.addition)) return undefined;
    texts.set(place!, text);
  }
  const replaced = [...texts].flatMap(([{ written }, text]) => (written ? [{ range: written, text }] : []));
  const added = call.points.flatMap(({ at, lead, between, tail }, index) => {
    const pieces = piecesAt(call, index, texts);
    const range = { start: at, end: at };
    return pieces.length > 0 ? [{ range, text: lead + pieces.join(between) + tail }] : [];
  });
  return [...replaced, ...added].sort((a, b) => a.range.start - b.range.start);
}

/** What is added at a point; those before the last that are given by their places, too. */
function piecesAt(
  { places }: ParameterPlaces,
  index: number,
  texts: ReadonlyMap<ParameterPlace, string>,
): string[] {
  const here = places.filter(({ written, addition }) => !written && addition?.point === index);
  const last = here.map((place) => texts.has(place)).lastIndexOf(true);
  return here.slice(0, last + 1).flatMap((place) => {
    const { before, after, otherwise } = place.addition!;
    const text = texts.get(place) ?? otherwise;
    return text === null ? [] : [before + text + after];
  });
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
function numberText({ infinite }: ParameterPlace, value: number, hasPoint: boolean): string | undefined {
  if (value === Infinity) return infinite ?? undefined;
  if (!Number.isFinite(value)) return undefined;
  const text = Object.is(value, -0) ? "-0.0" : String(value);
  return hasPoint && /^-?\d+$/.test(text) ? `${text}.0` : text;
}
