/**
 * What the other files of a project give under their names: `from .layers import Act`, where `layers.py` has
 * `Act = nn.GELU`. How files are found and read comes from outside.
 */
import type { Versions } from "../frameworks/versions.ts";
import type { BoundName, Chunk, Syntax } from "../syntax/define.ts";
import type { Context } from "./context.ts";
import { type Meaning, isOfFramework } from "./names.ts";
import { Recent } from "./recent.ts";

/** What the imports of a file lead to. */
export interface Modules {
  /**
   * A module of the project, by its name as an import writes it, with the dots of a relative one; undefined where it is
   * none of the project's, or is not known yet.
   */
  find(name: string): Module | undefined;
  /** Whether something that was asked for was not known yet: then answers that hang on it may change. */
  isIncomplete: boolean;
  /** Makes it incomplete. */
  miss(): void;
}

/** The same object for the same text. */
export interface Module {
  /** Undefined where it cannot be read, or was not yet. */
  text(): string | undefined;
  /** What imports in that file lead to: the same object as long as that is the same. */
  readonly modules: Modules;
}

export const noModules: Modules = { find: () => undefined, isIncomplete: false, miss: () => undefined };

/**
 * Reads a module as a file of its own.
 * @param member what it is read for: definitions that do not lead to it are left out
 */
export type ReadModule = (chunks: readonly Chunk[], member: string, modules: Modules) => Context;

/** A module's text and what was read of it. */
class Read {
  readonly #text: string;
  readonly #syntax: Syntax;
  #names: ReadonlyMap<string, BoundName> | undefined;
  #chunks: readonly Chunk[] | undefined;
  /** By the definition that they were read for; "": none. */
  readonly #contexts = new Map<string, Context>();
  /** What those hang on. */
  #modules: Modules | undefined;

  constructor(text: string, syntax: Syntax) {
    this.#text = text;
    this.#syntax = syntax;
  }

