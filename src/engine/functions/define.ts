/**
 * The shape of an activation function: one record of facts plus its mathematics. Hover, lab, transforms, command line,
 * documents and tests derive from these records; nothing else lists functions.
 */
import type { Arithmetic } from "../math/arithmetic.ts";
import type { Jet } from "../math/jet.ts";

/** Values of parameters by name. */
export type ParameterValues = Readonly<Record<string, number>>;

export interface Parameter {
  /** What it is when not given. Absent: there is no common default and a caller must give it. */
  readonly default?: number;
  /** What it is when not given, from the parameters before it; `default` is then that at their defaults. */
  readonly derive?: (before: ParameterValues) => number;
  /**
   * Values the function is defined for, both ends included unless `open`. An absent end is unbounded, but the value
   * itself must be finite; only an end written as `Infinity` allows an infinite value.
   * `why` completes "it must be …, because".
   */
  readonly domain: {
    readonly min?: number;
    readonly max?: number;
    readonly open?: boolean;
    readonly why: string;
  };
  /** What the lab's slider spans. Never wider than the domain. */
  readonly slider: { readonly min: number; readonly max: number; readonly step: number };
  /** LaTeX symbol */
  readonly symbol: string;
  /** What it does, in a few words: "slope for x < 0" */
  readonly meaning: string;
  /** Whether it is trained along with the weights. */
  readonly learnable: boolean;
}

/** An interval of the real line; an infinite end is never closed. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowClosed: boolean;
  readonly highClosed: boolean;
}

/** Where a statement comes from. `id` is an arXiv id, DOI or web page. */
export interface Source {
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  readonly id?: string;
}

/** A strength, weakness or recommendation: never without the condition it holds under and where it was shown. */
export interface Note {
  readonly text: string;
  /** Under what condition it holds: "hidden layers of CNNs", "at initialisation" */
  readonly condition: string;
  readonly source: Source;
}

/** What is known of using a function. */
export interface Notes {
  readonly strengths: readonly Note[];
  readonly weaknesses: readonly Note[];
  readonly whenToUse: readonly Note[];
}

/** discontinuous: f jumps · C0: f′ jumps · C1: f″ jumps · C2 · smooth: infinitely differentiable */
export type Smoothness = "discontinuous" | "C0" | "C1" | "C2" | "smooth";

/** What happens far out on one side. Each is infinite where it grows without bound, NaN where it keeps swinging. */
export interface Limit {
  /** lim f */
  readonly value: number;
  /** lim f′ */
  readonly derivative: number;
  /** lim f″; 0 for every function here whose f′ converges */
  readonly secondDerivative: number;
}

/** Statements about an elementwise function; every one of them is tested against its mathematics. */
export interface Claims {
  /** Closure-aware hull of the values of f over the real line; a function that jumps may leave out some in between. */
  readonly range: Interval;
  /** Hull of the values of f′ over the real line (away from kinks). */
  readonly derivativeRange: Interval;
  /** f never decreases */
  readonly monotone: boolean;
  /** odd symmetry: f(−x) = −f(x), so a symmetric input gives outputs with mean 0 */
  readonly zeroCentred: boolean;
  readonly smoothness: Smoothness;
  /** Where f or f′ jumps, ascending. */
  readonly kinks: readonly number[];
  /** Sides on which f′ tends to 0. */
  readonly saturates: "none" | "left" | "right" | "both";
  readonly left: Limit;
  readonly right: Limit;
}

/** What single draws of a random function do: its numbers and claims are those of their mean. */
export interface Draws {
  /** When it draws: "training" */
  readonly when: string;
  /** Which share of the draws lies in the band; 1: all */
  readonly share: number;
  /** Between which values they lie, of f(x) or of y₁ */
  readonly band: (x: number) => readonly [low: number, high: number];
}

/** What functions of every kind have. */
interface Described<Id extends string, P extends string> {
  /** As in the field's tables: `leaky_relu`; its file is `leaky-relu.ts`. */
  readonly id: Id;
  /** As in its paper: "Leaky ReLU" */
  readonly name: string;
  /** By name; empty where there are none. */
  readonly params: Readonly<Record<P, Parameter>>;
  /** What parameters must fulfil together; `says` completes "it needs": "min_val below max_val". */
  readonly relation?: { holds(params: Readonly<Record<P, number>>): boolean; readonly says: string };
  readonly formula: {
    /** LaTeX of the right-hand side */
    readonly latex: string;
    /**
     * The right-hand side as Python-like plain text, `x if x > 0 else 0.2*x`, with the numbers given. It is evaluated by
     * a test and compared with the mathematics, so it may use only: + - * / ^ ( ) `A if C else B`, abs, exp, tanh, sqrt,
     * sin, erf, log, min, max and x; for vector functions x_i, x_j, noise g_i and g_j, sum and argmax over j, i, n, x[i], x[from:to]
     * and `A where B = C`, which means the t that fulfils it; for gated ones a and b.
     */
    text(params: Readonly<Record<P, string>>): string;
  };
  readonly notes: Notes;
  /** The publication that introduced it; absent for general arithmetic and where none is known. */
  readonly origin?: Source;
}

