import { interval, level, lineLeft } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { goodfellow2016, mikolov2013, pytorchLogitsLoss } from "./sources.ts";

/** Log-sigmoid, ln σ(x) = −ln(1 + e^−x). */
export const logSigmoid = defineElementwise({
  kind: "elementwise",
  id: "log_sigmoid",
  name: "Log-sigmoid",
  params: {},
  formula: { latex: "-\\ln\\left(1 + e^{-x}\\right)", text: () => "-log(1 + exp(-x))" },
  define: (x, _params, m) => m.neg(m.softplus(m.neg(x))),
  claims: () => ({
    range: interval(-Infinity, 0, "neither"),
    derivativeRange: interval(0, 1, "neither"),
    monotone: true,
    zeroCentred: false,
    smoothness: "smooth",
    kinks: [],
    saturates: "right",
    left: lineLeft(1),
    right: level(0),
  }),
  notes: {
    strengths: [
      {
        text: "Exact where σ(x) has underflowed: a logarithm after a separate sigmoid loses precision.",
        condition: "losses that take the logarithm of a probability",
        source: pytorchLogitsLoss,
      },
    ],
    weaknesses: [
      {
        text: "Its outputs are never positive, and unbounded: it is a part of a loss, not a squashing function.",
        condition: "between hidden layers",
        source: goodfellow2016,
      },
    ],
    whenToUse: [
      {
        text: "The log-likelihood of a binary target.",
        condition: "negative sampling, word2vec",
        source: mikolov2013,
      },
    ],
  },
});
