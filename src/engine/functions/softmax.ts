import { interval } from "./claims.ts";
import { defineVector } from "./compile-vector.ts";
import { sliceOfShares } from "./share-slice.ts";
import { sharesAt } from "./shares.ts";
import { singleShares } from "./single-shares.ts";
import { bridle1990, goodfellow2016, guo2017, yang2017 } from "./sources.ts";

/**
 * Softmax over one vector, y_i = e^(x_i) / Σ_j e^(x_j), shape [n] to [n]. Infinite entries: see `powersOf`. NaN anywhere makes
 * every entry NaN.
 */
export const softmax = defineVector({
  kind: "vector",
  id: "softmax",
  name: "Softmax",
  params: {},
  axis: { default: -1 },
  formula: {
    latex: "y_i = \\frac{e^{x_i}}{\\sum_j e^{x_j}}",
    text: () => "exp(x_i) / sum(exp(x_j))",
  },
  define: (xs, _params, m) => sharesAt(xs, m),
  single: (xs) => singleShares(xs),
  slice: (others) => sliceOfShares(others),
  claims: { range: interval(0, 1, "neither"), sum: interval(1, 1, "both"), shiftInvariant: true },
  notes: {
    strengths: [
      {
        text: "Turns n logits into n positive shares of 1 that can be read as probabilities of classes.",
        condition: "exactly one class is right, trained with cross-entropy",
        source: bridle1990,
      },
    ],
    weaknesses: [
      {
        text: "Confidence is often not accuracy; dividing the logits by one fitted temperature repairs much of it.",
        condition: "deep classifiers, before calibration",
        source: guo2017,
      },
      {
        text: "A separate log of its output loses precision: train on the logits.",
        condition: "any loss that takes a logarithm",
        source: goodfellow2016,
      },
      {
        text: "The rank of the logits is bounded by the hidden size, which limits what can be modelled.",
        condition: "language models with many more words than hidden units",
        source: yang2017,
      },
    ],
    whenToUse: [
      {
        text: "Output layer when exactly one of several classes is right; for several at once use a sigmoid each.",
        condition: "trained with cross-entropy on logits",
        source: goodfellow2016,
      },
    ],
  },
  origin: bridle1990,
});
