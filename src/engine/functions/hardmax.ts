import { interval } from "./claims.ts";
import { jetAlong } from "./compile.ts";
import { defineVector } from "./compile-vector.ts";
import type { Slice } from "./define.ts";
import { heaviside } from "./heaviside.ts";
import { sliceOfShares } from "./share-slice.ts";
import { largestOf, undefinedPoint } from "./shares.ts";
import { bengio2013, onnxHardmax } from "./sources.ts";

/**
 * Hardmax over one vector: 1 at the first of the largest entries, 0 elsewhere, shape [n] to [n]; the Jacobian is 0. Infinite
 * entries count as the numbers they are; NaN anywhere makes every entry NaN. Exact.
 */
export const hardmax = defineVector({
  kind: "vector",
  id: "hardmax",
  name: "Hardmax",
  params: {},
  axis: { default: -1 },
  formula: {
    latex: "y_i = \\begin{cases} 1 & i = \\min \\arg\\max_j x_j \\\\ 0 & \\text{otherwise} \\end{cases}",
    text: () => "1 if argmax(x_j) == i else 0",
  },
  define: (xs, _params, m) => {
    if (xs.some(Number.isNaN)) return undefinedPoint(m);
    const first = xs.indexOf(largestOf(xs));
    const zero = () => m.constant(0);
    return { value: (i) => m.constant(i === first ? 1 : 0), slope: zero, pullback: () => zero };
  },
  slice: (others) => (others.length === 0 ? sliceOfShares(others) : stepBeside(others)),
  claims: { range: interval(0, 1, "both"), sum: interval(1, 1, "both"), shiftInvariant: true },
  notes: {
    strengths: [],
    weaknesses: [
      {
        text: "Its derivative is 0 wherever it has one, so nothing before it learns through it.",
        condition: "trained by gradients, without a stand-in for its slope",
        source: bengio2013,
      },
    ],
    whenToUse: [
      {
        text: "Turns scores into a one-hot vector of the likeliest class.",
        condition: "after training, in an exported graph",
        source: onnxHardmax,
      },
    ],
  },
});

/** The first entry wins a tie with the others. */
function stepBeside(others: readonly number[]): Slice {
  const params = { threshold: largestOf(others), value_at_threshold: 1 };
  return { jet: jetAlong(heaviside, params), claims: heaviside.claims(params) };
}
