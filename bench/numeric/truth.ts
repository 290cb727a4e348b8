/**
 * The places at which functions are compared, and their true results, by the engine's exact arithmetic: but only of a
 * function for which that has every stored result of 700-digit arithmetic, by mpmath, right to the last place.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../scripts/setup/build.mjs";
import type { ElementwiseFunction, ParameterValues } from "../../src/engine/functions/index.ts";
import type { Jet } from "../../src/engine/math/jet.ts";
import type { Case } from "../../test/engine/functions/fixtures.ts";
import { sequence } from "../corpus/random.ts";
import type { Subject } from "./subject.ts";

export interface Grid {
  readonly params: ParameterValues;
  readonly xs: readonly number[];
  readonly truth: readonly Jet[];
}

/** Grids of a function at its defaults; the truth for a float32 library is that at its own rounded numbers. */
export type Grids = (subject: Pick<Subject, "format" | "roundsParameters">) => Grid;

/** @throws Error where the engine misses a stored result */
export function gridsOf(fn: ElementwiseFunction): Grids {
  const cases = storedCases(fn.id);
  for (const { params, rows } of [...cases, ...storedCases(`second/${fn.id}`)])
    for (const row of rows) verify(fn, params, row);
  const [{ params, rows }] = cases as [Case];
  const places = [...rows.map(([x]) => x), ...randomPlaces()].filter(
    (x) => Math.abs(x) <= reach(fn.id, params),
  );
  const made = new Map<string, Grid>();
  return ({ format, roundsParameters }) => {
    const isSingle = format === "float32";
    const key = `${isSingle} ${isSingle && roundsParameters}`;
    const found = made.get(key);
    if (found) return found;
    const own = isSingle && roundsParameters ? rounded(params) : params;
    const xs = isSingle ? [...new Set(places.map(Math.fround))].filter(Number.isFinite) : places;
    const grid = { params: own, xs, truth: xs.map((x) => fn.jet(x, own)) };
    made.set(key, grid);
    return grid;
  };
}

function storedCases(id: string): readonly Case[] {
  const file = path.join(root, "test/fixtures/functions", `${id.replaceAll("_", "-")}.json`);
  const stored = JSON.parse(readFileSync(file, "utf8"), (_key, value: unknown) =>
    value === "inf" ? Infinity : value === "-inf" ? -Infinity : value,
  ) as { cases: Case[] };
  return stored.cases;
}

function verify(
  fn: ElementwiseFunction,
  params: ParameterValues,
  [x, ...stored]: Case["rows"][number],
): void {
  const { value, derivative, secondDerivative } = fn.jet(x, params);
  if (value === stored[0] && derivative === stored[1] && secondDerivative === stored[2]) return;
  throw new Error(`${fn.id} is not the nearest double at ${x}`);
}

function rounded(params: ParameterValues): ParameterValues {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, Math.fround(value)]));
}

/** Beyond, the angle of a sine is known in exact arithmetic only. */
function reach(id: string, params: ParameterValues): number {
  return id === "sine" || id === "snake" ? 2 ** 20 / (params["omega"] ?? params["a"]!) : Infinity;
}

/** Uniform from −5 to 5, and log-uniform from 10⁻⁴⁰ to 10⁴ of either sign. */
function randomPlaces(): number[] {
  const next = sequence(7);
  const uniform = Array.from({ length: 1500 }, () => 10 * next() - 5);
  const wide = Array.from({ length: 1500 }, () => (next() < 0.5 ? -1 : 1) * 10 ** (44 * next() - 40));
  return [...uniform, ...wide];
}
