/** What is asked before an activation function is recommended, and the shape of what is known. */
import type { Note } from "../functions/define.ts";
import type { FunctionId, ParameterValues } from "../functions/index.ts";

export const layers = ["hidden", "output"] as const;
export const tasks = [
  "multiclass",
  "binary",
  "multilabel",
  "regression",
  "positive",
  "unit-interval",
  "symmetric",
] as const;
export const architectures = ["cnn", "mlp", "transformer", "recurrent", "gan", "implicit"] as const;
export const constraints = ["quantised", "mobile", "unnormalised", "mixed-precision"] as const;

export type Layer = (typeof layers)[number];
export type Task = (typeof tasks)[number];
export type Architecture = (typeof architectures)[number];
export type Constraint = (typeof constraints)[number];

export interface Answers {
  readonly layer: Layer;
  /** Matters to an output layer. */
  readonly task: Task;
  readonly architecture: Architecture;
  readonly constraints: readonly Constraint[];
}

/** Holds where every part that is given does. */
export interface Condition {
  readonly tasks?: readonly Task[];
  readonly architectures?: readonly Architecture[];
  /** All of them. */
  readonly constraints?: readonly Constraint[];
}

/** Something that speaks for a function (weight above 0), against it (below), or is only to be known (0). */
export interface Ground extends Note {
  readonly when: Condition;
  /** Convention, for ranking: 1 a little, 3 clearly, 6 what is usual there. */
  readonly weight: number;
}

/** How the weights before the function are to be drawn. `default` leaves the framework's own. */
export type Initialisation = "he" | "lecun" | "glorot" | "orthogonal" | "siren" | "default";

export type Loss = "cross-entropy" | "binary-cross-entropy" | "squared-error";

export interface Advice {
  readonly layer: Layer;
  readonly function: FunctionId;
  readonly params?: ParameterValues;
  readonly initialisation: Initialisation;
  /** How the function is written, applied to `x` where it is no layer of its own. */
  readonly code: Readonly<Record<SnippetFramework, string>>;
  readonly grounds: readonly Ground[];
}

/** Frameworks that snippets are written in. */
export const snippetFrameworks = ["torch", "keras", "tensorflow", "flax"] as const;
export type SnippetFramework = (typeof snippetFrameworks)[number];
