import type { Arithmetic } from "../math/arithmetic.ts";
import { interval } from "./claims.ts";
import { defineVector } from "./compile-vector.ts";
import type { VectorPoint } from "./define.ts";
import { sliceOfShares } from "./share-slice.ts";
import { sharesAt } from "./shares.ts";
import { singleShares } from "./single-shares.ts";
import { miller2023, xiao2023 } from "./sources.ts";

/**
 * Quiet softmax over one vector, also softmax₁: y_i = e^(x_i) / (1 + Σ_j e^(x_j)), shape [n] to [n]; ∂y_i/∂x_j = y_i (δ_ij − y_j).
 * Entries +∞ share 1 equally; −∞ gives 0, also to every entry. NaN anywhere makes every entry NaN.
 */
export const quietSoftmax = defineVector({
  kind: "vector",
  id: "quiet_softmax",
  name: "Quiet softmax",
  params: {},
  axis: { default: -1 },
  formula: {
    latex: "y_i = \\frac{e^{x_i}}{1 + \\sum_j e^{x_j}}",
    text: () => "exp(x_i) / (1 + sum(exp(x_j)))",
  },
  define: (xs, _params, m) => sharesBesideZero(xs, m),
  single: (xs) => singleShares(xs, 1, 0),
  slice: (others) => sliceOfShares([...others, 0]),
  claims: { range: interval(0, 1, "neither"), sum: interval(0, 1, "neither"), shiftInvariant: false },
  notes: {
    strengths: [
      {
        text: "Its outputs can all tend to 0, so that a head of attention need not attend to anything.",
        condition: "proposed for the softmax of attention, without an experiment",
        source: miller2023,
      },
    ],
    weaknesses: [
      {
        text: "The model still needed other first tokens as sinks of attention, unlike with a sink that is learned.",
        condition: "language models of 160 million weights, pre-trained with it",
        source: xiao2023,
      },
    ],
    whenToUse: [
      {
        text: "Attention trained from the start where heads should be able to stay silent.",
        condition: "the weights must be trained with it: it is no drop-in replacement",
        source: miller2023,
      },
    ],
  },
  origin: miller2023,
});

/** The softmax of the entries after one more that is 0. */
function sharesBesideZero<N>(xs: readonly number[], m: Arithmetic<N>): VectorPoint<N> {
  const shares = sharesAt([0, ...xs], m);
  return {
    value: (i) => shares.value(i + 1),
    slope: (i, j) => shares.slope(i + 1, j + 1),
    pullback: (v) => {
      const pulled = shares.pullback([0, ...v]);
      return (j) => pulled(j + 1);
    },
  };
}
