/** Views that take a function of one number alone. */
import {
  type ActivationFunction,
  type FunctionId,
  type ParameterValues,
  functionById,
} from "../../engine/functions/index.ts";
import { parameterProblem } from "../../engine/functions/parameters.ts";

type Elementwise = Extract<ActivationFunction, { kind: "elementwise" }>;

/**
 * Why a function cannot be taken; undefined if it can.
 * @param wanted what the view does with functions of one number, as a clause
 */
export function elementwiseProblem(
  { functionId, params }: { readonly functionId: FunctionId; readonly params: ParameterValues },
  wanted: string,
): string | undefined {
  const fn: ActivationFunction = functionById(functionId);
  return fn.kind === "elementwise"
    ? parameterProblem(fn, params)
    : `${fn.name} does not go entry by entry: ${wanted}. Choose one above.`;
}

/** @throws RangeError where `elementwiseProblem` has something to say of the function */
export function elementwiseById(id: FunctionId): Elementwise {
  const fn: ActivationFunction = functionById(id);
  if (fn.kind !== "elementwise") throw new RangeError(`${fn.name} is no function of one number`);
  return fn;
}
