/**
 * What the other files of a project give under their names: `from .layers import Act`, where `layers.py` has
 * `Act = nn.GELU`. How files are found and read comes from outside.
 */
import { vocabularyOf } from "../frameworks/words.ts";
import type { Syntax } from "../syntax/define.ts";
import type { Context } from "./context.ts";
import type { Meaning } from "./names.ts";

/**
 * A module of the project, by its name as an import writes it, with the dots of a relative one; undefined where it is
 * none of the project's. The same object for the same text.
 */
export type Modules = (name: string) => Module | undefined;

export interface Module {
  readonly text: string;
  /** What imports in that file lead to. */
  readonly modules: Modules;
}

export const noModules: Modules = () => undefined;

/** Reads a module's text as a file of its own. */
export type ReadModule = (module: Module) => Context;

/** Modules that are being followed: those that import each other in a circle end there. */
const open = new Set<Module>();
const contexts = new WeakMap<Module, Context>();

export class Exports {
  readonly #modules: Modules;
  readonly #syntax: Syntax;
  readonly #read: ReadModule;
  readonly #found = new Map<string, readonly Meaning[] | undefined>();

  constructor(modules: Modules, syntax: Syntax, read: ReadModule) {
    this.#modules = modules;
    this.#syntax = syntax;
    this.#read = read;
  }

  /** Whether anything of the project is known. */
  get isAny(): boolean {
    return this.#modules !== noModules;
  }

  /** What a qualified name of the project stands for in a framework; undefined where that is not told there. */
  meaningsOf(name: string): readonly Meaning[] | undefined {
    if (!this.isAny) return undefined;
    if (!this.#found.has(name)) this.#found.set(name, this.#follow(name));
    return this.#found.get(name);
  }

  /** Whether the name is a module of the project itself. */
  isModule(name: string): boolean {
    return this.#modules(name) !== undefined;
  }

  #follow(name: string): readonly Meaning[] | undefined {
    const dot = name.lastIndexOf(".");
    if (dot < 0) return undefined;
    const member = name.slice(dot + 1);
    // `.layers.Act` is of `.layers`, `.Act` of the package itself.
    const owner = name.slice(0, dot);
    const module = member === "" ? undefined : this.#modules(/^\.*$/.test(owner) ? `${owner}.` : owner);
    if (!module || open.has(module) || !mayGive(module, member, this.#syntax)) return undefined;
    const meanings = this.#meaningsIn(module, member);
    const isFollowed = meanings.some(({ kind }) => kind === "qualified");
    // What it is bound to there is no binding here.
    return isFollowed && meanings.every(({ kind }) => kind !== "opaque") ? meanings : undefined;
  }

  #meaningsIn(module: Module, member: string): readonly Meaning[] {
    open.add(module);
    try {
      let context = contexts.get(module);
      if (!context) contexts.set(module, (context = this.#read(module)));
      return context.names.meaningsOf(member, "", context.end);
    } finally {
      open.delete(module);
    }
  }
}

/** Whether the name is given another value there than a definition of its own; quick, as most are not. */
function mayGive({ text }: Module, member: string, syntax: Syntax): boolean {
  if (!new RegExp(`(?<![\\w.])${member}\\b`).test(text)) return false;
  if (new RegExp(`^(?:class|(?:async[ \\t]+)?def)[ \\t]+${member}\\b`, "m").test(text)) return false;
  return (
    vocabularyOf([text], syntax.frameworksOf, syntax.modulesIn).mayUse([text]) ||
    /^[ \t]*from[ \t]/m.test(text)
  );
}
