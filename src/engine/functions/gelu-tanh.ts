import type { Arithmetic } from "../math/arithmetic.ts";
import { bisect } from "../math/bisect.ts";
import { constant, jet, variable } from "../math/jet.ts";
import { interval, level, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import type { Claims } from "./define.ts";
import { hendrycks2016 } from "./sources.ts";

/** GELU in its tanh form, x/2 · (1 + tanh u) with u = α(x + βx³); computed as x σ(2u), whose left tail does not cancel. */
export const geluTanh = defineElementwise({
  kind: "elementwise",
  id: "gelu_tanh",
  name: "GELU, tanh form",
  params: {
    alpha: {
      default: 0.7978845608028654,
      domain: { min: 0, open: true, why: "at 0 the function is x/2, and below 0 it is mirrored" },
      slider: { min: 0.1, max: 2, step: 0.05 },
      symbol: "\\alpha",
      meaning: "inner scale, √(2/π) in the standard form",
      learnable: false,
    },
    beta: {
      default: 0.044715,
      domain: { min: 0, why: "below 0 the gate turns back for large inputs" },
      slider: { min: 0, max: 0.2, step: 0.005 },
      symbol: "\\beta",
      meaning: "cubic coefficient, 0.044715 in the standard form",
      learnable: false,
    },
  },
  formula: {
    latex: "\\frac{x}{2} \\left(1 + \\tanh\\left(\\alpha \\left(x + \\beta x^{3}\\right)\\right)\\right)",
    text: ({ alpha, beta }) => `0.5*x*(1 + tanh(${alpha}*(x + ${beta}*x^3)))`,
  },
  define: gated,
  claims: (params) => ({
    ...extremes(params),
    monotone: false,
    zeroCentred: false,
    smoothness: "smooth",
    kinks: [],
    saturates: "left",
    left: level(0),
    right: lineRight(1),
  }),
  notes: {
    strengths: [
      {
        text: "Close to exact GELU where speed is worth the cost of exactness.",
        condition: "hardware with a fast tanh and no fast erf",
        source: hendrycks2016,
      },
    ],
    weaknesses: [
      {
        text: "Differs from exact GELU by up to 4.7·10⁻⁴: keep the form that the weights were trained with.",
        condition: "porting trained weights",
        source: hendrycks2016,
      },
    ],
    whenToUse: [
      {
        text: "Where the trained model used it.",
        condition: "porting trained weights",
        source: hendrycks2016,
      },
    ],
  },
  origin: hendrycks2016,
});

function gated<N, C>(x: N, { alpha, beta }: Readonly<Record<"alpha" | "beta", N>>, m: Arithmetic<N, C>): N {
  const cube = m.mul(x, m.mul(x, x));
  const u = m.mul(alpha, m.add(x, m.mul(beta, cube)));
  return m.mul(x, m.logistic(m.mul(m.constant(2), u)));
}

/**
 * The least value lies where f′ = 0 and the least slope where f″ = 0, once each for x < 0: at f′ = 0, u is in (−1, 0), so
 * −1/α is below it, and f″ has changed sign by −2/α. As f(x) − f(−x) = x, the slopes at ±x add up to 1.
 */
function extremes(
  params: Readonly<Record<"alpha" | "beta", number>>,
): Pick<Claims, "range" | "derivativeRange"> {
  const lifted = { alpha: constant(params.alpha), beta: constant(params.beta) };
  const at = (x: number) => gated(variable(x), lifted, jet);
  const bottom = bisect((x) => at(x).derivative > 0, 0, -1 / params.alpha);
  const steepest = bisect((x) => at(x).secondDerivative > 0, bottom, -2 / params.alpha);
  const least = at(steepest).derivative;
  return {
    range: interval(at(bottom).value, Infinity, "low"),
    derivativeRange: interval(least, 1 - least, "both"),
  };
}
