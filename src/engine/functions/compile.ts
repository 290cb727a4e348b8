/** From a definition to a function that can be called: the methods every activation function has, written once. */
import { constant, type Jet, jet, variable } from "../math/jet.ts";
import { real } from "../math/real.ts";
import type {
  ElementwiseDefinition,
  ElementwiseFunction,
  GivenParameters,
  Limit,
  VectorDefinition,
  VectorFunction,
} from "./define.ts";
import { withDefaults } from "./parameters.ts";

const undefinedEverywhere: Jet = { value: NaN, derivative: NaN, secondDerivative: NaN };

function limitAt<P extends string>(
  definition: ElementwiseDefinition<string, P>,
  x: number,
  params: Readonly<Record<P, number>>,
): Limit {
  const claims = definition.claims(params);
  return x < 0 ? claims.left : claims.right;
}

function anyNaN(params: Readonly<Record<string, number>>): boolean {
  return Object.values(params).some(Number.isNaN);
}

function valueOf<P extends string>(
  definition: ElementwiseDefinition<string, P>,
  x: number,
  params: Readonly<Record<P, number>>,
): number {
  if (Number.isNaN(x)) return NaN;
  if (!Number.isFinite(x)) return anyNaN(params) ? NaN : limitAt(definition, x, params).value;
  return definition.define(x, params, real);
}

function jetOf<P extends string>(
  definition: ElementwiseDefinition<string, P>,
  x: number,
  params: Readonly<Record<P, number>>,
  lifted: Readonly<Record<P, Jet>>,
): Jet {
  if (Number.isNaN(x)) return undefinedEverywhere;
  if (!Number.isFinite(x)) return anyNaN(params) ? undefinedEverywhere : limitAt(definition, x, params);
  const result = definition.define(variable(x), lifted, jet);
  return Number.isNaN(result.value) ? undefinedEverywhere : result;
}

function lift<P extends string>(params: Readonly<Record<P, number>>): Readonly<Record<P, Jet>> {
  const entries = Object.entries<number>(params).map(([name, value]) => [name, constant(value)] as const);
  return Object.fromEntries(entries) as Record<P, Jet>;
}

/** An elementwise function of its definition. */
export function defineElementwise<const Id extends string, P extends string = never>(
  definition: ElementwiseDefinition<Id, P>,
): ElementwiseFunction<Id, P> {
  const jetAt = (x: number, given?: GivenParameters<P>): Jet => {
    const params = withDefaults(definition, given);
    return jetOf(definition, x, params, lift(params));
  };
  return {
    ...definition,
    value: (x, given) => valueOf(definition, x, withDefaults(definition, given)),
    derivative: (x, given) => jetAt(x, given).derivative,
    secondDerivative: (x, given) => jetAt(x, given).secondDerivative,
    jet: jetAt,
    values: (xs, given, order = 0) => {
      const params = withDefaults(definition, given);
      const ys = xs.slice() as typeof xs;
      if (order === 0) {
        for (let i = 0; i < ys.length; i++) ys[i] = valueOf(definition, ys[i]!, params);
        return ys;
      }
      const lifted = lift(params);
      const key = order === 1 ? "derivative" : "secondDerivative";
      for (let i = 0; i < ys.length; i++) ys[i] = jetOf(definition, ys[i]!, params, lifted)[key];
      return ys;
    },
  };
}

/** A vector function of its definition. */
export function defineVector<const Id extends string, P extends string = never>(
  definition: VectorDefinition<Id, P>,
): VectorFunction<Id, P> {
  const paramsOf = (given?: GivenParameters<P>) => withDefaults(definition, given);
  return {
    ...definition,
    value: (xs, given) => definition.value(xs, paramsOf(given)),
    jacobian: (xs, given) => definition.jacobian(xs, paramsOf(given)),
    vjp: (xs, v, given) => {
      if (v.length !== xs.length) {
        throw new RangeError(`vjp needs vectors of one length, got ${xs.length} and ${v.length}`);
      }
      return definition.vjp(xs, v, paramsOf(given));
    },
  };
}
