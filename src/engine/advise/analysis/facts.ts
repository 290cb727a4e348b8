/**
 * What the analysis of a file knows: which operations were applied to which values, which values reached which loss, and
 * what was compared. Plain data; rules read it, and so may whatever else wants to know how data flows through a model.
 *
 * A function that is called at several places is followed at each, so one place in the code may have several entries.
 */
import type { Place } from "../place.ts";
import type { Given, Loss, Step, Value } from "./value.ts";

export interface Facts {
  readonly steps: readonly Step[];
  readonly losses: readonly LossUse[];
  readonly comparisons: readonly Comparison[];
  /** Whether the analysis came to its end: where it is not, something was left out. */
  readonly isComplete: boolean;
}

/** A loss, and what it was given. */
export interface LossUse {
  readonly loss: Loss;
  /** The call that computes it, or the `compile` it is given to. */
  readonly place: Place;
  readonly prediction: Prediction;
  readonly target?: Given;
  /** Of a Keras model that is compiled with it. */
  readonly compiled?: Compiled;
}

export interface Prediction {
  readonly value: Value;
  /** As it is written; absent for a model that is compiled. */
  readonly place?: Place;
}

export interface Compiled {
  /** Where the model was made. */
  readonly model: Place;
  /** The argument `loss`, with its keyword. */
  readonly loss: Given;
  /** Items of the argument `metrics`, where they are known. */
  readonly metrics: readonly Metric[];
}

export interface Metric {
  /** Keras' string, or the class or function, canonical. */
  readonly name: string;
  readonly isString: boolean;
  readonly place: Place;
  /** Names of the arguments it is made with. */
  readonly given: readonly string[];
}

/** `left < right` */
export interface Comparison {
  readonly operator: string;
  readonly place: Place;
  readonly left: { readonly value: Value; readonly place: Place };
  readonly right: { readonly value: Value; readonly place: Place };
}
