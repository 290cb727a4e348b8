/** One place in code that uses an activation function: what detection yields and everything else reads. */
import type { FrameworkId, Spelling } from "../frameworks/index.ts";
import type { FunctionId, ParameterValues } from "../functions/index.ts";
import type { Range } from "../range.ts";

/**
 * call: `F.relu(x)`, `nn.ReLU()` · reference: `act_layer=nn.GELU` · string: `activation="relu"` · method: `x.relu()` ·
 * attribute_use: `self.act(x)` traced to its assignment · definition: a function written by hand
 */
export type UseKind = "call" | "reference" | "string" | "method" | "attribute_use" | "definition";

/** A parameter as code or a default gives it; infinities and NaN are numbers here. null: `None`, or not a literal. */
export type ArgumentValue = number | boolean | string | null;

export interface Use {
  readonly kind: UseKind;
  readonly function: FunctionId;
  readonly framework: FrameworkId;
  readonly spelling: Spelling;
  /** `resolved`: the name was followed to an import. `likely`: only the name fits. */
  readonly certainty: "resolved" | "likely";
  /** The name as written (`nn.LeakyReLU`), the string with its quotes, or a method's own name. */
  readonly range: Range;
  /** The last segment of the name (`LeakyReLU`): where the hover answers, beside `literals`. */
  readonly nameRange: Range;
  /** Literal arguments that matter to the function: the hover answers there too. */
  readonly literals: readonly Range[];
  /** The whole call, or the same as `range` where there is none. */
  readonly callRange: Range;
  /** Under the framework's own names, defaults included; only arguments that matter to the function. */
  readonly params: Readonly<Record<string, ArgumentValue>>;
  /** Names of `params` written in the code. */
  readonly explicit: readonly string[];
  /** Names of `params` whose value is written but is no literal; their entry in `params` is null. */
  readonly unknown: readonly string[];
  /** Known parameters under the engine's names. A name missing here is not known. */
  readonly values: ParameterValues;
  /** For a string: whose argument it is, and how many units that layer has where it says so. */
  readonly slot?: { readonly owner: string; readonly argument: string; readonly units?: number };
}
