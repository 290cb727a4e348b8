import { interval } from "./claims.ts";
import { jetAlong } from "./compile.ts";
import { defineVector } from "./compile-vector.ts";
import { relu } from "./relu.ts";
import { abbas2023, shang2016 } from "./sources.ts";

/**
 * CReLU, the ReLU of every entry and then of its negative: [max(0, x), max(0, −x)], shape [n] to [2n]. Both slopes are 0 at 0,
 * as in TensorFlow. Infinite entries count as the numbers they are; NaN makes its own two outputs NaN. Exact.
 */
export const crelu = defineVector({
  kind: "vector",
  id: "crelu",
  name: "CReLU",
  params: {},
  axis: { default: -1 },
  lengths: { text: "[n] to [2n]", outputs: (inputs) => 2 * inputs },
  formula: {
    latex: "\\left[\\max(0, x), \\max(0, -x)\\right]",
    text: () => "max(x[i], 0) if i < n else max(-x[i - n], 0)",
  },
  define: (xs, _params, m) => {
    const n = xs.length;
    const sign = (i: number) => (i < n ? 1 : -1);
    /** 1 above 0, −1 below it of the second half; NaN for NaN. */
    const slope = (i: number, j: number): number => {
      const x = sign(i) * xs[j]!;
      return i % n !== j ? 0 : Number.isNaN(x) ? NaN : x > 0 ? sign(i) : 0;
    };
    return {
      value: (i) => m.constant(Math.max(0, sign(i) * xs[i % n]!)),
      slope: (i, j) => m.constant(slope(i, j)),
      pullback: (v) => (j) =>
        m.add(
          m.mul(m.constant(slope(j, j)), m.constant(v[j]!)),
          m.mul(m.constant(slope(n + j, j)), m.constant(v[n + j]!)),
        ),
    };
  },
  slice: () => ({ jet: jetAlong(relu, {}), claims: relu.claims({}) }),
  claims: { range: interval(0, Infinity, "low"), shiftInvariant: false },
  notes: {
    strengths: [
      {
        text: "Keeps what is below 0 too, so that one filter does what ReLU needs a pair of opposite ones for.",
        condition: "lower layers of CNNs, whose filters come in such pairs",
        source: shang2016,
      },
      {
        text: "Kept its ability to learn where networks with ReLU lost it.",
        condition: "reinforcement learning over a sequence of Atari games",
        source: abbas2023,
      },
    ],
    weaknesses: [
      {
        text: "Doubles the channels: the next layer needs twice the weights, or this one half the filters.",
        condition: "in place of a ReLU",
        source: shang2016,
      },
    ],
    whenToUse: [
      {
        text: "The first convolutions of a CNN, with half the filters.",
        condition: "the paper's experiments on CIFAR and ImageNet",
        source: shang2016,
      },
    ],
  },
  origin: shang2016,
});