/** A function of one real number: its mathematics and what is claimed of it. */
export interface Curve<P extends string = string> {
  /** The mathematics, once. Parameters arrive as numbers of the same arithmetic. */
  define<N, C>(x: N, params: Readonly<Record<P, N>>, m: Arithmetic<N, C>): N;
  /** @param params every one of them, within their domains */
  claims(params: Readonly<Record<P, number>>): Claims;
}

/** x ↦ y, entry by entry. */
export interface ElementwiseDefinition<Id extends string = string, P extends string = string>
  extends Described<Id, P>, Curve<P> {
  readonly kind: "elementwise";
  /** Of a random function. */
  draws?(params: Readonly<Record<P, number>>): Draws;
  /**
   * f′(x) from f(x), where PyTorch, TensorFlow and JAX compute the gradient so: what rounding takes from f it takes from
   * the gradient, too.
   * @source tools/autograd/derivatives.yaml (PyTorch), python/ops/math_grad.py (TensorFlow), _src/lax/lax.py (JAX)
   */
  readonly slopeOfValue?: (y: number) => number;
}

/** How many entries come out of a vector function that does not give as many as it takes. */
export interface Lengths<P extends string = string> {
  /** "[n] to [2n]" */
  readonly text: string;
  /** Which lengths it takes, where not any: "a multiple of groups" */
  readonly fits?: string;
  /** @returns length of the output for so many inputs; undefined where they do not fit */
  outputs(inputs: number, params: Readonly<Record<P, number>>): number | undefined;
}

/** y₁ against x₁ while everything else stays: what a picture can show of a vector function. */
export interface Slice {
  /** y₁ and its first two derivatives with respect to x₁, for any double */
  readonly jet: (x: number) => Jet;
  readonly claims: Claims;
  /** Of a random function, whose y₁ is the mean of its draws. */
  readonly draws?: Draws;
}

/** A vector function at one input: each number is computed when it is asked for. */
export interface VectorPoint<N> {
  /** y_i */
  readonly value: (i: number) => N;
  /** ∂y_i/∂x_j */
  readonly slope: (i: number, j: number) => N;
  /** vᵀJ, entry by entry. @param v shape [m] */
  readonly pullback: (v: readonly number[]) => (j: number) => N;
}

/** [n] ↦ [m], all entries together; m is n unless `lengths` says otherwise. */
export interface VectorDefinition<Id extends string = string, P extends string = string> extends Described<
  Id,
  P
> {
  readonly kind: "vector";
  /**
   * Along which axis of an array the function goes; absent where that cannot be chosen. The methods take one vector, so
   * this is no number to compute with: they accept it as −1 or 0, which both mean that vector.
   */
  readonly axis?: { readonly default: number };
  readonly lengths?: Lengths<P>;
  /**
   * The mathematics, once. What the inputs decide by their order (the largest, the infinite ones) they decide as doubles;
   * what is computed of them is computed in the arithmetic. @param xs shape [n], any doubles
   */
  define<N>(xs: readonly number[], params: Readonly<Record<P, number>>, m: Arithmetic<N>): VectorPoint<N>;
  /**
   * y of a float32 vector, many times as fast as entry by entry, to the places that float32 has; undefined where it is left
   * to `define`.
   */
  single?(xs: Float32Array, params: Readonly<Record<P, number>>): Float32Array | undefined;
  /** What is computed is an estimate from draws, which exact arithmetic would not make any better: plain doubles. */
  readonly isEstimate?: true;
  /** @param others the other inputs, finite */
  slice(others: readonly number[], params: Readonly<Record<P, number>>): Slice;
  readonly claims: {
    /** values each entry takes, where there are several */
    readonly range: Interval;
    /** what all entries add up to, where that is bounded */
    readonly sum?: Interval;
    /** whether adding one number to every input leaves the output unchanged */
    readonly shiftInvariant: boolean;
  };
}

/** (a, b) ↦ a · act(b), entry by entry: one half of a layer's outputs lets through or holds back the other half. */
export interface GatedDefinition<Id extends string = string, P extends string = string> extends Described<
  Id,
  P
> {
  readonly kind: "gated";
  /** Along which axis an array is split into the halves a and b; absent where a framework's call does not split. */
  readonly axis?: { readonly default: number };
  /** act, under the name it goes by on its own. */
  readonly gate: Curve<P> & { readonly name: string };
}

/** Parameters as a caller gives them: any may be missing. */
export type GivenParameters<P extends string = string> = Readonly<Partial<Record<P, number>>>;

