import { interval, level, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { devlin2018, hendrycks2016, liu2022 } from "./sources.ts";

/** GELU, x Φ(x), exactly (by the error function). */
export const gelu = defineElementwise({
  kind: "elementwise",
  id: "gelu",
  name: "GELU",
  params: {},
  formula: {
    latex: "\\frac{x}{2} \\left(1 + \\operatorname{erf}\\left(\\frac{x}{\\sqrt{2}}\\right)\\right)",
    text: () => "0.5*x*(1 + erf(x/sqrt(2)))",
  },
  define: (x, _params, m) => m.mul(x, m.normalCdf(x)),
  claims: () => ({
    range: interval(-0.16997120747990366, Infinity, "low"),
    derivativeRange: interval(-0.12890414518515478, 1.1289041451851547, "both"),
    monotone: false,
    zeroCentred: false,
    smoothness: "smooth",
    kinks: [],
    saturates: "left",
    left: level(0),
    right: lineRight(1),
  }),
  notes: {
    strengths: [
      {
        text: "Did better than ReLU and ELU in all the experiments of its paper.",
        condition: "vision, language and speech tasks of 2016",
        source: hendrycks2016,
      },
    ],
    weaknesses: [
      {
        text: "Not monotone: it falls to −0.17 at −0.75 and comes back to 0, so two inputs can give one output.",
        condition: "inputs below 0",
        source: hendrycks2016,
      },
    ],
    whenToUse: [
      {
        text: "Transformers, where it followed ReLU.",
        condition: "feed-forward blocks, from GPT and BERT on",
        source: devlin2018,
      },
      {
        text: "In CNNs it hardly matters: instead of ReLU it left the accuracy at 80.6 %.",
        condition: "a modernised ResNet-50 on ImageNet",
        source: liu2022,
      },
    ],
  },
  origin: hendrycks2016,
});
