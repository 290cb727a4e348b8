/** Views that take a function of one number alone. */
import {
  type ActivationFunction,
  type FunctionId,
  type ParameterValues,
  functionById,
} from "../../engine/functions/index.ts";
import { parameterProblem } from "../../engine/functions/parameters.ts";
import { t } from "../../engine/l10n.ts";

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
    : t("{0} does not go entry by entry: {1}. Choose one above.", fn.name, wanted);
}

/** @throws RangeError where `elementwiseProblem` has something to say of the function */
export function elementwiseById(id: FunctionId): Elementwise {
  const fn: ActivationFunction = functionById(id);
  if (fn.kind !== "elementwise") throw new RangeError(`${fn.name} is no function of one number`);
  return fn;
}
