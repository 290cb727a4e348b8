/** What x σ(βx) is, whatever β stands for: SiLU and quick GELU. */
import { interval, level, lineLeft, lineRight } from "./claims.ts";
import type { Claims } from "./define.ts";

/** Least value of x σ(x). */
const dip = -0.2784645427610738;

/** The slopes of x σ(βx) are those of x σ(x), only nearer together; below 0 everything is turned by 180°. */
export function swishClaims(beta: number): Claims {
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

/** "x/(1 + exp(-1.702*x))" */
export function swishText(beta: string, x = "x"): string {
  const exponent = beta.startsWith("-") ? beta.slice(1) : `-${beta}`;
  return beta === "1" ? `${x}/(1 + exp(-${x}))` : `${x}/(1 + exp(${exponent}*${x}))`;
}
