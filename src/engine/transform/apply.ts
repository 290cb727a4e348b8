/** Applying a function to the numbers of a text: from inputs to results, no text yet. */
import { exactAlong, plainAlong } from "../functions/compile.ts";
import { pointAlong } from "../functions/compile-vector.ts";
import type { VectorFunction } from "../functions/index.ts";
import { withDefaults } from "../functions/parameters.ts";
import { placesOf } from "../math/places.ts";
import { type Plan, problem, type TransformProblem } from "./options.ts";
import type { Numbers } from "./scan.ts";
import { t } from "../l10n.ts";

/** How many numbers are worked on between two places where a transform can be stopped: a few milliseconds at most. */
export const sliceLength = 8192;

/** The same of numbers that are computed exactly. */
const exactSliceLength = 512;

/**
 * Up to so many digits plain doubles show what the exact result would, measured by test/engine/transform/digits.test.ts; not
 * right beside zeros, where they cancel.
 */
const plainDigits = 9;

/** So many numbers are computed exactly whatever their digits: that takes no longer than the eye waits. */
const few = 1000;

/** Results in the order of the numbers. Yields the share that is done. */
export function* applyTo(numbers: Numbers, plan: Plan): Generator<number, Float64Array | TransformProblem> {
  const { fn, digits } = plan;
  const isExact = digits === "full" || digits > plainDigits || numbers.values.length <= few;
  if (fn.kind === "vector") return yield* applyVector(numbers, fn, plan, isExact);
  const inputs = numbers.values.slice();
  const along = (isExact ? exactAlong : plainAlong)(fn, withDefaults(fn, plan.params), plan.order);
  const length = isExact ? exactSliceLength : sliceLength;
  for (let start = 0; start < inputs.length; start += length) {
    const slice = inputs.subarray(start, start + length);
    slice.set(slice.map(along));
    yield (start + slice.length) / inputs.length;
  }
  return inputs;
}

/** A vector function works along the innermost bracket, or the line where there are no brackets. */
function* applyVector(
  numbers: Numbers,
  fn: VectorFunction,
  { params }: Plan,
  isExact: boolean,
): Generator<number, Float64Array | TransformProblem> {
  const results = new Float64Array(numbers.values.length);
  const pointAt = pointAlong(fn, params);
  const plainOutputs = (xs: readonly number[]) => {
    const { value } = pointAt(xs);
    return xs.map((_, i) => value(i));
  };
  const length = isExact ? exactSliceLength : sliceLength;
  let [done, told] = [0, 0];
  for (const [group, indices] of placesOf(numbers.groups)) {
    if (numbers.abbreviated.has(group)) {
      return problem(
        "abbreviated",
        t('{0} needs every number, but "..." hides some. Print the whole array and try again.', fn.name),
      );
    }
    const inputs = indices.map((i) => numbers.values[i]!);
    const outputs = isExact ? fn.value(inputs, params) : plainOutputs(inputs);
    indices.forEach((index, i) => (results[index] = outputs[i]!));
    done += indices.length;
    if (done - told < length) continue;
    told = done;
    yield done / results.length;
  }
  return results;
}
