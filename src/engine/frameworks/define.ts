/** The shape of a framework's table: how it spells each activation function, and with which parameters and defaults. */
import type { FunctionId } from "../functions/index.ts";

/** A value a framework's signature can hold as a default. */
export type Literal = number | boolean | string | null;

export interface RowParameter {
  /** The framework's own name. */
  readonly name: string;
  /** 0-based position of a positional argument; null: keyword only. A method's `self` is not counted. */
  readonly position: number | null;
  /** The framework's default; absent where the argument is required. */
  readonly default?: Literal;
  /**
   * What it is to the function: `x` its input, a parameter's name in the engine's record, `axis`, `variant` (it selects
   * another function, see `selects`), or null when it does not matter to the function (inplace, name …).
   */
  readonly mapsTo: string | null;
  /** For `variant`: which function each literal value selects. */
  readonly selects?: ReadonlyMap<Literal, FunctionId>;
}

/** function: `F.relu(x)` · module: `nn.ReLU()` · method: `x.relu()` · string: `"relu"` in an activation slot */
export type SpellingForm = "function" | "module" | "method" | "string";

export interface Spelling {
  /** Fully qualified, as imported: `torch.nn.functional.leaky_relu`; for `string` the key itself. */
  readonly name: string;
  readonly form: SpellingForm;
  /** What it computes with its default arguments. */
  readonly function: FunctionId;
  readonly params: readonly RowParameter[];
  /** Derivative at a kink where this framework differs from the engine's convention: [x, f′]. */
  readonly kinkDerivatives?: readonly (readonly [x: number, derivative: number])[];
  /** Worth knowing at this spelling; shown behind Details. */
  readonly note?: string;
  /** Where the row was read: repository path. */
  readonly source: string;
}

export interface Framework {
  readonly id: string;
  /** "PyTorch" */
  readonly name: string;
  readonly language: "python";
  /** Version the rows were read from. */
  readonly version: string;
  readonly spellings: readonly Spelling[];
}
