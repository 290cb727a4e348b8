import { interval, lineLeft, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { roy2019 } from "./sources.ts";

/** LiSHT, x tanh x. */
export const lisht = defineElementwise({
  kind: "elementwise",
  id: "lisht",
  name: "LiSHT",
  params: {},
  formula: { latex: "x \\tanh(x)", text: () => "x*tanh(x)" },
  define: (x, _params, m) => m.mul(x, m.tanh(x)),
  claims: () => ({
    range: interval(0, Infinity, "low"),
    derivativeRange: interval(-1.1996786402577337, 1.1996786402577337, "both"),
    monotone: false,
    zeroCentred: false,
    smoothness: "smooth",
    kinks: [],
    saturates: "none",
    left: lineLeft(-1),
    right: lineRight(1),
  }),
  notes: {
    strengths: [
      {
        text: "Unlike tanh it does not saturate: large inputs of either sign keep a slope of about 1.",
        condition: "compared with tanh",
        source: roy2019,
      },
    ],
    weaknesses: [
      {
        text: "The sign is lost: f(−x) = f(x).",
        condition: "wherever the sign means something",
        source: roy2019,
      },
    ],
    whenToUse: [
      {
        text: "In place of tanh, as the paper tried it.",
        condition: "small classifiers of images and text",
        source: roy2019,
      },
    ],
  },
  origin: roy2019,
});
