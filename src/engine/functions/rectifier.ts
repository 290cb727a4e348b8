import type { Claims } from "./define.ts";
import { interval, lineLeft, lineRight } from "./claims.ts";

/** What holds for x above 0 and slope · x below: leaky ReLU and PReLU, at any slope. */
export function rectifierClaims(slope: number): Claims {
  const straight = slope === 1;
  return {
    range: slope > 0 ? interval(-Infinity, Infinity, "neither") : interval(0, Infinity, "low"),
    derivativeRange: interval(Math.min(slope, 1), Math.max(slope, 1), "both"),
    monotone: slope >= 0,
    zeroCentred: straight,
    smoothness: straight ? "smooth" : "C0",
    kinks: straight ? [] : [0],
    saturates: slope === 0 ? "left" : "none",
    left: lineLeft(slope),
    right: lineRight(1),
  };
}
