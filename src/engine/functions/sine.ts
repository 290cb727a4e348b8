import { interval } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { sitzmann2020 } from "./sources.ts";

/** Sine, sin(ωx). It has no limit far out, so that it and its derivatives are NaN at ±∞. */
export const sine = defineElementwise({
  kind: "elementwise",
  id: "sine",
  name: "Sine",
  params: {
    omega: {
      default: 1,
      domain: { min: 0, open: true, why: "it is an angular frequency" },
      slider: { min: 0.1, max: 30, step: 0.1 },
      symbol: "\\omega",
      meaning: "angular frequency; SIREN takes 30",
      learnable: false,
    },
  },
  formula: { latex: "\\sin(\\omega x)", text: ({ omega }) => (omega === "1" ? "sin(x)" : `sin(${omega}*x)`) },
  define: (x, { omega }, m) => m.sinProduct(omega, x),
  claims: ({ omega }) => ({
    range: interval(-1, 1, "both"),
    derivativeRange: interval(-omega, omega, "both"),
    monotone: false,
    zeroCentred: true,
    smoothness: "smooth",
    kinks: [],
    saturates: "none",
    left: swinging,
    right: swinging,
  }),
  notes: {
    strengths: [
      {
        text: "A network of sines has networks of sines as derivatives, and fits signals together with their derivatives.",
        condition: "coordinate networks: images, sound, shapes, solutions of differential equations",
        source: sitzmann2020,
      },
    ],
    weaknesses: [
      {
        text: "It needs the initialisation made for it; without it training does poorly.",
        condition: "SIREN",
        source: sitzmann2020,
      },
    ],
    whenToUse: [
      {
        text: "Coordinate networks, with ω = 30 in the first layer.",
        condition: "SIREN and its initialisation",
        source: sitzmann2020,
      },
    ],
  },
  origin: sitzmann2020,
});

const swinging = { value: NaN, derivative: NaN, secondDerivative: NaN };
