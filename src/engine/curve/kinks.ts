/** What a curve does where f or f′ jumps. */
import type { Jet } from "../math/jet.ts";
import { nextDown, nextUp } from "../math/neighbours.ts";
import type { Drawable } from "./drawable.ts";

export interface Kink {
  readonly x: number;
  /** One step to the left and to the right: the limits, but for what a step of x changes. */
  readonly left: Jet;
  readonly here: Jet;
  readonly right: Jet;
}

export function kinkAt(jet: Drawable["jet"], x: number): Kink {
  return { x, left: jet(nextDown(x)), here: jet(x), right: jet(nextUp(x)) };
}

/** Whether f itself jumps, not only f′. */
export function isJump({ left, here, right }: Kink): boolean {
  return isApart(left.value, right.value) || isApart(left.value, here.value);
}

/** Whether two values differ by more than two steps of x can explain. */
export function isApart(a: number, b: number): boolean {
  return Math.abs(a - b) > 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}
