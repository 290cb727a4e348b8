import { interval, level, lineRight } from "./claims.ts";
import type { Claims } from "./define.ts";

/** What holds for x above a cut-off and one value at or below it: threshold and thresholded ReLU. */
export function thresholdClaims(cut: number, value: number): Claims {
  return {
    range: value <= cut ? interval(value, Infinity, "low") : interval(cut, Infinity, "neither"),
    derivativeRange: interval(0, 1, "both"),
    monotone: value <= cut,
    zeroCentred: false,
    smoothness: value === cut ? "C0" : "discontinuous",
    kinks: [cut],
    saturates: "left",
    left: level(value),
    right: lineRight(1),
  };
}
