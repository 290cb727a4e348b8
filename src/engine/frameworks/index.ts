/** Every framework that is read, and the words that say a file may use one. */
import type { FunctionId } from "../functions/index.ts";
import type { Framework, Language, Spelling } from "./define.ts";
import { bnnsGraph } from "./bnns-graph.ts";
import { bnns } from "./bnns.ts";
import { burn } from "./burn.ts";
import { candle } from "./candle.ts";
import { coreml } from "./coreml.ts";
import { diffusers } from "./diffusers.ts";
import { flax } from "./flax.ts";
import { flux } from "./flux.ts";
import { jax } from "./jax.ts";
import { keras } from "./keras.ts";
import { libtorch } from "./libtorch.ts";
import { lux } from "./lux.ts";
import { mindspore } from "./mindspore.ts";
import { mlCompute } from "./ml-compute.ts";
import { mlxSwift } from "./mlx-swift.ts";
import { mlx } from "./mlx.ts";
import { mpsGraph } from "./mps-graph.ts";
import { mps } from "./mps.ts";
import { neatPython } from "./neat-python.ts";
import { nnlib } from "./nnlib.ts";
import { onnx } from "./onnx.ts";
import { paddle } from "./paddle.ts";
import { pytorch } from "./pytorch.ts";
import { scikitLearn } from "./scikit-learn.ts";
import { scipy } from "./scipy.ts";
import { swiftTensorflow } from "./swift-tensorflow.ts";
import { tch } from "./tch.ts";
import { tensorflowJs } from "./tensorflow-js.ts";
import { tensorflow } from "./tensorflow.ts";
import { timm } from "./timm.ts";
import { tinygrad } from "./tinygrad.ts";
import { transformers } from "./transformers.ts";
import { webnn } from "./webnn.ts";

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
  neatPython,
  libtorch,
  tensorflowJs,
  webnn,
  candle,
  burn,
  tch,
  mlxSwift,
  bnns,
  bnnsGraph,
  mpsGraph,
  mps,
  mlCompute,
  swiftTensorflow,
  nnlib,
  flux,
  lux,
] as const;

export type FrameworkId = (typeof list)[number]["id"];

export const frameworks: readonly (Framework & { readonly id: FrameworkId })[] = list;

export function frameworkById(id: FrameworkId): Framework & { readonly id: FrameworkId } {
  return frameworks.find((framework) => framework.id === id)!;
}

/** Those that code of a language uses. */
export function frameworksOf(language: Language): typeof frameworks {
  return frameworks.filter((framework) => framework.language === language);
}

/** `torch.nn.ReLU` of `torch::nn::ReLU` */
export function dottedName(name: string): string {
  return name.replaceAll("::", ".");
}

/**
 * A name of a framework as it is kept: names of different languages are told apart, and none is told from its separators.
 * @param name as the framework's table has it: `torch::nn::ReLU`, which is kept as `cpp:torch.nn.ReLU`
 */
export function qualifiedName(language: Language, name: string): string {
  const dotted = dottedName(name);
  return language === "python" ? dotted : `${language}:${dotted}`;
}

/** A name as its language writes it. @param name as it is kept */
export function writtenName(name: string): string {
  const [, language, dotted] = /^([a-z]+):(.*)$/.exec(name) ?? [];
  if (dotted === undefined) return name;
  return language === "cpp" || language === "rust" ? dotted.replaceAll(".", "::") : dotted;
}

/** The top-level modules of a framework, as they are kept. */
export function rootsOf({ language, roots }: Framework): string[] {
  return roots.map((root) => qualifiedName(language, root));
}

/** Top-level modules of all frameworks. */
export const rootModules: readonly string[] = [...new Set(frameworks.flatMap(rootsOf))];

/** What a name stands for that nothing in the code binds, and whether that is certain. */
export interface Ambient {
  /** As it is kept. */
  readonly name: string;
  readonly isCertain: boolean;
  /** A top-level module of its framework, as it is kept. */
  readonly root: string;
}

const ambient = new Map<Language, ReadonlyMap<string, Ambient>>();

/**
 * Names that code has of itself: in Python none; elsewhere a framework's namespaces and crates by their own names, and
 * what something else has loaded.
 */
export function ambientNames(language: Language): ReadonlyMap<string, Ambient> {
  let names = ambient.get(language);
  if (!names) {
    const own = language === "python" ? [] : frameworksOf(language);
    const entries = own.flatMap(({ roots, globals = [] }: Framework) => [
      ...roots.map((root) => [root, true, root] as const),
      ...globals.map((name) => [name, false, roots[0]!] as const),
    ]);
    names = new Map(
      entries.map(([name, isCertain, root]) => [
        name,
        { name: qualifiedName(language, name), isCertain, root: qualifiedName(language, root) },
      ]),
    );
    ambient.set(language, names);
  }
  return names;
}

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
