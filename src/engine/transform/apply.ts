/** Applying a function to the numbers of a text: from inputs to results, no text yet. */
import { exactAlong, plainAlong } from "../functions/compile.ts";
import type { VectorFunction } from "../functions/index.ts";
import { withDefaults } from "../functions/parameters.ts";
import { type Plan, problem, type TransformProblem } from "./options.ts";
import type { Numbers } from "./scan.ts";

/** How many numbers are worked on between two places where a transform can be stopped: a few milliseconds at most. */
export const sliceLength = 8192;

/** The same of numbers that are computed exactly. */
const exactSliceLength = 512;

/** Up to so many digits plain doubles show what the exact result would. */
const plainDigits = 9;

/** Results in the order of the numbers. Yields the share that is done. */
export function* applyTo(numbers: Numbers, plan: Plan): Generator<number, Float64Array | TransformProblem> {
  const { fn, params, order, digits } = plan;
  if (fn.kind === "vector") return applyVector(numbers, fn, plan);
  const inputs = numbers.values.slice();
  const isExact = digits === "full" || digits > plainDigits;
  const along = (isExact ? exactAlong : plainAlong)(fn, withDefaults(fn, params), order);
  const length = isExact ? exactSliceLength : sliceLength;
  for (let start = 0; start < inputs.length; start += length) {
    const slice = inputs.subarray(start, start + length);
    slice.set(slice.map(along));
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
