/** What need not be looked for in code, told from its text and the uses that detection found: without parsing it. */
import { rootModules } from "../frameworks/index.ts";
import type { FunctionId } from "../functions/index.ts";
import type { Analysis } from "../detect/analysis.ts";
import { layerNames } from "./analysis/layers.ts";
import type { Rule } from "./rules/define.ts";

/** What computes with arrays, and is no framework. */
const arrayModules = ["numpy", "jax"];

export class Possibilities {
  readonly #texts: readonly string[];
  readonly #used: ReadonlySet<FunctionId>;
  readonly #isIdle: boolean;
  #hasLayer: boolean | undefined;

  constructor({ cells, syntax }: Analysis) {
    this.#texts = cells.map(({ text }) => text);
    this.#used = new Set(cells.flatMap(({ uses }) => uses.map((use) => use.function)));
    const imports = this.#used.size > 0 ? "" : this.#texts.map(syntax.modulesIn).join("\n");
    this.#isIdle = this.#used.size === 0 && !modules.some((name) => imports.includes(name));
  }

  /** Whether a rule can find anything. */
  find({ needs: { text = [], of, functions } }: Rule): boolean {
    if (this.#isIdle || (of === "use" && this.#used.size === 0)) return false;
    if (functions && !functions.some((id) => this.#used.has(id))) return false;
    if (of === "value" && this.#used.size === 0 && !(this.#hasLayer ??= this.#has(layerNames))) return false;
    return text.every((pattern) => this.#has(pattern));
  }

  #has(pattern: RegExp): boolean {
    return this.#texts.some((text) => pattern.test(text));
  }
}

const modules: readonly string[] = [...new Set([...rootModules, ...arrayModules])];
