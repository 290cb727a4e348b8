import { defineElementwise } from "./compile.ts";
import { lambd, shrinkClaims } from "./shrinkage.ts";
import { donoho1994 } from "./sources.ts";

/** Hard shrink: x outside [−lambd, lambd], 0 within. It jumps at both ends; f′ = 0 there, as in PyTorch. */
export const hardShrink = defineElementwise({
  kind: "elementwise",
  id: "hard_shrink",
  name: "Hard shrink",
  params: {
    lambd,
  },
  formula: {
    latex: "\\begin{cases} x & |x| > \\lambda \\\\ 0 & \\text{otherwise} \\end{cases}",
    text: ({ lambd }) => `x if abs(x) > ${lambd} else 0`,
  },
  define: (x, { lambd }, m) => {
    const below = m.where(m.greater(m.neg(lambd), x), x, m.constant(0));
    return m.where(m.greater(x, lambd), x, below);
  },
  claims: ({ lambd }) => shrinkClaims(lambd, 0),
  notes: {
    strengths: [
      {
        text: "Sets small coefficients to 0 and leaves the others as they are.",
        condition: "estimating a signal from noisy wavelet coefficients",
        source: donoho1994,
      },
    ],
    weaknesses: [
      {
        text: "It jumps by λ at both ends of the dead zone, and the gradient says nothing about the jump.",
        condition: "inputs near ±λ",
        source: donoho1994,
      },
    ],
    whenToUse: [
      {
        text: "Denoising where large coefficients must stay unbiased.",
        condition: "wavelet shrinkage",
        source: donoho1994,
      },
    ],
  },
  origin: donoho1994,
});
