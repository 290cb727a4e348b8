/** What is known of the numbers in a tensor: the abstract domain of values. */
import {
  type ActivationFunction,
  type FunctionId,
  type ParameterValues,
  functionById,
} from "../../functions/index.ts";
import { defaultOf } from "../../functions/parameters.ts";

/**
 * logit: what a layer without activation gives, all reals · probability: shares of 1 along an axis · log-probability: at
 * most 0 · unit: 0 to 1 each · non-negative · signed: −1 to 1 · any: of an activation with another range · unknown:
 * nothing may be said of it
 */
export type Domain =
  "logit" | "probability" | "log-probability" | "unit" | "non-negative" | "signed" | "any" | "unknown";

/** Read off what the function claims of its range, so that no list of functions is kept here. */
export function domainOf(id: FunctionId, values: ParameterValues): Domain {
  const fn: ActivationFunction = functionById(id);
  if (fn.kind === "gated") return "unknown";
  if (fn.kind === "elementwise" && id === "identity") return "unknown";
  const claims = fn.kind === "vector" ? fn.claims : elementwiseClaims(fn, values);
  if (!claims) return "unknown";
  const { low, high } = claims.range;
  if (fn.kind === "vector" && fn.claims.sum?.low === 1 && fn.claims.sum.high === 1) return "probability";
  if (low === -Infinity && high === 0) return "log-probability";
  if (low >= 0) return high <= 1 ? "unit" : "non-negative";
  return low >= -1 && high <= 1 ? "signed" : "any";
}

function elementwiseClaims(
  fn: Extract<ActivationFunction, { kind: "elementwise" }>,
  values: ParameterValues,
) {
  const params: Record<string, number> = {};
  for (const [name, parameter] of Object.entries(fn.params)) {
    const value = values[name] ?? defaultOf(parameter, params);
    if (value === undefined) return undefined;
    params[name] = value;
  }
  return fn.claims(params);
}
