/** Every framework that is read, and the words that say a file may use one. */
import type { FunctionId } from "../functions/index.ts";
import type { Framework, Spelling } from "./define.ts";
import { coreml } from "./coreml.ts";
import { diffusers } from "./diffusers.ts";
import { flax } from "./flax.ts";
import { jax } from "./jax.ts";
import { keras } from "./keras.ts";
import { mindspore } from "./mindspore.ts";
import { mlx } from "./mlx.ts";
import { onnx } from "./onnx.ts";
import { paddle } from "./paddle.ts";
import { pytorch } from "./pytorch.ts";
import { scikitLearn } from "./scikit-learn.ts";
import { scipy } from "./scipy.ts";
import { tensorflow } from "./tensorflow.ts";
import { timm } from "./timm.ts";
import { tinygrad } from "./tinygrad.ts";
import { transformers } from "./transformers.ts";

export type { Framework, Language, Literal, RowParameter, Slot, Spelling } from "./define.ts";

const list = [
  pytorch,
  keras,
  tensorflow,
  jax,
  flax,
  mlx,
  paddle,
  mindspore,
  tinygrad,
  transformers,
  diffusers,
  timm,
  scikitLearn,
  scipy,
  onnx,
  coreml,
] as const;

export type FrameworkId = (typeof list)[number]["id"];

export const frameworks: readonly (Framework & { readonly id: FrameworkId })[] = list;

export function frameworkById(id: FrameworkId): Framework & { readonly id: FrameworkId } {
  return frameworks.find((framework) => framework.id === id)!;
}

/** Top-level modules of all frameworks: a file in which none of these words occurs cannot use one. */
export const rootModules: readonly string[] = [...new Set(frameworks.flatMap(({ roots }) => roots))];

export interface FrameworkSpelling {
  readonly framework: FrameworkId;
  readonly spelling: Spelling;
}

/** Every way to write a function, framework by framework: also rows that give it only with certain arguments. */
export function spellingsOf(id: FunctionId): FrameworkSpelling[] {
  return frameworks.flatMap(({ id: framework, spellings }) =>
    spellings.filter((spelling) => canGive(spelling, id)).map((spelling) => ({ framework, spelling })),
  );
}

function canGive({ function: initial, general, params }: Spelling, id: FunctionId): boolean {
  return (
    initial === id ||
    general === id ||
    params.some(({ selects }) => selects !== undefined && [...selects.values()].includes(id))
  );
}
