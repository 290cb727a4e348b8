/** One share of exponentials against its own input. */
import { interval, level } from "./claims.ts";
import { jetAlong } from "./compile.ts";
import type { Claims, Slice } from "./define.ts";
import { logOfSum } from "./shares.ts";

/**
 * The share of one entry beside others: y₁ = σ(s x₁ − ln Σ e^(s x_j)), 1 if there are none.
 * @param slope s, other than 0
 */
export function sliceOfShares(others: readonly number[], slope = 1): Slice {
  const claims = shareClaims(others.length === 0, slope);
  const total = logOfSum(others.map((x) => slope * x));
  const share = jetAlong<never>(
    {
      define: (x, _params, m) => m.logistic(m.sub(m.mul(x, m.constant(slope)), m.constant(total))),
      claims: () => claims,
    },
    {},
  );
  return { jet: share, claims };
}

function shareClaims(isAlone: boolean, slope: number): Claims {
  const steepest = slope / 4;
  const ends = [level(0), level(1)] as const;
  const [left, right] = isAlone ? [level(1), level(1)] : slope > 0 ? ends : [ends[1], ends[0]];
  return {
    range: isAlone ? interval(1, 1, "both") : interval(0, 1, "neither"),
    derivativeRange: isAlone
      ? interval(0, 0, "both")
      : slope > 0
        ? interval(0, steepest, "high")
        : interval(steepest, 0, "low"),
    monotone: isAlone || slope > 0,
    zeroCentred: false,
    smoothness: "smooth",
    kinks: [],
    saturates: "both",
    left,
    right,
  };
}
