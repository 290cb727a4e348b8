import { interval, level, lineRight } from "./claims.ts";
import { defineElementwise } from "./compile.ts";
import { bhalgat2020, howard2019 } from "./sources.ts";

/** Hard swish, x · min(max(x + 3, 0), 6) / 6. f′(−3) = 0 and f′(3) = 1, as in PyTorch. */
export const hardSwish = defineElementwise({
  kind: "elementwise",
  id: "hard_swish",
  name: "Hard swish",
  params: {},
  formula: {
    latex: "x \\, \\frac{\\min(\\max(x + 3, 0), 6)}{6}",
    text: () => "x*min(max(x + 3, 0), 6)/6",
  },
  define: (x, _params, m) => {
    const three = m.constant(3);
    const middle = m.div(m.mul(x, m.add(x, three)), m.constant(6));
    const belowCap = m.where(m.greater(x, m.constant(-3)), middle, m.constant(0));
    return m.where(m.greaterOrEqual(x, three), x, belowCap);
  },
  claims: () => ({
    range: interval(-0.375, Infinity, "low"),
    derivativeRange: interval(-0.5, 1.5, "neither"),
    monotone: false,
    zeroCentred: false,
    smoothness: "C0",
    kinks: [-3, 3],
    saturates: "left",
    left: level(0),
    right: lineRight(1),
  }),
  notes: {
    strengths: [
      {
        text: "No discernible loss of accuracy against swish, without its exponential.",
        condition: "MobileNetV3",
        source: howard2019,
      },
      {
        text: "In quantised inference swish took 15 % longer.",
        condition: "MobileNetV3 on phones",
        source: howard2019,
      },
    ],
    weaknesses: [
      {
        text: "f′ jumps by 0.5 at −3 and at 3, and there PyTorch reports 0 and 1.",
        condition: "inputs at the kinks",
        source: howard2019,
      },
      {
        text: "Its negative outputs cost a sign bit or accuracy in quantisation.",
        condition: "2 to 4 bits",
        source: bhalgat2020,
      },
    ],
    whenToUse: [
      {
        text: "The second half of a mobile network, where most of the benefit of swish arises.",
        condition: "MobileNetV3",
        source: howard2019,
      },
    ],
  },
  origin: howard2019,
});
