import { interval, level, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import type { Claims } from "./define.ts";
import { bisect } from "../math/bisect.ts";
import { jet, variable } from "../math/jet.ts";
import { wu2020 } from "./sources.ts";

/** Clipped GELU: x Φ(x), clamped to [min, max]. At a kink f′ is that of GELU, as of PyTorch's clamp. */
export const clippedGelu = defineElementwise({
  kind: "elementwise",
  id: "clipped_gelu",
  name: "Clipped GELU",
  params: {
    min: {
      default: -10,
      domain: { min: -Infinity, max: 0, open: true, why: "at 0 or above nothing would be left of the dip" },
      slider: { min: -1, max: -0.01, step: 0.01 },
      symbol: "m",
      meaning: "least output",
      learnable: false,
    },
    max: {
      default: 10,
      domain: { min: 0, open: true, max: Infinity, why: "at or below 0 nothing would be left of the rise" },
      slider: { min: 1.5, max: 12, step: 0.1 },
      symbol: "M",
      meaning: "largest output",
      learnable: false,
    },
  },
  formula: {
    latex: "\\min(\\max(x \\, \\Phi(x), m), M)",
    text: ({ min, max }) => {
      const gelu = "0.5*x*(1 + erf(x/sqrt(2)))";
      const above = min === "-inf" ? gelu : `max(${gelu}, ${min})`;
      return ["inf", "∞"].includes(max) ? above : `min(${above}, ${max})`;
    },
  },
  define: (x, { min, max }, m) => {
    const y = m.mul(x, m.normalCdf(x));
    return m.where(m.greater(y, max), max, m.where(m.greater(min, y), min, y));
  },
  claims: ({ min, max }) => claims(min, max),
  notes: {
    strengths: [
      {
        text: "A cap at 10 leaves the small negative outputs of GELU levels of their own when they are quantised to 8 bits.",
        condition: "BERT, integers of 8 bits",
        source: wu2020,
      },
    ],
    weaknesses: [
      { text: "No gradient where it is clipped.", condition: "inputs above the cap", source: wu2020 },
    ],
    whenToUse: [
      { text: "GELU networks that are to be quantised.", condition: "BERT in 8 bits", source: wu2020 },
    ],
  },
  origin: wu2020,
});

/** GELU falls to its least value here, and has its least and its largest slope at −√2 and √2. */
const dip = { x: -0.7517915246935645, value: -0.16997120747990366 };

function gelu(x: number): { readonly value: number; readonly derivative: number } {
  return jet.mul(variable(x), jet.normalCdf(variable(x)));
}

function claims(min: number, max: number): Claims {
  const below = (level: number) => (x: number) => gelu(x).value < level;
  const top = max < Infinity ? [bisect((x) => gelu(x).value <= max, 0, max + 2)] : [];
  // On both sides of the dip GELU comes to a level above it: from the left before it underflows, to the right before 0.
  const [left, right] = min > dip.value ? [-40, 0].map((end) => bisect(below(min), dip.x, end)) : [];
  const kinks = [left, right, ...top].filter((kink) => kink !== undefined);
  const steepest = {
    falling: Math.min(left ?? 0, -Math.SQRT2),
    rising: Math.min(...top, Math.SQRT2),
  };
  return {
    range: interval(Math.max(min, dip.value), max, "both"),
    derivativeRange: {
      low: gelu(steepest.falling).derivative,
      high: gelu(steepest.rising).derivative,
      lowClosed: steepest.falling === -Math.SQRT2,
      highClosed: steepest.rising === Math.SQRT2,
    },
    monotone: false,
    zeroCentred: false,
    smoothness: kinks.length > 0 ? "C0" : "smooth",
    kinks,
    saturates: top.length > 0 ? "both" : "left",
    left: level(0),
    right: top.length > 0 ? level(max) : lineRight(1),
  };
}
