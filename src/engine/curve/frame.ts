/** Where a curve's numbers land on the picture, and which numbers its axes show. */
import type { Claims } from "../functions/define.ts";
import type { Samples } from "./sample.ts";

export type Order = 0 | 1 | 2;

/** What there is of f, f′ and f″, for one of them. */
export interface Orders<T> {
  readonly value: T;
  readonly derivative: T;
  readonly secondDerivative: T;
}

export function ofOrder<T>({ value, derivative, secondDerivative }: Orders<T>, order: Order): T {
  return [value, derivative, secondDerivative][order]!;
}

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly xRange: readonly [number, number];
  readonly yRange: readonly [number, number];
  readonly toX: (x: number) => number;
  readonly toY: (y: number) => number;
}

/** Numbers beyond this are left out of the picture: their differences would overflow. */
const largest = 1e300;

/** Room for y labels, line labels and x labels, in pixels. */
const margin = { left: 26, right: 24, top: 5, bottom: 15 };

export function frameOf(
  size: { readonly width: number; readonly height: number },
  xRange: readonly [number, number],
  yRange: readonly [number, number],
): Frame {
  const left = margin.left;
  const right = size.width - margin.right;
  const top = margin.top;
  const bottom = size.height - margin.bottom;
  const scaleX = (right - left) / (xRange[1] - xRange[0]);
  const scaleY = (bottom - top) / (yRange[1] - yRange[0]);
  return {
    left,
    right,
    top,
    bottom,
    xRange,
    yRange,
    toX: (x) => left + (x - xRange[0]) * scaleX,
    toY: (y) => bottom - (y - yRange[0]) * scaleY,
  };
}

/**
 * Heights to show: 0 and all of every order; where f or f′ grows without bound only as far as keeps the rest legible,
 * half as far as x reaches.
 */
export function heightRange(samples: Samples, orders: readonly Order[], claims: Claims): [number, number] {
  const reach = Math.max(...samples.x.map(Math.abs)) / 2;
  const { range, derivativeRange } = claims;
  const heights = orders.flatMap((order) => {
    // How f″ grows is not claimed; where f′ is unbounded, it may be, too.
    const { low, high } = order === 0 ? range : derivativeRange;
    const floor = low === -Infinity ? -reach : -largest;
    const ceiling = high === Infinity ? reach : largest;
    const shown = [...ofOrder(samples, order)].filter((y) => Math.abs(y) <= largest);
    return shown.map((y) => Math.min(Math.max(y, floor), ceiling));
  });
  const [low, high] = [Math.min(0, ...heights), Math.max(0, ...heights)];
  if (low === high) return [low - 1, high + 1];
  const air = (high - low) * 0.06;
  return [low - air, high + air];
}

/** Round numbers within a range, at most `most` of them: steps of 1, 2 or 5 times a power of ten. */
export function ticks([low, high]: readonly [number, number], most: number): number[] {
  const rough = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  for (const factor of [1, 2, 5, 10, 20]) {
    const step = factor * power;
    const from = Math.ceil(low / step);
    const count = Math.floor(high / step) - from + 1;
    if (count <= most) return Array.from({ length: count }, (_, index) => roundTo(step, from + index));
  }
  return [];
}

/** index · step without the digits that binary fractions add. */
function roundTo(step: number, index: number): number {
  return Number((index * step).toPrecision(12)) + 0;
}
