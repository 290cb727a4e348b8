import { readFixture, ulpsApart } from "../functions/fixtures.ts";

/** The largest error, in ulps, of a function against its rows in math.json. */
export function worstUlps(name: string, f: (x: number) => number): number {
  const rows = (readFixture("math") as Record<string, [number, number][]>)[name]!;
  return Math.max(...rows.map(([x, want]) => ulpsApart(f(x), want)));
}
