import type { Arithmetic } from "../math/arithmetic.ts";
import type { Jet } from "../math/jet.ts";
import { logistic } from "../math/logistic.ts";
import { sumOf } from "../math/sum.ts";
import { interval } from "./claims.ts";
import { defineVector } from "./compile-vector.ts";
import type { Draws, Slice, VectorPoint } from "./define.ts";
import { drawCount, gumbelNoise } from "./gumbel-noise.ts";
import { sliceOfShares } from "./share-slice.ts";
import { largestOf, logOfSum, sharesAt } from "./shares.ts";
import { jang2016, maddison2016 } from "./sources.ts";

/**
 * Gumbel-softmax over one vector, y_i = e^((x_i + g_i)/τ) / Σ_j e^((x_j + g_j)/τ) with noise g drawn from Gumbel(0, 1), shape [n]
 * to [n]. What is computed is the mean of y over seeded draws (see `gumbelNoise`), the same every time, and of its slopes
 * ∂y_i/∂x_j = y_i (δ_ij − y_j)/τ. With hard = 1 a draw's largest entry becomes 1 and the others 0, of which the mean is
 * softmax(x); its slopes are those of the soft draw. Special values: those of softmax; NaN anywhere makes every entry NaN.
 * Accuracy: y within 0.02 of the mean over all noise, measured for two entries; plain doubles.
 */
export const gumbelSoftmax = defineVector({
  kind: "vector",
  id: "gumbel_softmax",
  name: "Gumbel-softmax",
  params: {
    tau: {
      default: 1,
      domain: { min: 0, open: true, why: "the noisy logits are divided by it" },
      slider: { min: 0.1, max: 5, step: 0.1 },
      symbol: "\\tau",
      meaning: "temperature: the lower it is, the nearer a draw comes to one 1 among 0",
      learnable: false,
    },
    hard: {
      default: 0,
      domain: { min: 0, max: 1, why: "it is 1 for yes and 0 for no" },
      slider: { min: 0, max: 1, step: 1 },
      symbol: "h",
      meaning: "1: the largest entry of a draw becomes 1, the others 0, with the slopes of the soft draw",
      learnable: false,
    },
  },
  relation: { holds: ({ hard }) => hard === 0 || hard === 1, says: "hard to be 0 or 1" },
  axis: { default: -1 },
  formula: {
    latex:
      "y_i = \\begin{cases} \\frac{e^{(x_i + g_i)/\\tau}}{\\sum_j e^{(x_j + g_j)/\\tau}} & h = 0 \\\\ 1 \\text{ at the largest } x_i + g_i & h = 1 \\end{cases} \\quad g_i \\sim \\operatorname{Gumbel}(0, 1)",
    text: ({ tau, hard }) =>
      hard === "1"
        ? "1 if argmax(x_j + g_j) == i else 0"
        : `exp((x_i + g_i)/${tau}) / sum(exp((x_j + g_j)/${tau}))`,
  },
  isEstimate: true,
  define: (xs, { tau, hard }, m) => {
    const soft = meanOfDraws(xs, tau, m);
    return hard === 1 ? { ...soft, value: sharesAt(xs, m).value } : soft;
  },
  slice: (others, { tau, hard }) => sliceBeside(others, tau, hard === 1),
  claims: { range: interval(0, 1, "neither"), sum: interval(1, 1, "both"), shiftInvariant: true },
  notes: {
    strengths: [
      {
        text: "Lets gradients through a random choice of categories, and outperformed the estimators before it.",
        condition: "structured prediction and generative models with categorical latent variables",
        source: jang2016,
      },
    ],
    weaknesses: [
      {
        text: "A low temperature makes draws near one-hot but slopes vary much; a high one makes draws smooth and slopes vary little.",
        condition: "any fixed temperature; the paper lowers it during training",
        source: jang2016,
      },
      {
        text: "With hard = 1 the slopes are of another function than the values, so that they are biased.",
        condition: "the straight-through form",
        source: jang2016,
      },
    ],
    whenToUse: [
      {
        text: "Layers that must choose one of several categories at random and be trained by gradients.",
        condition: "discrete latent variables of generative models",
        source: maddison2016,
      },
    ],
  },
  origin: jang2016,
});

