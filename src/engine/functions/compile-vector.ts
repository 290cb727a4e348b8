/** From a vector function's definition to one that can be called. */
import { correctlyRounded } from "../math/exact/correctly-rounded.ts";
import { real } from "../math/real.ts";
import { settled } from "./compile.ts";
import type {
  GivenWithAxis,
  ParameterValues,
  VectorDefinition,
  VectorFunction,
  VectorPoint,
} from "./define.ts";
import { lengthProblem, outputLength } from "./lengths.ts";
import { withDefaults, withoutAxis } from "./parameters.ts";

/**
 * A vector function at fixed parameters in plain doubles: what is drawn, and what float32 arrays are filled with.
 * @returns its point at an input whose length fits
 */
export function pointAlong(
  fn: VectorDefinition,
  given: ParameterValues,
): (xs: readonly number[]) => VectorPoint<number> {
  const params = withDefaults(fn, given);
  return (xs) => fn.define(xs, params, real);
}

/** Some numbers of a point, each by its index. */
type Numbers = <N>(point: VectorPoint<N>) => (index: number) => N;

const valueOf: Numbers = (point) => (i) => point.value(i);

/** So many numbers of the point at xs, correctly rounded; the plain double has the last word where none is defined. */
function exactly<P extends string>(
  definition: VectorDefinition<string, P>,
  xs: readonly number[],
  params: Readonly<Record<P, number>>,
  count: number,
  numbersOf: Numbers,
): number[] {
  const plain = numbersOf(definition.define(xs, params, real));
  const isDefined =
    !definition.isEstimate && !xs.some(Number.isNaN) && !Object.values<number>(params).some(Number.isNaN);
  const exact = isDefined
    ? correctlyRounded(count, (_, m) => {
        const numbers = numbersOf(definition.define(xs, params, m));
        return (index) => numbers(index).value;
      })
    : [];
  return Array.from({ length: count }, (_, index) => {
    const result = exact[index];
    return result === undefined || result === 0 ? settled(result, plain(index)) : result;
  });
}

/** The first outputs at an input whose length fits, correctly rounded. */
export function valuesAt<P extends string>(
  definition: VectorDefinition<string, P>,
  xs: readonly number[],
  params: Readonly<Record<P, number>>,
  count: number,
): number[] {
  return exactly(definition, xs, params, count, valueOf);
}

/** The first rows and columns of the Jacobian at an input whose length fits, correctly rounded. */
export function slopesAt<P extends string>(
  definition: VectorDefinition<string, P>,
  xs: readonly number[],
  params: Readonly<Record<P, number>>,
  rows: number,
  columns: number,
): number[][] {
  const entries = exactly(
    definition,
    xs,
    params,
    rows * columns,
    (point) => (index) => point.slope(Math.floor(index / columns), index % columns),
  );
  return Array.from({ length: rows }, (_, i) => entries.slice(i * columns, (i + 1) * columns));
}

/** A vector function of its definition. */
/* @__NO_SIDE_EFFECTS__ */
export function defineVector<const Id extends string, P extends string = never>(
  definition: VectorDefinition<Id, P>,
): VectorFunction<Id, P> {
  /** Parameters and count of outputs. @throws RangeError where either does not fit */
  const prepared = (inputs: number, given: GivenWithAxis<P> | undefined) => {
    const params = withoutAxis(definition, given);
    const outputs = outputLength(definition, inputs, params);
    if (outputs === undefined) throw new RangeError(lengthProblem(definition, inputs, params));
    return [params, outputs] as const;
  };
  return {
    ...definition,
    value: (xs, given) => {
      const [params, outputs] = prepared(xs.length, given);
      return valuesAt(definition, xs, params, outputs);
    },
    jacobian: (xs, given) => {
      const [params, outputs] = prepared(xs.length, given);
      return slopesAt(definition, xs, params, outputs, xs.length);
    },
    vjp: (xs, v, given) => {
      const [params, outputs] = prepared(xs.length, given);
      if (v.length !== outputs) {
        throw new RangeError(`vjp needs a v as long as the output, ${outputs}; got ${v.length}`);
      }
      return exactly(definition, xs, params, xs.length, (point) => point.pullback(v));
    },
    values: <A extends Float32Array | Float64Array>(xs: A, given?: GivenWithAxis<P>) => {
      const [params, outputs] = prepared(xs.length, given);
      if (!(xs instanceof Float32Array))
        return Float64Array.from(valuesAt(definition, Array.from(xs), params, outputs)) as A;
      const single = definition.single?.(xs, params);
      if (single) return single as A;
      const { value } = definition.define(Array.from(xs), params, real);
      return new Float32Array(outputs).map((_, i) => value(i)) as A;
    },
  };
}
