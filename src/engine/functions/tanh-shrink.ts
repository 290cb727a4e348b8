import { interval, lineLeft, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { pytorchTanhshrink } from "./sources.ts";

/** Tanh shrink, x − tanh x. */
export const tanhShrink = defineElementwise({
  kind: "elementwise",
  id: "tanh_shrink",
  name: "Tanh shrink",
  params: {},
  formula: { latex: "x - \\tanh(x)", text: () => "x - tanh(x)" },
  define: (x, _params, m) => m.tanhShrink(x),
  claims: () => ({
    range: interval(-Infinity, Infinity, "neither"),
    derivativeRange: interval(0, 1, "low"),
    monotone: true,
    zeroCentred: true,
    smoothness: "smooth",
    kinks: [],
    saturates: "none",
    left: lineLeft(1),
    right: lineRight(1),
  }),
  notes: {
    strengths: [
      {
        text: "Shrinks without a kink: near 0 it is x³/3, far out x ∓ 1.",
        condition: "compared with soft and hard shrink",
        source: pytorchTanhshrink,
      },
    ],
    weaknesses: [
      {
        text: "Small inputs get hardly any gradient: f′ = tanh² x, 0.01 at 0.1.",
        condition: "inputs near 0",
        source: pytorchTanhshrink,
      },
    ],
    whenToUse: [],
  },
});
