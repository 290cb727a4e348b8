import { interval, level } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { ma2022 } from "./sources.ts";

/** Laplace, the normal distribution function Φ((x − μ)/σ), as Mega uses it. */
export const laplace = defineElementwise({
  kind: "elementwise",
  id: "laplace",
  name: "Laplace",
  params: {
    mu: {
      default: 0.707107,
      domain: { why: "it shifts x" },
      slider: { min: -2, max: 2, step: 0.05 },
      symbol: "\\mu",
      meaning: "centre",
      learnable: false,
    },
    sigma: {
      default: 0.282095,
      domain: { min: 0, open: true, why: "it is a standard deviation" },
      slider: { min: 0.2, max: 3, step: 0.05 },
      symbol: "\\sigma",
      meaning: "width",
      learnable: false,
    },
  },
  formula: {
    latex:
      "\\frac{1}{2} \\left(1 + \\operatorname{erf}\\left(\\frac{x - \\mu}{\\sigma \\sqrt{2}}\\right)\\right)",
    text: ({ mu, sigma }) => `0.5*(1 + erf((x - ${mu})/(${sigma}*sqrt(2))))`,
  },
  define: (x, { mu, sigma }, m) => m.normalCdf(m.div(m.sub(x, mu), sigma)),
  claims: ({ sigma }) => ({
    range: interval(0, 1, "neither"),
    derivativeRange: interval(0, densityAtZero / sigma, "high"),
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
        text: "Follows squared ReLU where attention weights lie, and bounds outputs and slope, which made training more stable.",
        condition: "attention in Mega",
        source: ma2022,
      },
    ],
    weaknesses: [
      {
        text: "Flat on both sides, within a unit of its centre.",
        condition: "inputs far from μ",
        source: ma2022,
      },
    ],
    whenToUse: [
      {
        text: "The attention function, in place of softmax or squared ReLU.",
        condition: "Mega's attention",
        source: ma2022,
      },
    ],
  },
  origin: ma2022,
});

/** 1 / √(2π) */
const densityAtZero = 0.3989422804014327;
