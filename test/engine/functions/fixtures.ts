/** Reference values of test/fixtures/functions, and errors against them. */
import { readFileSync } from "node:fs";
import type { ParameterValues } from "../../../src/engine/functions/index.ts";
import { nextUp } from "../../../src/engine/math/neighbours.ts";

export interface Case {
  readonly params: Readonly<Record<string, number>>;
  /** Zeros of f, of f′ and of f″ other than 0, where plain doubles cancel. */
  readonly zeros: readonly [readonly number[], readonly number[], readonly number[]];
  readonly rows: readonly (readonly [
    x: number,
    value: number,
    derivative: number,
    secondDerivative: number,
  ])[];
}

export interface VectorCase {
  readonly params: ParameterValues;
  readonly x: readonly number[];
  readonly v: readonly number[];
  readonly y: readonly number[];
  readonly jacobian: readonly (readonly number[])[];
  readonly vjp: readonly number[];
}

/** A long vector: of its y and vᵀJ every `longStep`th entry, an empty vjp where there is none. */
export interface LongCase {
  readonly params: ParameterValues;
  readonly length: number;
  readonly seed: number;
  readonly spread: number;
  readonly y: readonly number[];
  readonly vjp: readonly number[];
}

export const longStep = 101;

export interface GatedCase {
  readonly params: ParameterValues;
  readonly rows: readonly (readonly [a: number, b: number, y: number, byA: number, byB: number])[];
}

const folder = new URL("../../fixtures/functions/", import.meta.url);

export function readFixture(name: string): unknown {
  const text = readFileSync(new URL(`${name.replaceAll("_", "-")}.json`, folder), "utf8");
  return JSON.parse(text, (_key, value: unknown) =>
    value === "inf" ? Infinity : value === "-inf" ? -Infinity : value,
  );
}

export function casesOf(id: string): readonly Case[] {
  return (readFixture(id) as { cases: Case[] }).cases;
}

function allVectorCasesOf(id: string): readonly (VectorCase | LongCase)[] {
  return (readFixture(id) as { cases: (VectorCase | LongCase)[] }).cases;
}

export function vectorCasesOf(id: string): readonly VectorCase[] {
  return allVectorCasesOf(id).filter((one) => "x" in one);
}

export function longCasesOf(id: string): readonly LongCase[] {
  return allVectorCasesOf(id).filter((one) => "length" in one);
}

/** The same numbers as `stretch` in vectors.py. */
export function stretch(length: number, seed: number, spread: number): number[] {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return ((Math.floor(state / 32768) - 32768) * spread) / 65536;
  });
}

export function gatedCasesOf(id: string): readonly GatedCase[] {
  return (readFixture(id) as { cases: GatedCase[] }).cases;
}

/** The distance between a double and the next larger in magnitude. */
export function ulpOf(x: number): number {
  return nextUp(Math.abs(x)) - Math.abs(x);
}

/** Error in units of the last place of the right value; 0 where both are the same, −0 counting as 0. */
export function ulpsApart(got: number, want: number): number {
  if (got === want) return 0;
  const error = Math.abs(got - want) / ulpOf(want);
  return Number.isNaN(error) ? Infinity : error;
}