/** The softmax of every draw; of all that is asked for, the mean. */
function meanOfDraws<N>(xs: readonly number[], tau: number, m: Arithmetic<N>): VectorPoint<N> {
  const largest = largestOf(xs);
  const distances = xs.map((x) => (x === largest ? 0 : x - largest));
  const draws = Array.from({ length: drawCount(xs.length) }, (_, k) =>
    sharesAt(
      distances.map((distance, i) => (distance + gumbelNoise(i)[k]!) / tau),
      m,
    ),
  );
  const mean = (numberOf: (draw: VectorPoint<N>) => N): N =>
    m.div(sumOf(draws.map(numberOf), m), m.constant(draws.length));
  const slow = m.constant(tau);
  return {
    value: (i) => mean((draw) => draw.value(i)),
    slope: (i, j) =>
      m.div(
        mean((draw) => draw.slope(i, j)),
        slow,
      ),
    pullback: (v) => {
      const pulled = new Map(draws.map((draw) => [draw, draw.pullback(v)]));
      return (j) =>
        m.div(
          mean((draw) => pulled.get(draw)!(j)),
          slow,
        );
    },
  };
}

/** Beside the others every draw is y₁ = σ(x₁/τ + c) with a c of its own; these, ascending. */
function offsetsBeside(others: readonly number[], tau: number): Float64Array {
  return Float64Array.from({ length: drawCount(others.length + 1) }, (_, k) => {
    const noisy = others.map((x, i) => (x + gumbelNoise(i + 1)[k]!) / tau);
    return gumbelNoise(0)[k]! / tau - logOfSum(noisy);
  }).sort();
}

/** Nine draws of ten lie within the band, one of twenty below and one above. */
const share = 0.9;
const rest = 0.05;

function sliceBeside(others: readonly number[], tau: number, isHard: boolean): Slice {
  const alone = sliceOfShares(others);
  const offsets = offsetsBeside(others, tau);
  const total = logOfSum(others);
  /** Of a hard draw to be 1, else it is 0. */
  const chance = (x: number) => logistic(x - total);
  const [low, high] = [rest, 1 - rest].map((part) => offsets[Math.floor(part * (offsets.length - 1))]!);
  const draws: Draws = {
    when: "every call",
    share,
    band: (x) =>
      isHard
        ? [Number(chance(x) > 1 - rest), Number(chance(x) > rest)]
        : [logistic(x / tau + low!), logistic(x / tau + high!)],
  };
  if (others.length === 0) return { ...alone, draws };
  return {
    jet: (x) => {
      const { value, derivative, secondDerivative } = meanLogistic(x / tau, offsets);
      return {
        value: isHard ? chance(x) : value,
        derivative: derivative / tau,
        secondDerivative: secondDerivative / tau / tau,
      };
    },
    claims: { ...alone.claims, derivativeRange: interval(0, 1 / (4 * tau), "neither") },
    draws,
  };
}

/** The mean of σ(a + c), σ′ and σ″ over the offsets c: from one exponential each, as a picture asks for it at 800 places. */
function meanLogistic(a: number, offsets: Float64Array): Jet {
  let [value, derivative, secondDerivative] = [0, 0, 0];
  for (let i = 0; i < offsets.length; i++) {
    const x = a + offsets[i]!;
    const power = Math.exp(-Math.abs(x));
    const near = 1 / (1 + power);
    const slope = power * near * near;
    const bend = slope * (1 - power) * near;
    value += x < 0 ? power * near : near;
    derivative += slope;
    secondDerivative += x < 0 ? bend : -bend;
  }
  const count = offsets.length;
  return {
    value: value / count,
    derivative: derivative / count,
    secondDerivative: secondDerivative / count,
  };
}
