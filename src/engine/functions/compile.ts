/** From a definition to a function that can be called: the methods every activation function has, written once. */
import { constant, type Jet, jet, variable } from "../math/jet.ts";
import { product } from "../math/product.ts";
import { real } from "../math/real.ts";
import type {
  Claims,
  Curve,
  ElementwiseDefinition,
  ElementwiseFunction,
  GatedDefinition,
  GatedFunction,
  GivenParameters,
  GivenWithAxis,
  VectorDefinition,
  VectorFunction,
} from "./define.ts";
import { lengthProblem, outputLength } from "./lengths.ts";
import { withDefaults } from "./parameters.ts";

const notANumber: Jet = { value: NaN, derivative: NaN, secondDerivative: NaN };

/** What lies beyond the finite numbers: the claimed limits at ±∞; NaN for NaN, and at ±∞ for a NaN parameter. */
function jetBeyond<P extends string>(
  curve: Curve<P>,
  params: Readonly<Record<P, number>>,
): (x: number) => Jet {
  let claims: Claims | undefined;
  return (x) => {
    if (Number.isNaN(x) || Object.values<number>(params).some(Number.isNaN)) return notANumber;
    claims ??= curve.claims(params);
    return x < 0 ? claims.left : claims.right;
  };
}

/** f at fixed parameters, for any double. */
export function valueAlong<P extends string>(
  curve: Curve<P>,
  params: Readonly<Record<P, number>>,
): (x: number) => number {
  const beyond = jetBeyond(curve, params);
  return (x) => (Number.isFinite(x) ? curve.define(x, params, real) : beyond(x).value);
}

/** f, f′ and f″ at fixed parameters, for any double. */
export function jetAlong<P extends string>(
  curve: Curve<P>,
  params: Readonly<Record<P, number>>,
): (x: number) => Jet {
  const entries = Object.entries<number>(params).map(([name, value]) => [name, constant(value)] as const);
  const lifted = Object.fromEntries(entries) as Record<P, Jet>;
  const beyond = jetBeyond(curve, params);
  return (x) => {
    if (!Number.isFinite(x)) return beyond(x);
    const result = curve.define(variable(x), lifted, jet);
    return Number.isNaN(result.value) ? notANumber : result;
  };
}

// A bundler may drop a function that nobody uses, so nothing in a definition may have an effect; even String.raw counts
// as one, which is why formulas are plain strings.

/** An elementwise function of its definition. */
/* @__NO_SIDE_EFFECTS__ */
export function defineElementwise<const Id extends string, P extends string = never>(
  definition: ElementwiseDefinition<Id, P>,
): ElementwiseFunction<Id, P> {
  const jetAt = (x: number, given?: GivenParameters<P>): Jet =>
    jetAlong(definition, withDefaults(definition, given))(x);
  return {
    ...definition,
    value: (x, given) => valueAlong(definition, withDefaults(definition, given))(x),
    derivative: (x, given) => jetAt(x, given).derivative,
    secondDerivative: (x, given) => jetAt(x, given).secondDerivative,
    jet: jetAt,
    values: (xs, given, order = 0) => {
      const params = withDefaults(definition, given);
      const jetOf = jetAlong(definition, params);
      const along = {
        0: valueAlong(definition, params),
        1: (x: number) => jetOf(x).derivative,
        2: (x: number) => jetOf(x).secondDerivative,
      }[order];
      return xs.map(along) as typeof xs;
    },
  };
}

/** A vector function of its definition. */
/* @__NO_SIDE_EFFECTS__ */
export function defineVector<const Id extends string, P extends string = never>(
  definition: VectorDefinition<Id, P>,
): VectorFunction<Id, P> {
  return {
    ...definition,
    value: (xs, given) => {
      const params = withoutAxis(definition, given);
      outputsOf(definition, xs.length, params);
      return definition.value(xs, params);
    },
    jacobian: (xs, given) => {
      const params = withoutAxis(definition, given);
      outputsOf(definition, xs.length, params);
      return definition.jacobian(xs, params);
    },
    vjp: (xs, v, given) => {
      const params = withoutAxis(definition, given);
      const outputs = outputsOf(definition, xs.length, params);
      if (v.length !== outputs) {
        throw new RangeError(`vjp needs a v as long as the output, ${outputs}; got ${v.length}`);
      }
      return definition.vjp(xs, v, params);
    },
  };
}

/** A gated function of its definition. */
/* @__NO_SIDE_EFFECTS__ */
export function defineGated<const Id extends string, P extends string = never>(
  definition: GatedDefinition<Id, P>,
): GatedFunction<Id, P> {
  const { gate } = definition;
  return {
    ...definition,
    value: (a, b, given) => product(a, valueAlong(gate, withoutAxis(definition, given))(b)),
    partials: (a, b, given) => {
      const { value, derivative } = jetAlong(gate, withoutAxis(definition, given))(b);
      return Number.isNaN(a) ? [NaN, NaN] : [value, product(a, derivative)];
    },
  };
}

/** Every parameter, once an `axis` has been found to mean the one there is. */
function withoutAxis<P extends string>(
  definition: VectorDefinition<string, P> | GatedDefinition<string, P>,
  given: GivenWithAxis<P> = {} as GivenWithAxis<P>,
): Readonly<Record<P, number>> {
  if (definition.axis === undefined) return withDefaults(definition, given);
  const { axis = -1, ...params } = given;
  if (axis !== -1 && axis !== 0)
    throw new RangeError(`one vector has only axis 0, also written -1; got ${axis}`);
  return withDefaults(definition, params as unknown as GivenParameters<P>);
}

/** @throws RangeError where so many inputs do not fit */
function outputsOf<P extends string>(
  definition: VectorDefinition<string, P>,
  inputs: number,
  params: Readonly<Record<P, number>>,
): number {
  const outputs = outputLength(definition, inputs, params);
  if (outputs === undefined) throw new RangeError(lengthProblem(definition, inputs, params));
  return outputs;
}
