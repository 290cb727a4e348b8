import { defineElementwise } from "./compile.ts";
import { rectifierClaims } from "./rectifier.ts";
import { lu2019, maas2013, xu2015 } from "./sources.ts";

/** Leaky ReLU: x above 0, negative_slope · x below. f′(0) = negative_slope, as in PyTorch. */
export const leakyRelu = defineElementwise({
  kind: "elementwise",
  id: "leaky_relu",
  name: "Leaky ReLU",
  params: {
    negative_slope: {
      default: 0.01,
      domain: { why: "it multiplies x; below 0 the function is no longer monotone" },
      slider: { min: 0, max: 1, step: 0.01 },
      symbol: "\\alpha",
      meaning: "slope for x < 0",
      learnable: false,
    },
  },
  formula: {
    latex: "\\begin{cases} x & x \\ge 0 \\\\ \\alpha x & x < 0 \\end{cases}",
    text: ({ negative_slope }) => `x if x >= 0 else ${negative_slope}*x`,
  },
  define: (x, { negative_slope }, m) => m.where(m.greater(x, m.constant(0)), x, m.mul(negative_slope, x)),
  claims: ({ negative_slope }) => rectifierClaims(negative_slope),
  notes: {
    strengths: [
      {
        text: "Negative inputs keep a gradient, scaled by the slope, so a unit cannot lose it altogether.",
        condition: "slope other than 0",
        source: maas2013,
      },
      {
        text: "A slope other than 0 consistently did better than ReLU.",
        condition: "CIFAR-10, CIFAR-100 and one small image set",
        source: xu2015,
      },
    ],
    weaknesses: [
      {
        text: "A fixed slope was prone to overfit.",
        condition: "small data sets",
        source: xu2015,
      },
      {
        text: "A slope of 0.01 leaves one hundredth of the gradient per layer: dying is slowed more than cured.",
        condition: "deep nets, small slopes",
        source: maas2013,
      },
    ],
    whenToUse: [
      {
        text: "Where many ReLU units are dead.",
        condition: "deep or narrow nets; initialisation and learning rate are the other cures",
        source: lu2019,
      },
    ],
  },
  origin: maas2013,
});
