import { interval, lineLeft, lineRight } from "./claims.ts";
import type { Claims, Parameter } from "./define.ts";

/** The parameter that soft, hard and biased shrink share. */
export const lambd: Parameter = {
  default: 0.5,
  domain: { min: 0, why: "it is half the width of the dead zone" },
  slider: { min: 0.05, max: 3, step: 0.05 },
  symbol: "\\lambda",
  meaning: "half-width of the dead zone",
  learnable: false,
};

/** What holds for 0 within [−cut, cut] and x moved towards 0 by bias outside: soft, hard and biased shrink. cut ≥ 0. */
export function shrinkClaims(cut: number, bias: number): Claims {
  const jumps = bias !== cut;
  const isStraight = cut === 0 && bias === 0;
  return {
    range: interval(-Infinity, Infinity, "neither"),
    derivativeRange: interval(isStraight ? 1 : 0, 1, "both"),
    monotone: bias <= cut,
    zeroCentred: true,
    smoothness: jumps ? "discontinuous" : isStraight ? "smooth" : "C0",
    kinks: isStraight ? [] : cut === 0 ? [0] : [-cut, cut],
    saturates: "none",
    left: lineLeft(1),
    right: lineRight(1),
  };
}
