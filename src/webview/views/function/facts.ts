/** What a function's record claims, as rows of text. Pure. */
import { numberText } from "../../../engine/curve/number-text.ts";
import type { Claims, Interval, Limit } from "../../../engine/functions/define.ts";
import type {
  ElementwiseFunction,
  ParameterValues,
  VectorFunction,
} from "../../../engine/functions/index.ts";
import { nextDown, nextUp } from "../../../engine/math/neighbours.ts";

export interface Fact {
  readonly name: string;
  readonly text: string;
}

export function elementwiseFacts(fn: ElementwiseFunction, params: ParameterValues): readonly Fact[] {
  const claims = fn.claims(params);
  const atZero = fn.jet(0, params);
  return [
    { name: "Range", text: intervalText(claims.range) },
    { name: "Range of f′", text: hullText(claims.derivativeRange) },
    { name: "Smoothness", text: smoothnessText(fn, params, claims) },
    { name: "Saturates", text: saturationText(claims) },
    { name: "At 0", text: `f(0) = ${numberText(atZero.value)}, f′(0) = ${numberText(atZero.derivative)}` },
    { name: "Monotone", text: claims.monotone ? "yes, never decreases" : "no" },
    { name: "Zero-centred", text: claims.zeroCentred ? "yes, f(-x) = -f(x)" : "no" },
    {
      name: "Far out",
      text: `f → ${limitText(claims.left)} on the left, ${limitText(claims.right)} on the right`,
    },
  ];
}

export function vectorFacts({ claims }: VectorFunction): readonly Fact[] {
  const sum = claims.sum === undefined ? [] : [{ name: "Sum of outputs", text: numberText(claims.sum) }];
  return [
    { name: "Each output", text: intervalText(claims.range) },
    ...sum,
    {
      name: "Adding a constant",
      text: claims.shiftInvariant ? "to every input changes nothing" : "to every input changes the outputs",
    },
  ];
}

/** "[0, ∞)" */
export function intervalText({ low, high, lowClosed, highClosed }: Interval): string {
  const number = (value: number) => numberText(value, 5);
  return `${lowClosed ? "[" : "("}${number(low)}, ${number(high)}${highClosed ? "]" : ")"}`;
}

/** "0.15 to 1": f′ may leave out numbers in between. */
function hullText({ low, high }: Interval): string {
  return low === high ? numberText(low, 5) : `${numberText(low, 5)} to ${numberText(high, 5)}`;
}

function smoothnessText(fn: ElementwiseFunction, params: ParameterValues, claims: Claims): string {
  const kinks = claims.kinks.map((kink) => {
    const left = fn.jet(nextDown(kink), params);
    const right = fn.jet(nextUp(kink), params);
    const jumps = Math.abs(left.value - right.value) > 1e-9 * Math.max(1, Math.abs(left.value));
    const [what, from, to] = jumps
      ? ["f", left.value, right.value]
      : ["f′", left.derivative, right.derivative];
    return `at ${numberText(kink)} ${what} jumps from ${limitNumber(from)} to ${limitNumber(to)}`;
  });
  switch (claims.smoothness) {
    case "discontinuous":
      return `not continuous: ${kinks.join("; ")}`;
    case "C0":
      return `kink: ${kinks.join("; ")}`;
    case "C1":
      return "f′ is continuous, f″ jumps";
    case "C2":
      return "f″ is continuous";
    case "smooth":
      return "smooth";
  }
}

/** A one-sided limit is read one double beside the kink, which leaves a 0 not quite 0. */
function limitNumber(value: number): string {
  return numberText(Math.abs(value) < 1e-12 ? 0 : value);
}

function saturationText({ saturates }: Claims): string {
  switch (saturates) {
    case "none":
      return "no";
    case "left":
      return "on the left (f′ → 0)";
    case "right":
      return "on the right (f′ → 0)";
    case "both":
      return "on both sides (f′ → 0)";
  }
}

function limitText({ value }: Limit): string {
  return Number.isNaN(value) ? "no limit" : numberText(value);
}
