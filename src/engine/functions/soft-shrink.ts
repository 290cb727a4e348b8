import { defineElementwise } from "./compile.ts";
import { lambd, shrinkClaims } from "./shrinkage.ts";
import { donoho1994, gregor2010 } from "./sources.ts";

/** Soft shrink: x moved towards 0 by lambd, and 0 within it. f′ = 0 at both kinks, as in PyTorch. */
export const softShrink = defineElementwise({
  kind: "elementwise",
  id: "soft_shrink",
  name: "Soft shrink",
  params: {
    lambd,
  },
  formula: {
    latex:
      "\\begin{cases} x - \\lambda & x > \\lambda \\\\ x + \\lambda & x < -\\lambda \\\\ 0 & \\text{otherwise} \\end{cases}",
    text: ({ lambd }) => `x - ${lambd} if x > ${lambd} else x + ${lambd} if x < -${lambd} else 0`,
  },
  define: (x, { lambd }, m) => {
    const below = m.where(m.greater(m.neg(lambd), x), m.add(x, lambd), m.constant(0));
    return m.where(m.greater(x, lambd), m.sub(x, lambd), below);
  },
  claims: ({ lambd }) => shrinkClaims(lambd, lambd),
  notes: {
    strengths: [
      {
        text: "Sets small coefficients to 0 and moves the others continuously.",
        condition: "estimating a signal from noisy wavelet coefficients",
        source: donoho1994,
      },
    ],
    weaknesses: [
      {
        text: "Every input outside the dead zone is biased towards 0 by λ.",
        condition: "large coefficients",
        source: donoho1994,
      },
      { text: "No gradient within the dead zone.", condition: "small inputs", source: gregor2010 },
    ],
    whenToUse: [
      {
        text: "Sparse coding unrolled into a network, as its only non-linearity.",
        condition: "LISTA",
        source: gregor2010,
      },
    ],
  },
  origin: donoho1994,
});
