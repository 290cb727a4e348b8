/**
 * Means of an activation function over Gaussian inputs.
 *
 * By Gauss–Legendre panels between the kinks, not by Gauss–Hermite: a kink inside the only panel leaves an error of
 * about one over the number of nodes, here it falls between two panels and each side is smooth.
 */
import type { Curve } from "../functions/define.ts";
import { jetAlong } from "../functions/compile.ts";

export interface Moments {
  /** E[f(h)] */
  readonly mean: number;
  /** E[f(h)²] */
  readonly square: number;
  /** E[f′(h)²] */
  readonly slopeSquare: number;
}

/** Nodes and weights on −1 … 1. @source Abramowitz & Stegun 1964, table 25.4, n = 8 */
const nodes = [0.1834346424956498, 0.525532409916329, 0.79666647741362673, 0.9602898564975363];
const weights = [0.362683783378362, 0.31370664587788727, 0.22238103445337448, 0.10122853629037626];

/** Beyond so many standard deviations lies less than 1e-22 of the mass. */
const reach = 10;
const panel = 0.25;

/** @returns of f at fixed parameters: the moments for h normal with mean 0 and this variance */
export function momentsOf<P extends string>(
  curve: Curve<P>,
  params: Readonly<Record<P, number>>,
): (variance: number) => Moments {
  const jet = jetAlong(curve, params);
  const { kinks } = curve.claims(params);
  return (variance) => {
    const deviation = Math.sqrt(variance);
    if (!(deviation > 0 && Number.isFinite(deviation))) {
      const { value, derivative } = jet(deviation === 0 ? 0 : NaN);
      return { mean: value, square: value ** 2, slopeSquare: derivative ** 2 };
    }
    const breaks = kinks.map((kink) => kink / deviation).filter((z) => Math.abs(z) < reach);
    const even = Array.from({ length: (2 * reach) / panel + 1 }, (_, i) => -reach + i * panel);
    const edges = [...new Set([...even, ...breaks])].sort((a, b) => a - b);
    let [mean, square, slopeSquare] = [0, 0, 0];
    for (let i = 0; i + 1 < edges.length; i++) {
      const [middle, half] = [(edges[i]! + edges[i + 1]!) / 2, (edges[i + 1]! - edges[i]!) / 2];
      for (const [k, node] of nodes.entries()) {
        for (const z of [middle - half * node, middle + half * node]) {
          const mass = half * weights[k]! * Math.exp((-z * z) / 2) * inverseRootTwoPi;
          const { value, derivative } = jet(deviation * z);
          mean += mass * value;
          square += mass * value ** 2;
          slopeSquare += mass * derivative ** 2;
        }
      }
    }
    return { mean, square, slopeSquare };
  };
}

const inverseRootTwoPi = 1 / Math.sqrt(2 * Math.PI);