  get names(): ReadonlyMap<string, BoundName> {
    return (this.#names ??= this.#syntax.boundNames?.(this.#text) ?? new Map<string, BoundName>());
  }

  contextFor(member: string, modules: Modules, read: ReadModule): Context {
    if (this.#modules !== modules) this.forget();
    this.#modules = modules;
    const chunks = (this.#chunks ??= this.#syntax.chunksOf(this.#text));
    const isDefined = chunks.some(({ parsed }) => parsed.definition?.bindings.has(member));
    const key = isDefined ? member : "";
    let context = this.#contexts.get(key);
    if (!context) this.#contexts.set(key, (context = read(chunks, key, modules)));
    return context;
  }

  /** What was found out, but for what stands in the text. */
  forget(): void {
    this.#contexts.clear();
  }
}

/** Syntax trees are large: of so many modules they are kept. */
const mostRead = 64;
const read = new Recent<Module, Read>(mostRead);

/** What was answered, for the versions that it was asked for. */
interface Answers {
  readonly versions: Versions;
  readonly byQuestion: Map<string, unknown>;
}

const answers = new WeakMap<Modules, Answers>();

/** Questions that are being answered: those that lead back to themselves in a circle end there. */
const open = new Map<Module, Set<string>>();

/** What a question is answered from. */
interface Asked {
  readonly member: string;
  /** What lines of the file bind it to. */
  readonly bound: BoundName;
  /** What the file's own imports lead to. */
  readonly inside: Exports;
  /** The file, as far as it leads to the member. */
  readonly context: () => Context;
}

export class Exports {
  readonly #modules: Modules;
  readonly #syntax: Syntax;
  readonly #versions: Versions;
  readonly #read: ReadModule;

  constructor(modules: Modules, syntax: Syntax, versions: Versions, reader: ReadModule) {
    this.#modules = modules;
    this.#syntax = syntax;
    this.#versions = versions;
    this.#read = reader;
  }

  /** Whether anything of the project is known. */
  get isAny(): boolean {
    return this.#modules !== noModules;
  }

  /** What a qualified name of the project stands for in a framework; undefined where that is not told there. */
  meaningsOf(name: string): readonly Meaning[] | undefined {
    return this.#ask(name, "meanings", ({ bound, inside, member, context }) => {
      if (!bound.values.some(mayName) && !bound.imports.some((other) => inside.#leadsOn(other)))
        return undefined;
      const { names, end } = context();
      const meanings = names.meaningsOf(member, "", end);
      const isFollowed = meanings.some(({ kind }) => kind === "qualified");
      // What it is bound to there is no binding here.
      return isFollowed && meanings.every(({ kind }) => kind !== "opaque") ? meanings : undefined;
    });
  }

  /** Whether the name is a module of the project itself. */
  isModule(name: string): boolean {
    return this.#modules.find(name) !== undefined;
  }

  /** Whether the name is of a file of the project. */
  isOfFile(name: string): boolean {
    return this.#owner(name) !== undefined;
  }

  #leadsOn(imported: string): boolean {
    return isOfFramework(imported) || this.meaningsOf(imported) !== undefined;
  }

  /**
   * Has the file that a qualified name is of answer a question about it, once.
   * @param question another word for each kind of question
   * @param answer not asked where nothing there has the name
   */
  #ask<T>(name: string, question: string, answer: (asked: Asked) => T | undefined): T | undefined {
    const owner = this.#owner(name);
    if (!owner) return undefined;
    const { module, member } = owner;
    const key = `${question} ${member}`;
    const { modules } = module;
    const kept = this.#answersIn(modules);
    if (kept.has(key)) return kept.get(key) as T | undefined;
    const questions = open.get(module) ?? new Set();
    if (questions.has(key)) return undefined;
    open.set(module, questions.add(key));
    let isAnswered = false;
    try {
      const found = this.#answer(module, member, answer);
      isAnswered = true;
      if (modules.isIncomplete) this.#modules.miss();
      else kept.set(key, found);
      return found;
    } finally {
      // Whoever reads files may have broken off in the middle of it.
      if (!isAnswered) read.get(module)?.forget();
      questions.delete(key);
      if (questions.size === 0) open.delete(module);
    }
  }

  #owner(name: string): { readonly module: Module; readonly member: string } | undefined {
    const dot = name.lastIndexOf(".");
    const member = name.slice(dot + 1);
    if (!this.isAny || dot < 0 || member === "") return undefined;
    // `.layers.Act` is of `.layers`, `.Act` of the package itself.
    const owner = name.slice(0, dot);
    const module = this.#modules.find(/^\.*$/.test(owner) ? `${owner}.` : owner);
    return module && { module, member };
  }

  #answer<T>(module: Module, member: string, answer: (asked: Asked) => T | undefined): T | undefined {
    const { modules } = module;
    const own = this.#readOf(module);
    const bound = own?.names.get(member);
    if (!own || !bound) return undefined;
    const inside = new Exports(modules, this.#syntax, this.#versions, this.#read);
    return answer({ member, bound, inside, context: () => own.contextFor(member, modules, this.#read) });
  }

  #answersIn(modules: Modules): Map<string, unknown> {
    let own = answers.get(modules);
    if (own?.versions !== this.#versions)
      answers.set(modules, (own = { versions: this.#versions, byQuestion: new Map<string, unknown>() }));
    return own.byQuestion;
  }

  #readOf(module: Module): Read | undefined {
    const known = read.get(module);
    if (known) return known;
    const text = module.text();
    if (text === undefined) return undefined;
    const own = new Read(text, this.#syntax);
    read.set(module, own);
    return own;
  }
}

/** Whether a value may be a name of something else: most are made by a call. */
function mayName(value: string): boolean {
  return /^[\p{L}_(]/u.test(value) && (!/^[\p{L}\p{N}_.]+\s*\(/u.test(value) || /\bpartial\s*\(/.test(value));
}
