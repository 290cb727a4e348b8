import { defineGated } from "./compile.ts";
import { takesTwoMatrices } from "./gate-notes.ts";
import { relu } from "./relu.ts";
import { mirzadeh2023, shazeer2020 } from "./sources.ts";

/** ReGLU, a · max(0, b): a value a, a gate b through ReLU. At b = 0 both partials are 0. */
export const reglu = defineGated({
  kind: "gated",
  id: "reglu",
  name: "ReGLU",
  params: {},

  formula: {
    latex: "a \\cdot \\max(0, b)",
    text: () => "a*max(0, b)",
  },
  gate: relu,
  notes: {
    strengths: [
      {
        text: "Instead of ReLU it brought the held-out log-perplexity from 1.677 to 1.645.",
        condition: "T5-base pre-trained for 524,288 steps with as many weights",
        source: shazeer2020,
      },
    ],
    weaknesses: [takesTwoMatrices],
    whenToUse: [
      {
        text: "Language models whose gates should be exactly 0, so that their weights need not be read.",
        condition: "a gate of SiLU replaced by ReLU, and trained on",
        source: mirzadeh2023,
      },
    ],
  },
  origin: shazeer2020,
});
