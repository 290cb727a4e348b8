import { interval, level, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import type { Arithmetic } from "../math/arithmetic.ts";
import { misra2019 } from "./sources.ts";

/** Mish, x tanh(ln(1 + eˣ)). With n = eˣ(eˣ + 2) the factor is n / (n + 2), and for x above 0, with e = e^−x, it is
 * 1 − 2e² / (1 + 2e + 2e²): neither overflows, and both tails keep their precision. */
export const mish = defineElementwise({
  kind: "elementwise",
  id: "mish",
  name: "Mish",
  params: {},
  formula: {
    latex: "x \\tanh\\left(\\ln\\left(1 + e^{x}\\right)\\right)",
    text: () => "x*tanh(log(1 + exp(x)))",
  },
  define: (x, _params, m) => m.mul(x, m.where(m.greater(x, m.constant(0)), gateAbove(x, m), gateBelow(x, m))),
  claims: () => ({
    range: interval(-0.30884341301725043, Infinity, "low"),
    derivativeRange: interval(-0.11252612238946255, 1.088498161251728, "both"),
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
        text: "In object detection 2.1 points of AP50 above leaky ReLU.",
        condition: "YOLOv4 with a CSP-DarkNet-53 backbone on MS-COCO",
        source: misra2019,
      },
      {
        text: "About 1 point of top-1 accuracy above ReLU.",
        condition: "ResNet-50 on ImageNet, other settings kept",
        source: misra2019,
      },
    ],
    weaknesses: [
      {
        text: "Slower than ReLU, most of all without a kernel of its own.",
        condition: "the paper's timings on a GPU",
        source: misra2019,
      },
    ],
    whenToUse: [
      {
        text: "Detectors and classifiers in computer vision, as a drop-in for leaky ReLU, ReLU or swish.",
        condition: "the paper's benchmarks",
        source: misra2019,
      },
    ],
  },
  origin: misra2019,
});

function gateAbove<N, C>(x: N, m: Arithmetic<N, C>): N {
  const e = m.exp(m.neg(x));
  const one = m.constant(1);
  const twoSquares = m.mul(m.constant(2), m.mul(e, e));
  return m.sub(one, m.div(twoSquares, m.add(m.add(one, m.mul(m.constant(2), e)), twoSquares)));
}

function gateBelow<N, C>(x: N, m: Arithmetic<N, C>): N {
  const e = m.exp(x);
  const two = m.constant(2);
  const n = m.mul(e, m.add(e, two));
  return m.div(n, m.add(n, two));
}
