import { defineElementwise } from "./compile.ts";
import { lambd, shrinkClaims } from "./shrinkage.ts";
import { onnxShrink } from "./sources.ts";

/** Shrink: x moved towards 0 by bias outside [−lambd, lambd], 0 within. f′ = 0 at both kinks, as of hard and soft shrink. */
export const shrink = defineElementwise({
  kind: "elementwise",
  id: "shrink",
  name: "Shrink",
  params: {
    lambd,
    bias: {
      default: 0,
      domain: { why: "it is subtracted" },
      slider: { min: -1, max: 3, step: 0.05 },
      symbol: "b",
      meaning: "how far x is moved towards 0",
      learnable: false,
    },
  },
  formula: {
    latex:
      "\\begin{cases} x - b & x > \\lambda \\\\ x + b & x < -\\lambda \\\\ 0 & \\text{otherwise} \\end{cases}",
    text: ({ lambd, bias }) => `x - ${bias} if x > ${lambd} else x + ${bias} if x < -${lambd} else 0`,
  },
  define: (x, { lambd, bias }, m) => {
    const below = m.where(m.greater(m.neg(lambd), x), m.add(x, bias), m.constant(0));
    return m.where(m.greater(x, lambd), m.sub(x, bias), below);
  },
  claims: ({ lambd, bias }) => shrinkClaims(lambd, bias),
  notes: {
    strengths: [
      {
        text: "Hard shrink with bias 0, soft shrink with bias λ, anything between with others.",
        condition: "denoising of coefficients",
        source: onnxShrink,
      },
    ],
    weaknesses: [
      {
        text: "It jumps at ±λ unless bias = λ, and the gradient says nothing about the jump.",
        condition: "inputs near ±λ",
        source: onnxShrink,
      },
    ],
    whenToUse: [],
  },
});
