import { defineElementwise } from "./compile.ts";
import { thresholdClaims } from "./thresholded.ts";
import { pytorchThreshold } from "./sources.ts";

/** Threshold: x above `threshold`, `value` at or below it. f′(threshold) = 0, as in PyTorch. No framework has defaults; those
 * here, 1 and 0, only show what it does. */
export const threshold = defineElementwise({
  kind: "elementwise",
  id: "threshold",
  name: "Threshold",
  params: {
    threshold: {
      default: 1,
      domain: { why: "x is compared with it" },
      slider: { min: -3, max: 3, step: 0.1 },
      symbol: "\\theta",
      meaning: "inputs at or below it are replaced",
      learnable: false,
    },
    value: {
      default: 0,
      domain: { why: "it is an output" },
      slider: { min: -3, max: 3, step: 0.1 },
      symbol: "v",
      meaning: "what replaces them",
      learnable: false,
    },
  },
  formula: {
    latex: "\\begin{cases} x & x > \\theta \\\\ v & x \\le \\theta \\end{cases}",
    text: ({ threshold: cut, value }) => `x if x > ${cut} else ${value}`,
  },
  define: (x, { threshold: cut, value }, m) => m.where(m.greater(x, cut), x, value),
  claims: ({ threshold: cut, value }) => thresholdClaims(cut, value),
  notes: {
    strengths: [
      {
        text: "ReLU is the case of 0 and 0; here cut-off and replacement are free.",
        condition: "any two numbers",
        source: pytorchThreshold,
      },
    ],
    weaknesses: [
      {
        text: "It jumps at the cut-off unless both numbers are equal, and the gradient says nothing about the jump.",
        condition: "inputs near the cut-off",
        source: pytorchThreshold,
      },
      {
        text: "No gradient at or below the cut-off.",
        condition: "inputs below it",
        source: pytorchThreshold,
      },
    ],
    whenToUse: [],
  },
});
