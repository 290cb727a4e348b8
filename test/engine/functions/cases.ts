/** Every function of each kind, elementwise ones at its defaults and at odd parameters, for tests that run over the list. */
import { functions } from "../../../src/engine/functions/index.ts";
import type { ElementwiseFunction, ParameterValues } from "../../../src/engine/functions/index.ts";
import { casesOf } from "./fixtures.ts";

export const elementwise = functions.filter((fn) => fn.kind === "elementwise");
export const vectors = functions.filter((fn) => fn.kind === "vector");
export const gated = functions.filter((fn) => fn.kind === "gated");

/** The parameters of the reference values, and the ends of every slider. */
export function parameterSetsOf(fn: ElementwiseFunction): ParameterValues[] {
  const defaults = Object.entries(fn.params).map(([name, { default: value }]) => [name, value!] as const);
  const ends = Object.entries(fn.params).flatMap(([name, { slider }]) =>
    [slider.min, slider.max].map((end) => ({ ...Object.fromEntries(defaults), [name]: end })),
  );
  return [...casesOf(fn.id).map(({ params }) => params), ...ends];
}

export function titleOf(fn: { readonly id: string }, params: ParameterValues): string {
  const values = Object.entries(params).map(([name, value]) => `${name}=${value}`);
  return [fn.id, ...values].join(" ");
}
