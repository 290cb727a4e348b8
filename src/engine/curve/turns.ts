/** Where a curve turns: from falling to rising, or from bending one way to bending the other. */
import { bisect } from "../math/bisect.ts";
import { nextDown, nextUp } from "../math/neighbours.ts";
import type { Drawable } from "./drawable.ts";
import { searchPlaces } from "./flat.ts";

/** Where f stops falling and rises, or the other way round; the nearest to 0 where it does so again and again. */
export interface Extremes {
  readonly minimum?: number;
  readonly maximum?: number;
}

export function extremesOf({ jet, claims }: Drawable): Extremes {
  if (claims.monotone) return {};
  const turns = signChanges((x) => jet(x).derivative, claims.kinks).sort(
    (a, b) => Math.abs(a.x) - Math.abs(b.x),
  );
  const minimum = turns.find(({ from }) => from < 0)?.x;
  const maximum = turns.find(({ from }) => from > 0)?.x;
  return { ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) };
}

/** Where f″ changes its sign, ascending; undefined where it does so without end. */
export function inflectionsOf({
  jet,
  claims,
}: Pick<Drawable, "jet" | "claims">): readonly number[] | undefined {
  if (Number.isNaN(claims.left.secondDerivative) || Number.isNaN(claims.right.secondDerivative))
    return undefined;
  return signChanges((x) => jet(x).secondDerivative, claims.kinks).map(({ x }) => x);
}

interface SignChange {
  readonly x: number;
  /** The sign before. */
  readonly from: number;
}

/**
 * Changes of sign, ascending: 0 or a kink itself where the change is there, else found by halving between neighbouring
 * places of the search at which g is not 0.
 */
function signChanges(g: (x: number) => number, kinks: readonly number[]): SignChange[] {
  const places = searchPlaces().filter((x) => g(x) !== 0);
  return places.slice(1).flatMap((after, index) => {
    const before = places[index]!;
    const from = Math.sign(g(before));
    if (from !== -Math.sign(g(after))) return [];
    const changesIn = (low: number, high: number) => from * g(low) > 0 && from * g(high) < 0;
    const exact = [0, ...kinks].find((x) => x > before && x < after && changesIn(nextDown(x), nextUp(x)));
    return [{ x: exact ?? bisect((x) => from * g(x) > 0, before, after), from }];
  });
}
