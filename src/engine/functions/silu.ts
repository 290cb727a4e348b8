import { defineElementwise } from "./compile.ts";
import { bhalgat2020, elfwing2017, howard2019, ramachandran2017 } from "./sources.ts";
import { swishClaims, swishText } from "./swish.ts";

/** SiLU, also called Swish: x σ(βx). */
export const silu = defineElementwise({
  kind: "elementwise",
  id: "silu",
  name: "SiLU",
  params: {
    beta: {
      default: 1,
      domain: { why: "it scales x inside the gate; at 0 the function is x/2, below 0 it is mirrored" },
      slider: { min: 0, max: 5, step: 0.1 },
      symbol: "\\beta",
      meaning: "sharpness of the gate",
      learnable: false,
    },
  },
  formula: {
    latex: "x \\, \\sigma(\\beta x)",
    text: ({ beta }) => swishText(beta),
  },
  define: (x, { beta }, m) => m.mul(x, m.logistic(m.mul(beta, x))),
  claims: ({ beta }) => swishClaims(beta),
  notes: {
    strengths: [
      {
        text: "Instead of ReLU it raised ImageNet accuracy by 0.9 points in Mobile NASNet-A and 0.6 in Inception-ResNet-v2.",
        condition: "two networks designed for ReLU",
        source: ramachandran2017,
      },
    ],
    weaknesses: [
      {
        text: "Its negative outputs cost a sign bit or accuracy in quantisation.",
        condition: "2 to 4 bits",
        source: bhalgat2020,
      },
      {
        text: "In quantised inference it took 15 % longer than hard swish.",
        condition: "MobileNetV3 on phones",
        source: howard2019,
      },
    ],
    whenToUse: [
      {
        text: "Deeper networks, as a drop-in for ReLU.",
        condition: "challenging data sets of 2017",
        source: ramachandran2017,
      },
      {
        text: "Function approximation in reinforcement learning, its first use.",
        condition: "shallow and convolutional agents",
        source: elfwing2017,
      },
    ],
  },
  origin: elfwing2017,
});
