/** The shape of a framework's table: how it spells each activation function, and with which parameters and defaults. */
import type { FunctionId, ParameterValues } from "../functions/index.ts";

/** A value a framework's signature can hold as a default. */
export type Literal = number | boolean | string | null;

export interface RowParameter {
  /** The framework's own name. */
  readonly name: string;
  /** Further names it is accepted under: `alpha` for Keras' `negative_slope`. */
  readonly aliases?: readonly string[];
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
  /** Values that stand for a number without being one: `None` for "no cap", `"zeros"` for an initialiser. */
  readonly numbers?: ReadonlyMap<Literal, number>;
  /** An axis that is counted from the first alone. */
  readonly isIndex?: true;
}

/** function: `F.relu(x)` · module: `nn.ReLU()` · method: `x.relu()` · string: `"relu"` in an activation slot */
export type SpellingForm = "function" | "module" | "method" | "string";

export interface Spelling {
  /** Qualified as the framework's documentation writes it: `torch.nn.functional.relu`, `tf.nn.relu`; for `string` the key itself. */
  readonly name: string;
  readonly form: SpellingForm;
  /** What it computes with its default arguments. */
  readonly function: FunctionId;
  /** The function that all its parameters belong to, where the defaults give a simpler one (see `simplify.ts`). */
  readonly general?: FunctionId;
  readonly params: readonly RowParameter[];
  /** Parameters the framework fixes, under the engine's names, where that differs from the engine's own default. */
  readonly fixed?: ParameterValues;
  /** What the framework multiplies the input by first, where no parameter of the function says it. */
  readonly inputScale?: number;
  /** Parameters of the function that hang on something outside the call: the channels of its input, its layers. */
  readonly open?: readonly string[];
  /** General arithmetic: a use only where an activation is asked for. `rows.ts` sets it (see `arithmetic.ts`). */
  readonly isArithmetic?: true;
  /**
   * How a module is written, where it is not a class that is called.
   * case: of an enumeration, without brackets where it takes nothing: `Activation::Relu`.
   * plain case: one that never takes anything; its numbers are given elsewhere.
   * configuration: what takes something is made by its configuration, `LeakyReluConfig::new().init()`.
   */
  readonly made?: "case" | "plain case" | "configuration";
  /** Derivative at a kink where this framework differs from the engine's convention: [x, f′]. */
  readonly kinkDerivatives?: readonly (readonly [x: number, derivative: number])[];
  /** Major versions of the framework in which the row holds, where it does not hold in all of them. */
  readonly since?: number;
  readonly until?: number;
  /** Worth knowing at this spelling; shown behind Details. */
  readonly note?: string;
  /** Where the row was read: repository path. */
  readonly source: string;
}

/** An argument that takes an activation function, by its string key or as a callable. */
export interface Slot {
  /** Qualified name of the callable: `keras.layers.Dense`; one `*` stands for any text: `transformers.*Config`. */
  readonly owner: string;
  readonly argument: string;
  /** 0-based; null: keyword only. */
  readonly position: number | null;
  /** The framework's keys that are accepted, where not all are. */
  readonly keys?: readonly string[];
  /**
   * The owner applies what the string names, whatever it be, and its other arguments are that function's:
   * `make_node("LeakyRelu", …, alpha=0.1)`. It asks for no activation: general arithmetic is no use there.
   */
  readonly isCall?: true;
  /** The owner is not called but indexed: `ACT2FN["gelu"]`. */
  readonly isIndexed?: true;
  /** What the owner gives for the string, where that is the activation itself: to be called, or to be made first. */
  readonly gives?: "callable" | "class";
  /** The owner's argument that says how many entries the function is applied to together. */
  readonly units?: { readonly argument: string; readonly position: number };
}

/** As far as it matters here. */
export interface Version {
  readonly major: number;
  readonly minor: number;
}

/** The newest version of a package that a project allows; undefined where it does not say. */
export type Newest = (packageName: string) => Version | undefined;

/** The language that code with the framework is written in. */
export type Language = "python" | "cpp" | "javascript" | "rust" | "swift" | "julia";

/** A module or name under another path: [`tensorflow.keras`, `keras`]. Applies to it and to everything below it. */
export type NameAlias = readonly [from: string, to: string];

export interface Framework {
  readonly id: string;
  /** "PyTorch" */
  readonly name: string;
  readonly language: Language;
  /** Version the rows were read from. */
  readonly version: string;
  /** Top-level modules whose import makes a file use this framework. */
  readonly roots: readonly string[];
  /** Names under which code finds it without an import, where something else has loaded it: likely at best. */
  readonly globals?: readonly string[];
  readonly aliases: readonly NameAlias[];
  readonly spellings: readonly Spelling[];
  readonly slots: readonly Slot[];
  /** Which major version is in use, for a framework with rows that do not hold in all of them. */
  readonly majorOf?: (newest: Newest) => number | undefined;
  /** Up to an older major version names meant what the rows under another root say: `tf_keras.…` for `keras.…`. */
  readonly earlier?: { readonly until: number; readonly root: string };
  /** Keys are lower-cased before they are looked up. */
  readonly lowersKeys?: true;
  /** Its functions take a tensor by reference, and give a result that may be an error: `silu(&x)?`. */
  readonly isFallible?: true;
  /** Address of the framework's own page on a spelling, where it has one. */
  readonly docs: (spelling: Spelling) => string | undefined;
  /** What is taken for granted where the code does not say, as a sentence. */
  readonly assumes?: string;
}
