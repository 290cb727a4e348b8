/** From a definition to a function that can be called: the methods every activation function has, written once. */
import { correctlyRounded } from "../math/exact/correctly-rounded.ts";
import { type Jet, jet, variable } from "../math/jet.ts";
import { product } from "../math/product.ts";
import { real } from "../math/real.ts";
import { singleValues } from "./arrays.ts";
import type {
  Claims,
  Curve,
  ElementwiseDefinition,
  ElementwiseFunction,
  GatedDefinition,
  GatedFunction,
  GivenParameters,
} from "./define.ts";
import { lifted } from "./lifted.ts";
import { withDefaults, withoutAxis } from "./parameters.ts";

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

/**
 * f at fixed parameters in plain doubles, for any double: what is drawn, some ten times as fast as the exact value.
 */
export function valueAlong<P extends string>(
  curve: Curve<P>,
  params: Readonly<Record<P, number>>,
): (x: number) => number {
  const beyond = jetBeyond(curve, params);
  return (x) => (Number.isFinite(x) ? curve.define(x, params, real) : beyond(x).value);
}

/** f, f′ and f″ at fixed parameters in plain doubles, for any double. */
export function jetAlong<P extends string>(
  curve: Curve<P>,
  params: Readonly<Record<P, number>>,
): (x: number) => Jet {
  const constants = lifted(params, jet);
  const beyond = jetBeyond(curve, params);
  return (x) => {
    if (!Number.isFinite(x)) return beyond(x);
    const result = curve.define(variable(x), constants, jet);
    return Number.isNaN(result.value) ? notANumber : result;
  };
}

/** f, f′ or f″ in plain doubles, for any double. */
export function plainAlong<P extends string>(
  curve: Curve<P>,
  params: Readonly<Record<P, number>>,
  order: 0 | 1 | 2,
): (x: number) => number {
  if (order === 0) return valueAlong(curve, params);
  const jetOf = jetAlong(curve, params);
  return order === 1 ? (x) => jetOf(x).derivative : (x) => jetOf(x).secondDerivative;
}

/**
 * f at fixed parameters, correctly rounded, for any double. The plain double has the last word where nothing else is
 * defined, and on the sign of 0.
 */
function exactValueAlong<P extends string>(
  curve: Curve<P>,
  params: Readonly<Record<P, number>>,
): (x: number) => number {
  const plain = valueAlong(curve, params);
  const hasNaN = Object.values<number>(params).some(Number.isNaN);
  return (x) => {
    if (hasNaN || !Number.isFinite(x)) return plain(x);
    const [exact] = correctlyRounded(1, (_, m) => {
      const { value } = curve.define(m.constant(x), lifted(params, m), m);
      return () => value;
    });
    return exact === undefined || exact === 0 ? settled(exact, plain(x)) : exact;
  };
}

/** f, f′ and f″ at fixed parameters, correctly rounded, for any double. */
export function exactJetAlong<P extends string>(
  curve: Curve<P>,
  params: Readonly<Record<P, number>>,
): (x: number) => Jet {
  const plain = jetAlong(curve, params);
  const hasNaN = Object.values<number>(params).some(Number.isNaN);
  return (x) => {
    const near = plain(x);
    if (hasNaN || !Number.isFinite(x)) return near;
    const [value, derivative, secondDerivative] = correctlyRounded(3, (_, m) => {
      const { value, first, second } = curve.define(m.variable(x), lifted(params, m), m);
      return (order) => [value, first, second][order];
    });
    return {
      value: settled(value, near.value),
      derivative: settled(derivative, near.derivative),
      secondDerivative: settled(secondDerivative, near.secondDerivative),
    };
  };
}

/** f, f′ or f″, correctly rounded, for any double. */
export function exactAlong<P extends string>(
  curve: Curve<P>,
  params: Readonly<Record<P, number>>,
  order: 0 | 1 | 2,
): (x: number) => number {
  if (order === 0) return exactValueAlong(curve, params);
  const jetOf = exactJetAlong(curve, params);
  return order === 1 ? (x) => jetOf(x).derivative : (x) => jetOf(x).secondDerivative;
}

/** The exact result where there is one. A 0 has no sign in exact arithmetic. */
export function settled(exact: number | undefined, plain: number): number {
  return exact === undefined || (exact === 0 && plain === 0) ? plain : exact;
}

/**
 * Whether f′ comes down to 0 and turns back, as snake's does: beside such a zero it is so small that plain doubles,
 * which are off by a share of what they cancelled, are off by more than float32 forgives. Where f′ crosses 0 they are not.
 */
function touchesZero({ smoothness, derivativeRange: { low, high, lowClosed, highClosed } }: Claims): boolean {
  return smoothness === "smooth" && ((lowClosed && low === 0) || (highClosed && high === 0));
}

/** f′ as float32 needs it, for any double: in plain doubles, and exactly where they may have cancelled. */
function slopeAlong<P extends string>(
  curve: Curve<P>,
  params: Readonly<Record<P, number>>,
): (x: number) => number {
  const plain = plainAlong(curve, params, 1);
  const claims = curve.claims(params);
  if (!touchesZero(claims)) return plain;
  const exact = exactAlong(curve, params, 1);
  const { low, high } = claims.derivativeRange;
  const least = Math.max(-low, high) * 2 ** -18;
  return (x) => {
    const slope = plain(x);
    return Math.abs(slope) < least ? exact(x) : slope;
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
    exactJetAlong(definition, withDefaults(definition, given))(x);
  return {
    ...definition,
    value: (x, given) => exactValueAlong(definition, withDefaults(definition, given))(x),
    derivative: (x, given) => jetAt(x, given).derivative,
    secondDerivative: (x, given) => jetAt(x, given).secondDerivative,
    jet: jetAt,
    values: (xs, given, order = 0) => {
      const params = withDefaults(definition, given);
      if (xs instanceof Float32Array && order === 0)
        return singleValues(definition, params, valueAlong(definition, params), xs) as typeof xs;
      if (xs instanceof Float32Array && order === 1)
        return xs.map(slopeAlong(definition, params)) as typeof xs;
      // f″ in plain doubles cancels beside its zeros by more than float32 forgives.
      return xs.map(exactAlong(definition, params, order)) as typeof xs;
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
    value: (a, b, given) => {
      const params = withoutAxis(definition, given);
      const plain = product(a, valueAlong(gate, params)(b));
      if (Number.isNaN(plain) || !Number.isFinite(a) || !Number.isFinite(b)) return plain;
      const [exact] = correctlyRounded(1, (s, m) => {
        const { value } = gate.define(m.constant(b), lifted(params, m), m);
        return () => s.mul(s.of(a), value);
      });
      return settled(exact, plain);
    },
    partials: (a, b, given) => {
      const params = withoutAxis(definition, given);
      const { value, derivative } = jetAlong(gate, params)(b);
      if (Number.isNaN(a)) return [NaN, NaN];
      const plain = [value, product(a, derivative)] as const;
      if (Number.isNaN(value) || !Number.isFinite(a) || !Number.isFinite(b)) return plain;
      const [byA, byB] = correctlyRounded(2, (s, m) => {
        const { value, first } = gate.define(m.variable(b), lifted(params, m), m);
        return (half) => (half === 0 ? value : first && s.mul(s.of(a), first));
      });
      return [settled(byA, plain[0]), settled(byB, plain[1])];
    },
  };
}
