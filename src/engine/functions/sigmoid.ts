import { interval, level } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import {
  glorot2010,
  goodfellow2016,
  guo2017,
  pytorchLogitsLoss,
  pytorchLstm,
  rumelhart1986,
} from "./sources.ts";

/** Sigmoid, the logistic function 1 / (1 + e^−x). */
export const sigmoid = defineElementwise({
  kind: "elementwise",
  id: "sigmoid",
  name: "Sigmoid",
  params: {},
  formula: { latex: "\\frac{1}{1 + e^{-x}}", text: () => "1/(1 + exp(-x))" },
  define: (x, _params, m) => m.logistic(x),
  slopeOfValue: (y) => y * (1 - y),
  claims: () => ({
    range: interval(0, 1, "neither"),
    derivativeRange: interval(0, 0.25, "high"),
    monotone: true,
    zeroCentred: false,
    smoothness: "smooth",
    kinks: [],
    saturates: "both",
    left: level(0),
    right: level(1),
  }),
  notes: {
    strengths: [
      {
        text: "Turns one logit into a number between 0 and 1 that can be read as a probability.",
        condition: "output unit for yes-or-no targets, trained with cross-entropy",
        source: goodfellow2016,
      },
    ],
    weaknesses: [
      {
        text: "Unsuited to hidden layers: its mean of 0.5 can drive the top hidden layer into saturation, and its slope is at most 0.25, even at 0.",
        condition: "deep nets with random initialisation",
        source: glorot2010,
      },
      {
        text: "Confidence is often not accuracy: modern networks are poorly calibrated.",
        condition: "deep classifiers, before calibration",
        source: guo2017,
      },
      {
        text: "A separate log of its output loses precision: train on the logits.",
        condition: "any loss that takes a logarithm",
        source: pytorchLogitsLoss,
      },
    ],
    whenToUse: [
      {
        text: "Output units for binary and for multi-label targets, one each.",
        condition: "trained with cross-entropy on logits",
        source: goodfellow2016,
      },
      {
        text: "Gates, which are to be between closed and open.",
        condition: "LSTM cells",
        source: pytorchLstm,
      },
    ],
  },
  origin: rumelhart1986,
});
