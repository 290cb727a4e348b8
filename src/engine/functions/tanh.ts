import { interval, level } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { glorot2010, krizhevsky2012, lecun1998, pytorchLstm } from "./sources.ts";

/** Hyperbolic tangent. */
export const tanh = defineElementwise({
  kind: "elementwise",
  id: "tanh",
  name: "Tanh",
  params: {},
  formula: { latex: "\\tanh(x)", text: () => "tanh(x)" },
  define: (x, _params, m) => m.tanh(x),
  slopeOfValue: (y) => 1 - y * y,
  claims: () => ({
    range: interval(-1, 1, "neither"),
    derivativeRange: interval(0, 1, "high"),
    monotone: true,
    zeroCentred: true,
    smoothness: "smooth",
    kinks: [],
    saturates: "both",
    left: level(-1),
    right: level(1),
  }),
  notes: {
    strengths: [
      {
        text: "Often converges faster than the logistic function, as its outputs centre on 0.",
        condition: "hidden layers",
        source: lecun1998,
      },
    ],
    weaknesses: [
      {
        text: "Took six times as long as ReLU to 25 % training error.",
        condition: "one four-layer CNN on CIFAR-10",
        source: krizhevsky2012,
      },
      {
        text: "Large inputs saturate it on both sides.",
        condition: "deep nets with random initialisation",
        source: glorot2010,
      },
    ],
    whenToUse: [
      {
        text: "Candidate and output of recurrent cells, where it is the default.",
        condition: "LSTM cells",
        source: pytorchLstm,
      },
      {
        text: "Hidden layers, before other sigmoids.",
        condition: "when a saturating function is wanted",
        source: lecun1998,
      },
    ],
  },
  origin: lecun1998,
});
