import { interval, level } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { transformersActivations } from "./sources.ts";

/** Square root of softplus, √ln(1 + eˣ). Far left, where eˣ underflows long before its root, it is e^(x/2). */
export const sqrtSoftplus = defineElementwise({
  kind: "elementwise",
  id: "sqrt_softplus",
  name: "Square root of softplus",
  params: {},
  formula: { latex: "\\sqrt{\\ln\\left(1 + e^{x}\\right)}", text: () => "sqrt(log(1 + exp(x)))" },
  define: (x, _params, m) => {
    const tail = m.exp(m.mul(m.constant(0.5), x));
    return m.where(m.greater(x, m.constant(-300)), m.sqrt(m.softplus(x)), tail);
  },
  claims: () => ({
    range: interval(0, Infinity, "neither"),
    derivativeRange: interval(0, 0.31908634316947576, "high"),
    monotone: true,
    zeroCentred: false,
    smoothness: "smooth",
    kinks: [],
    saturates: "both",
    left: level(0),
    right: { value: Infinity, derivative: 0, secondDerivative: 0 },
  }),
  notes: {
    strengths: [
      {
        text: "Positive everywhere, and grows only as √x.",
        condition: "scores that are to be positive",
        source: transformersActivations,
      },
    ],
    weaknesses: [
      {
        text: "Its slope is at most 0.32 and falls to 0 on both sides.",
        condition: "large inputs of either sign",
        source: transformersActivations,
      },
    ],
    whenToUse: [],
  },
});
