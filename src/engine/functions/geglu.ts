import { defineGated } from "./compile.ts";
import { takesTwoMatrices } from "./gate-notes.ts";
import { gelu } from "./gelu.ts";
import { gemma2024, shazeer2020 } from "./sources.ts";

/** GEGLU, a · b Φ(b): a value a, a gate b through GELU. */
export const geglu = defineGated({
  kind: "gated",
  id: "geglu",
  name: "GEGLU",
  params: {},

  formula: {
    latex: "a \\cdot \\frac{b}{2} \\left(1 + \\operatorname{erf}\\left(\\frac{b}{\\sqrt{2}}\\right)\\right)",
    text: () => "a*0.5*b*(1 + erf(b/sqrt(2)))",
  },
  gate: gelu,
  notes: {
    strengths: [
      {
        text: "Instead of ReLU it brought the held-out log-perplexity from 1.677 to 1.633.",
        condition: "T5-base pre-trained for 524,288 steps with as many weights",
        source: shazeer2020,
      },
    ],
    weaknesses: [takesTwoMatrices],
    whenToUse: [
      {
        text: "Feed-forward blocks of language models.",
        condition: "Gemma, there with the tanh form of GELU",
        source: gemma2024,
      },
    ],
  },
  origin: shazeer2020,
});
