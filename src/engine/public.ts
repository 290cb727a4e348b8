/**
 * Activation functions as values: each with its mathematics, its parameters, its formula and what is known about it.
 *
 *     import { functionById } from "activation-lens";
 *     functionById("gelu").derivative(-0.75);
 *     functionById("leaky_relu").values(new Float32Array([-1, 2]), { negative_slope: 0.2 });
 *     functionById("softmax").vjp([1, 2, 3], [0, 1, 0]);
 *     functionById("swiglu").partials(2, -0.5);
 *
 * Numbers are doubles. No numeric function throws on a double: NaN gives NaN, ±∞ the limits. At a kink the derivatives are
 * those of the side that PyTorch reports. A RangeError names an unknown parameter.
 */
export { functionById, functions } from "./functions/index.ts";
export type {
  ActivationFunction,
  Claims,
  ElementwiseFunction,
  GatedFunction,
  GivenParameters,
  GivenWithAxis,
  Interval,
  Limit,
  Note,
  Notes,
  Parameter,
  ParameterValues,
  Smoothness,
  Source,
  VectorFunction,
} from "./functions/define.ts";
export type { FunctionId, FunctionOf, ListedFunction } from "./functions/index.ts";
export type { Jet } from "./math/jet.ts";
