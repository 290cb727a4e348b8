/** What need not be looked for in code, told from its text and the uses that detection found: without parsing it. */
import { rootModules } from "../frameworks/index.ts";
import type { FunctionId } from "../functions/index.ts";
import type { Analysis } from "../detect/analysis.ts";
import type { Use } from "../detect/use.ts";
import { layerNames } from "./analysis/layers.ts";
import type { Needs } from "./rules/define.ts";

/** What computes with arrays, and is no framework. */
const arrayModules = ["numpy", "jax"];

const modules: readonly string[] = [...new Set([...rootModules, ...arrayModules])];

/** Code with a text: the same object as long as the text is, so that what was looked for in it can be kept. */
export interface Worded {
  readonly text: string;
}

/** A file, or a part of it that nothing outside can change. */
export class Possibilities {
  readonly #texts: readonly Worded[];
  readonly #used: ReadonlySet<FunctionId>;

  constructor(texts: readonly Worded[], uses: Iterable<Use>) {
    this.#texts = texts;
    this.#used = new Set(Array.from(uses, (use) => use.function));
  }

  /** Whether anything with such needs can be found. */
  find({ text = [], of, functions }: Needs): boolean {
    if (of === "use" && this.#used.size === 0) return false;
    if (functions && !functions.some((id) => this.#used.has(id))) return false;
    if (of === "value" && this.#used.size === 0 && !this.#has(layerNames)) return false;
    return text.every((pattern) => this.#has(pattern));
  }

  #has(pattern: RegExp): boolean {
    return this.#texts.some((worded) => has(worded, pattern));
  }
}

/** Of a whole file; undefined: nothing can be found in it. */
export function possibilitiesOf({ cells, syntax }: Analysis): Possibilities | undefined {
  const uses = cells.flatMap((cell) => cell.uses);
  if (uses.length === 0) {
    const imports = cells.map(({ text }) => syntax.modulesIn(text)).join("\n");
    if (!modules.some((name) => imports.includes(name))) return undefined;
  }
  return new Possibilities(
    cells.flatMap((cell): readonly Worded[] => cell.chunks?.map(({ parsed }) => parsed) ?? [cell]),
    uses,
  );
}

const known = new WeakMap<RegExp, WeakMap<Worded, boolean>>();

/** Whether a pattern is in a text, which is looked for once. */
export function has(worded: Worded, pattern: RegExp): boolean {
  let answers = known.get(pattern);
  if (!answers) known.set(pattern, (answers = new WeakMap<Worded, boolean>()));
  let answer = answers.get(worded);
  if (answer === undefined) answers.set(worded, (answer = pattern.test(worded.text)));
  return answer;
}
