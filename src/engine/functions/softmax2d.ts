import { interval } from "./claims.ts";
import { defineVector } from "./compile-vector.ts";
import { sliceOfShares } from "./share-slice.ts";
import { sharesAt } from "./shares.ts";
import { singleShares } from "./single-shares.ts";
import { long2014, pytorchSoftmax2d } from "./sources.ts";

/**
 * Softmax over the channels of each pixel, y_c = e^(x_c) / Σ_k e^(x_k). The vector, shape [channels], is one pixel's; no axis
 * is to be chosen. Special values: those of softmax.
 */
export const softmax2d = defineVector({
  kind: "vector",
  id: "softmax2d",
  name: "Softmax2d",
  params: {},
  formula: {
    latex: "y_{c,h,w} = \\frac{e^{x_{c,h,w}}}{\\sum_k e^{x_{k,h,w}}}",
    text: () => "exp(x_i) / sum(exp(x_j))",
  },
  define: (xs, _params, m) => sharesAt(xs, m),
  single: (xs) => singleShares(xs),
  slice: (others) => sliceOfShares(others),
  claims: { range: interval(0, 1, "neither"), sum: interval(1, 1, "both"), shiftInvariant: true },
  notes: {
    strengths: [],
    weaknesses: [
      {
        text: "Goes over the third axis from the end, so other layouts than channels first are normalised along the wrong one.",
        condition: "inputs (N, C, H, W) or (C, H, W) are expected",
        source: pytorchSoftmax2d,
      },
    ],
    whenToUse: [
      {
        text: "Output layer that scores every pixel's classes.",
        condition: "semantic segmentation, trained with cross-entropy at each pixel",
        source: long2014,
      },
    ],
  },
});
