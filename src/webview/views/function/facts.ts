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
import { t, told } from "../../../engine/l10n.ts";

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
    { name: t("Range"), text: intervalText(claims.range) },
    { name: t("Range of {0}", `${symbol}′`), text: hullText(claims.derivativeRange) },
    { name: t("Lipschitz constant"), text: lipschitzText(symbol, claims) },
    { name: t("Smoothness"), text: smoothnessText(symbol, jet, claims) },
    { name: t("Saturates"), text: saturationText(symbol, claims) },
    {
      name: t("At 0"),
      text: `${symbol}(0) = ${numberText(atZero.value)}, ${symbol}′(0) = ${numberText(atZero.derivative)}`,
    },
    { name: t("{0} changes sign", `${symbol}″`), text: inflectionText({ jet, claims }) },
    { name: t("Monotone"), text: claims.monotone ? t("yes, never decreases") : t("no") },
    {
      name: t("Zero-centred"),
      text: claims.zeroCentred ? t("yes, {0}(-x) = -{0}(x)", symbol) : t("no"),
    },
    {
      name: t("Far out"),
      text: t(
        "{0} → {1} on the left, {2} on the right",
        symbol,
        limitText(claims.left),
        limitText(claims.right),
      ),
    },
  ];
}

/** Of a random function. */
function drawsFacts(symbol: string, draws: Draws | undefined): readonly Fact[] {
  return draws === undefined ? [] : [{ name: t("Random"), text: drawsText(symbol, draws) }];
}

/** What its gate does; in a it is a line. */
function gatedFacts(fn: GatedFunction, params: ParameterValues): readonly Fact[] {
  const { gate, axis } = fn;
  const { jet, claims } = drawableOf(fn, params);
  return [
    { name: t("Gate"), text: t("{0}, act is {1}", "y = a · act(b)", gate.name) },
    { name: t("Slopes"), text: "∂y/∂a = act(b), ∂y/∂b = a · act′(b)" },
    ...(axis === undefined
      ? []
      : [{ name: t("Halves"), text: t("a is the first, b the second along axis {0}", axis.default) }]),
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
  return formatFacts(symbol, fn, params).map(({ name, text }) => ({ name: t("In {0}", name), text }));
}

function vectorFacts({ claims: { range, sum, shiftInvariant }, lengths }: VectorFunction): readonly Fact[] {
  return [
    { name: t("Each output"), text: intervalText(range) },
    ...(sum === undefined ? [] : [{ name: t("Sum of outputs"), text: sumText(sum) }]),
    {
      name: t("Adding a constant"),
      text: shiftInvariant ? t("to every input changes nothing") : t("to every input changes the outputs"),
    },
    { name: t("Lengths"), text: told(lengths?.text ?? "[n] to [n]") },
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
  return low === high ? numberText(low, 5) : t("{0} to {1}", numberText(low, 5), numberText(high, 5));
}

function lipschitzText(symbol: string, claims: Claims): string {
  const constant = lipschitzConstant(claims);
  if (Number.isFinite(constant)) return numberText(constant, 5);
  return claims.smoothness === "discontinuous"
    ? t("none: {0} jumps", symbol)
    : t("none: {0} is unbounded", `${symbol}′`);
}

function inflectionText(drawable: Pick<Drawable, "jet" | "claims">): string {
  const places = inflectionsOf(drawable);
  if (places === undefined) return t("without end");
  return places.length === 0 ? t("nowhere") : t("at {0}", places.map((x) => numberText(x)).join(", "));
}

function smoothnessText(symbol: string, jet: Drawable["jet"], claims: Claims): string {
  const kinks = claims.kinks.map((x) => {
    const kink = kinkAt(jet, x);
    const { left, right } = kink;
    const [what, from, to] = isJump(kink)
      ? [symbol, left.value, right.value]
      : [`${symbol}′`, left.derivative, right.derivative];
    return t("at {0} {1} jumps from {2} to {3}", numberText(x), what, limitNumber(from), limitNumber(to));
  });
  switch (claims.smoothness) {
    case "discontinuous":
      return t("not continuous: {0}", kinks.join("; "));
    case "C0":
      return t("kink: {0}", kinks.join("; "));
    case "C1":
      return t("{0}′ is continuous, {0}″ jumps", symbol);
    case "C2":
      return t("{0} is continuous", `${symbol}″`);
    case "smooth":
      return t("smooth");
  }
}

/** A one-sided limit is read one double beside the kink, which leaves a 0 not quite 0. */
function limitNumber(value: number): string {
  return numberText(Math.abs(value) < 1e-12 ? 0 : value);
}

function saturationText(symbol: string, { saturates }: Claims): string {
  switch (saturates) {
    case "none":
      return t("no");
    case "left":
      return t("on the left ({0}′ → 0)", symbol);
    case "right":
      return t("on the right ({0}′ → 0)", symbol);
    case "both":
      return t("on both sides ({0}′ → 0)", symbol);
  }
}

function limitText({ value }: Limit): string {
  return Number.isNaN(value) ? t("no limit") : numberText(value);
}
