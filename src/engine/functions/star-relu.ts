import { interval, level } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import type { Claims } from "./define.ts";
import { yu2022 } from "./sources.ts";

/** StarReLU, s · max(0, x)² + b. */
export const starRelu = defineElementwise({
  kind: "elementwise",
  id: "star_relu",
  name: "StarReLU",
  params: {
    scale: {
      default: 0.8944,
      domain: { why: "it multiplies the square" },
      slider: { min: 0.1, max: 3, step: 0.05 },
      symbol: "s",
      meaning: "scale of the square",
      learnable: true,
    },
    bias: {
      default: -0.4472,
      domain: { why: "it is added" },
      slider: { min: -2, max: 2, step: 0.05 },
      symbol: "b",
      meaning: "offset",
      learnable: true,
    },
  },
  formula: { latex: "s \\max(0, x)^{2} + b", text: ({ scale, bias }) => `${scale}*max(0, x)^2 + ${bias}` },
  define: (x, { scale, bias }, m) => {
    const square = m.where(m.greater(x, m.constant(0)), m.mul(x, x), m.constant(0));
    return m.add(m.mul(scale, square), bias);
  },
  claims: ({ scale, bias }) => claims(scale, bias),
  notes: {
    strengths: [
      {
        text: "71 % fewer operations than GELU, at better accuracy.",
        condition: "MetaFormer baselines on ImageNet",
        source: yu2022,
      },
    ],
    weaknesses: [
      {
        text: "Scale and bias bring mean 0 and variance 1 only where inputs are standard normal.",
        condition: "other distributions; then they are learned",
        source: yu2022,
      },
      { text: "Its slope 2sx grows without bound.", condition: "large positive inputs", source: yu2022 },
    ],
    whenToUse: [
      {
        text: "In place of GELU between the layers of a block.",
        condition: "MetaFormers for vision",
        source: yu2022,
      },
    ],
  },
  origin: yu2022,
});

function claims(scale: number, bias: number): Claims {
  const isFlat = scale === 0;
  const up = scale > 0;
  const end = up ? Infinity : -Infinity;
  return {
    range: isFlat
      ? interval(bias, bias, "both")
      : interval(up ? bias : -Infinity, up ? Infinity : bias, "both"),
    derivativeRange: isFlat
      ? interval(0, 0, "both")
      : interval(up ? 0 : -Infinity, up ? Infinity : 0, "both"),
    monotone: scale >= 0,
    zeroCentred: isFlat && bias === 0,
    smoothness: isFlat ? "smooth" : "C1",
    kinks: [],
    saturates: isFlat ? "both" : "left",
    left: level(bias),
    right: isFlat ? level(bias) : { value: end, derivative: end, secondDerivative: 2 * scale },
  };
}
