/** Which names of a file can matter at all: a quick answer for the many that cannot. */
import { rootModules } from "../frameworks/index.ts";
import { firstSegment } from "../frameworks/lookup.ts";
import { starExports } from "./names.ts";
import type { ScopeView } from "./scopes.ts";

/** Modules beside the frameworks whose names are followed: `functools.partial` passes arguments on. */
const helpers = ["functools"];

const followed = new Set([...rootModules, ...helpers]);

export class Relevance {
  /** Top-level modules that are imported anywhere in the file. */
  readonly modules: ReadonlySet<string>;
  /** Names that somewhere in the file stand for something in a framework. */
  readonly #names = new Set<string>();
  /** Modules of `from torch.nn import *`. */
  readonly #stars: readonly string[];
  readonly #starred = new Map<string, boolean>();

  constructor(module: ScopeView) {
    const scopes = scopesIn(module);
    const stars = new Set<string>();
    const modules = new Set<string>();
    for (const scope of scopes) {
      for (const { name, source } of scope.imports) {
        const root = firstSegment(source.module);
        modules.add(root);
        if (followed.has(root)) this.#names.add(name);
      }
      for (const star of scope.stars) {
        modules.add(firstSegment(star.module));
        if (followed.has(firstSegment(star.module))) stars.add(star.module);
      }
    }
    this.modules = modules;
    this.#stars = [...stars];
    this.#follow(scopes.flatMap(({ aliases }) => aliases));
  }

  has(name: string): boolean {
    return this.#names.has(name) || (this.#stars.length > 0 && this.#isStarred(name));
  }

  /** Aliases of aliases: until nothing is added. */
  #follow(aliases: readonly { readonly name: string; readonly root: string }[]): void {
    let open = aliases;
    for (let size = -1; size !== this.#names.size;) {
      size = this.#names.size;
      open = open.filter(({ name, root }) => {
        const isRelevant = this.has(root);
        if (isRelevant) this.#names.add(name);
        return !isRelevant;
      });
    }
  }

  #isStarred(name: string): boolean {
    let known = this.#starred.get(name);
    if (known === undefined) {
      known = this.#stars.some((module) => starExports(module, name) === "yes");
      this.#starred.set(name, known);
    }
    return known;
  }
}

function scopesIn(view: ScopeView): ScopeView["parts"][number]["scope"][] {
  return [...view.parts.map(({ scope }) => scope), ...view.children.flatMap(scopesIn)];
}
