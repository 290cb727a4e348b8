import { interval } from "./claims.ts";
import { defineVector } from "./compile-vector.ts";
import { sliceOfShares } from "./share-slice.ts";
import { mirrored, sharesAt } from "./shares.ts";
import { singleShares } from "./single-shares.ts";
import { snell2017 } from "./sources.ts";

/** Softmin over one vector, y_i = e^(−x_i) / Σ_j e^(−x_j), shape [n] to [n]: softmax of −x, its special values likewise. */
export const softmin = defineVector({
  kind: "vector",
  id: "softmin",
  name: "Softmin",
  params: {},
  axis: { default: -1 },
  formula: {
    latex: "y_i = \\frac{e^{-x_i}}{\\sum_j e^{-x_j}}",
    text: () => "exp(-x_i) / sum(exp(-x_j))",
  },
  define: (xs, _params, m) =>
    mirrored(
      sharesAt(
        xs.map((x) => -x),
        m,
      ),
      m,
    ),
  single: (xs) => singleShares(xs, -1),
  slice: (others) => sliceOfShares(others, -1),
  claims: { range: interval(0, 1, "neither"), sum: interval(1, 1, "both"), shiftInvariant: true },
  notes: {
    strengths: [],
    weaknesses: [],
    whenToUse: [
      {
        text: "Turns distances to one prototype per class into probabilities: the nearest gets the most.",
        condition: "few-shot classification by squared Euclidean distances",
        source: snell2017,
      },
    ],
  },
});
