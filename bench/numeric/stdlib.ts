/** @stdlib, by its functions alone or in the formula that a user would write with them. */
import type { FunctionId } from "../../src/engine/functions/index.ts";
import { library, libraryVersion } from "./install.ts";
import type { Subject } from "./subject.ts";

type Real = (x: number) => number;

function recipes(): Partial<Record<FunctionId, Real>> {
  const [exp, tanh, sin, expit, erfc] = ["exp", "tanh", "sin", "expit", "erfc"].map(
    (name) => library(`@stdlib/math-base-special-${name}`) as Real,
  ) as [Real, Real, Real, Real, Real];
  return {
    sigmoid: expit,
    tanh,
    exponential: exp,
    sine: sin,
    silu: (x) => x * expit(x),
    gelu: (x) => 0.5 * x * erfc(-x / Math.SQRT2),
  };
}

export function stdlibSubject(): Subject {
  const functions = recipes();
  return {
    name: "@stdlib",
    version: libraryVersion("@stdlib/math-base-special-exp"),
    format: "float64",
    roundsParameters: false,
    evaluate: (id, order, xs) => {
      const f = order === 0 ? functions[id] : undefined;
      return Promise.resolve(f && xs.map((x) => f(x)));
    },
  };
}
