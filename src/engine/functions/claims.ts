/** Small words for writing claims. */
import type { Claims, Interval, Limit } from "./define.ts";

/** An interval; `closed` says which ends belong to it. An infinite end never does. */
/* @__NO_SIDE_EFFECTS__ */
export function interval(low: number, high: number, closed: "both" | "low" | "high" | "neither"): Interval {
  return {
    low,
    high,
    lowClosed: Number.isFinite(low) && (closed === "both" || closed === "low"),
    highClosed: Number.isFinite(high) && (closed === "both" || closed === "high"),
  };
}

/** The function tends to a constant. */
export function level(value: number): Limit {
  return { value, derivative: 0, secondDerivative: 0 };
}

/** On the right, the function tends to a line with this slope; a slope of 0 counts as the line through 0. */
export function lineRight(slope: number): Limit {
  return { value: slope === 0 ? 0 : slope * Infinity, derivative: slope, secondDerivative: 0 };
}

/** The same on the left, where x tends to −∞. */
export function lineLeft(slope: number): Limit {
  return { value: slope === 0 ? 0 : slope * -Infinity, derivative: slope, secondDerivative: 0 };
}

/** The least K with |f(x) − f(y)| ≤ K |x − y|; ∞ where there is none, as f jumps or f′ grows without bound. */
export function lipschitzConstant({
  smoothness,
  derivativeRange: { low, high },
}: Pick<Claims, "smoothness" | "derivativeRange">): number {
  return smoothness === "discontinuous" ? Infinity : Math.max(Math.abs(low), Math.abs(high));
}
