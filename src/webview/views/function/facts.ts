/** What a function's record claims, as rows of text. Pure. */
import { drawsText } from "../../../engine/curve/describe.ts";
import { formatFacts } from "../../../engine/curve/format-facts.ts";
import { numberText } from "../../../engine/curve/number-text.ts";
import { type Drawable, drawableOf } from "../../../engine/curve/drawable.ts";
import { isJump, kinkAt } from "../../../engine/curve/kinks.ts";
import { inflectionsOf } from "../../../engine/curve/turns.ts";
import type { Claims, Draws, Interval, Limit } from "../../../engine/functions/define.ts";
import type {
  ActivationFunction,
  ElementwiseFunction,
  GatedFunction,
  ParameterValues,
  VectorFunction,
} from "../../../engine/functions/index.ts";
import { lipschitzConstant } from "../../../engine/functions/claims.ts";

export interface Fact {
  readonly name: string;
  readonly text: string;
}

export function factsOf(fn: ActivationFunction, params: ParameterValues): readonly Fact[] {
  switch (fn.kind) {
    case "elementwise": {
      const { jet, claims, draws } = drawableOf(fn, params);
      return [...drawsFacts("f", draws), ...curveFacts("f", jet, claims), ...formatRows("f", fn, params)];
    }
    case "gated":
      return gatedFacts(fn, params);
    case "vector":
      return [...drawsFacts("y₁", drawableOf(fn, params).draws), ...vectorFacts(fn)];
  }
}

/** Of anything that is drawn. */
export function curveFacts(symbol: string, jet: Drawable["jet"], claims: Claims): readonly Fact[] {
  const atZero = jet(0);
  return [
    { name: "Range", text: intervalText(claims.range) },
    { name: `Range of ${symbol}′`, text: hullText(claims.derivativeRange) },
    { name: "Lipschitz constant", text: lipschitzText(symbol, claims) },
    { name: "Smoothness", text: smoothnessText(symbol, jet, claims) },
    { name: "Saturates", text: saturationText(symbol, claims) },
    {
      name: "At 0",
      text: `${symbol}(0) = ${numberText(atZero.value)}, ${symbol}′(0) = ${numberText(atZero.derivative)}`,
    },
    { name: `${symbol}″ changes sign`, text: inflectionText({ jet, claims }) },
    { name: "Monotone", text: claims.monotone ? "yes, never decreases" : "no" },
    { name: "Zero-centred", text: claims.zeroCentred ? `yes, ${symbol}(-x) = -${symbol}(x)` : "no" },
    {
      name: "Far out",
      text: `${symbol} → ${limitText(claims.left)} on the left, ${limitText(claims.right)} on the right`,
    },
  ];
}

/** Of a random function. */
function drawsFacts(symbol: string, draws: Draws | undefined): readonly Fact[] {
  return draws === undefined ? [] : [{ name: "Random", text: drawsText(symbol, draws) }];
}

/** What its gate does; in a it is a line. */
function gatedFacts(fn: GatedFunction, params: ParameterValues): readonly Fact[] {
  const { gate, axis } = fn;
  const { jet, claims } = drawableOf(fn, params);
  return [
    { name: "Gate", text: `y = a · act(b), act is ${gate.name}` },
    { name: "Slopes", text: "∂y/∂a = act(b), ∂y/∂b = a · act′(b)" },
    ...(axis === undefined
      ? []
      : [{ name: "Halves", text: `a is the first, b the second along axis ${axis.default}` }]),
    ...curveFacts("act", jet, claims),
    ...formatRows("act", fn, params),
  ];
}

/** Where rounding to a number format makes inputs one. */
function formatRows(
  symbol: string,
  fn: ElementwiseFunction | GatedFunction,
  params: ParameterValues,
): readonly Fact[] {
  return formatFacts(symbol, fn, params).map(({ name, text }) => ({ name: `In ${name}`, text }));
}

function vectorFacts({ claims: { range, sum, shiftInvariant }, lengths }: VectorFunction): readonly Fact[] {
  return [
    { name: "Each output", text: intervalText(range) },
    ...(sum === undefined ? [] : [{ name: "Sum of outputs", text: sumText(sum) }]),
    {
      name: "Adding a constant",
      text: shiftInvariant ? "to every input changes nothing" : "to every input changes the outputs",
    },
    { name: "Lengths", text: lengths === undefined ? "[n] to [n]" : lengths.text },
  ];
}

function sumText(sum: Interval): string {
  return sum.low === sum.high ? numberText(sum.low) : intervalText(sum);
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

function lipschitzText(symbol: string, claims: Claims): string {
  const constant = lipschitzConstant(claims);
  if (Number.isFinite(constant)) return numberText(constant, 5);
  return claims.smoothness === "discontinuous" ? `none: ${symbol} jumps` : `none: ${symbol}′ is unbounded`;
}

function inflectionText(drawable: Pick<Drawable, "jet" | "claims">): string {
  const places = inflectionsOf(drawable);
  if (places === undefined) return "without end";
  return places.length === 0 ? "nowhere" : `at ${places.map((x) => numberText(x)).join(", ")}`;
}

function smoothnessText(symbol: string, jet: Drawable["jet"], claims: Claims): string {
  const kinks = claims.kinks.map((x) => {
    const kink = kinkAt(jet, x);
    const { left, right } = kink;
    const [what, from, to] = isJump(kink)
      ? [symbol, left.value, right.value]
      : [`${symbol}′`, left.derivative, right.derivative];
    return `at ${numberText(x)} ${what} jumps from ${limitNumber(from)} to ${limitNumber(to)}`;
  });
  switch (claims.smoothness) {
    case "discontinuous":
      return `not continuous: ${kinks.join("; ")}`;
    case "C0":
      return `kink: ${kinks.join("; ")}`;
    case "C1":
      return `${symbol}′ is continuous, ${symbol}″ jumps`;
    case "C2":
      return `${symbol}″ is continuous`;
    case "smooth":
      return "smooth";
  }
}

/** A one-sided limit is read one double beside the kink, which leaves a 0 not quite 0. */
function limitNumber(value: number): string {
  return numberText(Math.abs(value) < 1e-12 ? 0 : value);
}

function saturationText(symbol: string, { saturates }: Claims): string {
  switch (saturates) {
    case "none":
      return "no";
    case "left":
      return `on the left (${symbol}′ → 0)`;
    case "right":
      return `on the right (${symbol}′ → 0)`;
    case "both":
      return `on both sides (${symbol}′ → 0)`;
  }
}

function limitText({ value }: Limit): string {
  return Number.isNaN(value) ? "no limit" : numberText(value);
}
