/** Applying a function to the numbers of a text: from inputs to results, no text yet. */
import type { VectorFunction } from "../functions/index.ts";
import { type Plan, problem, type TransformProblem } from "./options.ts";
import type { Numbers } from "./scan.ts";

/** How many numbers are worked on between two places where a transform can be stopped: a few milliseconds at most. */
export const sliceLength = 8192;

/** Results in the order of the numbers. Yields the share that is done. */
export function* applyTo(numbers: Numbers, plan: Plan): Generator<number, Float64Array | TransformProblem> {
  const { fn, params, order } = plan;
  if (fn.kind === "vector") return applyVector(numbers, fn, plan);
  const inputs = numbers.values.slice();
  for (let start = 0; start < inputs.length; start += sliceLength) {
    const slice = inputs.subarray(start, start + sliceLength);
    slice.set(fn.values(slice, params, order));
    yield (start + slice.length) / inputs.length;
  }
  return inputs;
}

/** A vector function works along the innermost bracket, or the line where there are no brackets. */
function applyVector(numbers: Numbers, fn: VectorFunction, plan: Plan): Float64Array | TransformProblem {
  const results = new Float64Array(numbers.values.length);
  for (const [group, indices] of membersOf(numbers.groups)) {
    if (numbers.abbreviated.has(group)) {
      return problem(
        "abbreviated",
        `${fn.name} needs every number, but "..." hides some. Print the whole array and try again.`,
      );
    }
    const outputs = fn.value(
      indices.map((i) => numbers.values[i]!),
      plan.params,
    );
    indices.forEach((index, i) => (results[index] = outputs[i]!));
  }
  return results;
}

/** The places of each group's members. */
function membersOf(groups: Int32Array): ReadonlyMap<number, readonly number[]> {
  const members = new Map<number, number[]>();
  groups.forEach((group, i) => {
    const places = members.get(group);
    if (places) places.push(i);
    else members.set(group, [i]);
  });
  return members;
}