/**
 * An elementwise function that can be called: x ↦ f(x), on one number or on every entry of an array. `formula` says what it
 * computes, `origin` where it comes from, `params` in which domain. Missing parameters take their defaults.
 * Special values: NaN gives NaN at every order; ±∞ gives the claimed limits; no double throws. A parameter outside its
 * domain is computed with as it is.
 * Accuracy: every number is the double nearest to the true one at the doubles given, measured on two grids of 700-digit
 * results by the repository's test/engine/functions/reference.test.ts. float32 arrays are within 0.504 units in the last
 * place at every order (sine and snake for |a x| ≤ 2²⁰), measured by single.test.ts beside it. Beside other libraries: the
 * repository's docs/accuracy.md, docs/throughput.md.
 * @throws RangeError for an unknown parameter name, or a missing parameter without default
 */
export interface ElementwiseFunction<
  Id extends string = string,
  P extends string = string,
> extends ElementwiseDefinition<Id, P> {
  /** f(x) */
  value(x: number, params?: GivenParameters<P>): number;
  /** f′(x); at a kink the side PyTorch takes */
  derivative(x: number, params?: GivenParameters<P>): number;
  /** f″(x); at a kink on the side that `derivative` takes */
  secondDerivative(x: number, params?: GivenParameters<P>): number;
  /** f, f′ and f″ together */
  jet(x: number, params?: GivenParameters<P>): Jet;
  /** f, f′ or f″ (order 0, 1, 2) of every entry, stored as the array stores; a new array. */
  values<A extends Float32Array | Float64Array>(xs: A, params?: GivenParameters<P>, order?: 0 | 1 | 2): A;
}

/** As a caller gives them to a function that goes along an axis: −1 and 0 both mean the one vector that is given. */
export type GivenWithAxis<P extends string = string> = GivenParameters<P> & { readonly axis?: number };

/**
 * A vector function that can be called, on one vector: [n] ↦ [m], where m is n unless `lengths` says otherwise. Missing
 * parameters take their defaults.
 * Special values: NaN gives NaN; infinite entries the limit where they grow together; no double throws; of no entries comes
 * none.
 * Accuracy: every number is the double nearest to the true one at the doubles given, for long vectors too, measured by the
 * repository's test/engine/functions/vectors.test.ts, but for Gumbel-softmax, which is an estimate; where v is infinite,
 * plain doubles. float32 arrays are computed in doubles to more places than they have, many times as fast; entries are within
 * 0.504 units in the last place (sparsemax's within 2⁻⁵¹ where that is more).
 * @throws RangeError for an unknown parameter name, a missing parameter without default, an `axis` other than −1 and 0,
 * a length that does not fit, or a v that is not as long as the output
 */
export interface VectorFunction<
  Id extends string = string,
  P extends string = string,
> extends VectorDefinition<Id, P> {
  /** y. @param xs shape [n] @returns shape [m] */
  value(xs: readonly number[], params?: GivenWithAxis<P>): number[];
  /**
   * J. @returns shape [m][n], entry [i][j] = ∂y_i/∂x_j; of equals in maxout the first counts as the largest, and at 0 CReLU's
   * slopes are 0, as is that of an entry of sparsemax that is just 0
   */
  jacobian(xs: readonly number[], params?: GivenWithAxis<P>): number[][];
  /** Vector-Jacobian product vᵀJ. @param v shape [m] @returns shape [n] */
  vjp(xs: readonly number[], v: readonly number[], params?: GivenWithAxis<P>): number[];
  /** y of one vector, stored as the array stores; a new array. @param xs shape [n] @returns shape [m] */
  values<A extends Float32Array | Float64Array>(xs: A, params?: GivenWithAxis<P>): A;
}

/**
 * A gated function that can be called, on one entry of each half: (a, b) ↦ a · act(b). Missing parameters take their
 * defaults.
 * Special values: NaN gives NaN; where a half is infinite the limit, and a factor 0 makes 0 of an infinite one.
 * Accuracy: every number is the double nearest to the true one at the doubles given, measured on two grids of 700-digit
 * results by the repository's test/engine/functions/gated.test.ts.
 * @throws RangeError for an unknown parameter name, a missing parameter without default, or an `axis` other than −1 and 0
 */
export interface GatedFunction<Id extends string = string, P extends string = string> extends GatedDefinition<
  Id,
  P
> {
  /** a · act(b) */
  value(a: number, b: number, params?: GivenWithAxis<P>): number;
  /** ∂y/∂a = act(b) and ∂y/∂b = a · act′(b); at a kink the side PyTorch takes */
  partials(a: number, b: number, params?: GivenWithAxis<P>): readonly [a: number, b: number];
}

/** Told apart by `kind`. */
export type ActivationFunction = ElementwiseFunction | VectorFunction | GatedFunction;
