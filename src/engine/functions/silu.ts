import { interval, level, lineLeft, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import type { Claims } from "./define.ts";
import { bhalgat2020, elfwing2017, howard2019, ramachandran2017 } from "./sources.ts";

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
    text: ({ beta }) => {
      const exponent = beta.startsWith("-") ? beta.slice(1) : `-${beta}`;
      return beta === "1" ? "x/(1 + exp(-x))" : `x/(1 + exp(${exponent}*x))`;
    },
  },
  define: (x, { beta }, m) => m.mul(x, m.logistic(m.mul(beta, x))),
  claims: ({ beta }) => claims(beta),
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

/** Least value of x σ(x). */
const dip = -0.2784645427610738;

/** The slopes of x σ(βx) are those of x σ(x), only nearer together; below 0 everything is turned by 180°. */
function claims(beta: number): Claims {
  const straight = beta === 0;
  const mirrored = beta < 0;
  const slope = straight ? 0.5 : 1;
  const rangeIfGated = mirrored
    ? interval(-Infinity, dip / beta, "high")
    : interval(dip / beta, Infinity, "low");
  return {
    range: straight ? interval(-Infinity, Infinity, "neither") : rangeIfGated,
    derivativeRange: straight
      ? interval(0.5, 0.5, "both")
      : interval(-0.09983932012886691, 1.099839320128867, "both"),
    monotone: straight,
    zeroCentred: straight,
    smoothness: "smooth",
    kinks: [],
    saturates: straight ? "none" : mirrored ? "right" : "left",
    left: straight || mirrored ? lineLeft(slope) : level(0),
    right: mirrored ? level(0) : lineRight(slope),
  };
}
