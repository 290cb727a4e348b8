/**
 * Where a number format stops telling inputs apart. What is meant: x is a number of the format, and the result is the true
 * f(x) or f′(x), rounded once to the format. Processors that compute in float32 and round at the end give the same but for
 * the rare x whose result lies within float32's own error of the middle between two numbers of the format.
 */
import type { Claims } from "../functions/define.ts";
import type { Jet } from "../math/jet.ts";
import { type NumberFormat, count, formats, numberAt, placeOf, round } from "./format.ts";

/** From `x` outwards, on one side, the result is `value`. */
export interface Border {
  readonly x: number;
  readonly value: number;
}

/** What becomes of one side: absent where it does not happen, or f itself is so, without rounding. */
export interface SideBorders {
  /** f is exactly its limit: infinite where it overflows. */
  readonly value?: Border;
  /** f′ is exactly 0, or overflows. */
  readonly derivative?: Border;
}

export interface FormatBorders {
  readonly format: NumberFormat;
  readonly left: SideBorders;
  readonly right: SideBorders;
}

type Side = -1 | 1;

/** What is asked of a function. */
export interface Rounded {
  /** f and f′ for any double, with an error far below the format's */
  readonly jet: (x: number) => Jet;
  readonly claims: Pick<Claims, "left" | "right" | "kinks">;
  /** Where the gradient is computed from the rounded f. */
  readonly slopeOfValue?: ((y: number) => number) | undefined;
}

export function bordersOf({ jet, claims, slopeOfValue }: Rounded, format: NumberFormat): FormatBorders {
  const valueAt = (x: number) => jet(x).value;
  const trueSlopeAt = (x: number) => jet(x).derivative;
  const slopeAt = slopeOfValue ? (x: number) => slopeOfValue(round(valueAt(x), format)) : trueSlopeAt;
  const on = (side: Side): SideBorders => {
    const limit = side < 0 ? claims.left : claims.right;
    const value = borderOf(valueAt, limit.value, side, claims.kinks, format);
    // f′ is steep where f comes to its limit, wherever that is.
    const places = value ? [...claims.kinks, value.x] : claims.kinks;
    // Limits other than 0 and ±∞ are slopes of lines, along which inputs stay apart.
    const derivative =
      limit.derivative === 0 || Math.abs(limit.derivative) === Infinity
        ? borderOf(slopeAt, limit.derivative, side, places, format)
        : undefined;
    return {
      ...(value && valueAt(value.x) !== value.value ? { value } : {}),
      ...(derivative && trueSlopeAt(derivative.x) !== derivative.value ? { derivative } : {}),
    };
  };
  return { format, left: on(-1), right: on(1) };
}

/**
 * The innermost number of the format from which all farther out give the limit. Found by halving between two places: the
 * outermost of a few at which the result is not the limit, and the next one outwards. Between them the result must come to
 * its limit once and for all; a test over all numbers of the two small formats shows that it does.
 */
function borderOf(
  f: (x: number) => number,
  limit: number,
  side: Side,
  places: readonly number[],
  format: NumberFormat,
): Border | undefined {
  const value = round(limit, format);
  const isAtLimit = (n: number) => round(f(numberAt(n, format)), format) === value;
  const probes = probesOf(places, format);
  if (side > 0) probes.reverse();
  const inside = probes.findIndex((n) => !isAtLimit(n));
  if (inside <= 0) return undefined;
  let [out, within] = [probes[inside - 1]!, probes[inside]!];
  while (Math.abs(out - within) > 1) {
    const middle = Math.floor((out + within) / 2);
    if (isAtLimit(middle)) out = middle;
    else within = middle;
  }
  return { x: numberAt(out, format), value };
}

/** Exponents of two at which to look: every one where functions bend, a few to the ends of the widest format. */
const exponents = [
  ...Array.from({ length: 25 }, (_, k) => k - 12),
  ...Array.from({ length: 18 }, (_, k) => 16 * k - 144),
];

/** The places of 0, of powers of two and of the largest numbers, of both signs. */
const powersOf = new Map(
  formats.map((format) => {
    const powers = exponents.map((exponent) => placeNear(2 ** exponent, format));
    return [format, [0, ...powers, ...powers.map((n) => -n), count(format), -count(format)]] as const;
  }),
);

function placeNear(x: number, format: NumberFormat): number {
  const rounded = round(x, format);
  return Number.isFinite(rounded) ? placeOf(rounded, format) : Math.sign(x) * count(format);
}

/**
 * Where to look, in order, as places in the format's order: at powers of two, and closer and closer around each place at
 * which something may happen.
 */
function probesOf(places: readonly number[], format: NumberFormat): Float64Array {
  const last = count(format);
  const around = places
    .map((x) => placeNear(x, format))
    .flatMap((n) => [n, ...steps.flatMap((step) => [n - step, n + step])])
    .filter((n) => Math.abs(n) < last);
  return Float64Array.from([...powersOf.get(format)!, ...around]).sort();
}

const steps = Array.from({ length: 10 }, (_, k) => 8 ** k);
