/** Which function a call is, once its arguments are known: the simplest one that computes the same. */
import type { FunctionId, ParameterValues } from "../functions/index.ts";

/**
 * For a function that contains others: the one these values make of it. A value that is not known is missing, and what
 * hangs on it stays general.
 */
const simplifications: Partial<Record<FunctionId, (values: ParameterValues) => FunctionId>> = {
  generalized_relu: ({ max_value, negative_slope, threshold }) => {
    if (threshold !== 0) return "generalized_relu";
    // A slope that is not known, 0 or any other, is a leaky ReLU's.
    if (max_value === Infinity) return negative_slope === 0 ? "relu" : "leaky_relu";
    return max_value === 6 && negative_slope === 0 ? "relu6" : "generalized_relu";
  },
  clipped_leaky_relu: ({ alpha, beta }) => {
    if (alpha !== 0) return "clipped_leaky_relu";
    if (beta === Infinity) return "relu";
    return beta === 6 ? "relu6" : "clipped_leaky_relu";
  },
};

/** @param values parameters of `general` under the engine's names; one that is not known is missing */
export function simplestFunction(general: FunctionId, values: ParameterValues): FunctionId {
  return simplifications[general]?.(values) ?? general;
}
