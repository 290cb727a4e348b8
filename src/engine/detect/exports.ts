/**
 * What the other files of a project give under their names: `from .layers import Act`, where `layers.py` has
 * `Act = nn.GELU`. How files are found and read comes from outside.
 */
import type { Literal } from "../frameworks/define.ts";
import type { Versions } from "../frameworks/versions.ts";
import { firstSegment } from "../frameworks/lookup.ts";
import { type Vocabulary, vocabularyOf } from "../frameworks/words.ts";
import type { BoundName, Chunk, Syntax } from "../syntax/define.ts";
import { attributesIn } from "./attributes.ts";
import { assignedNames, baseNames } from "./bases.ts";
import type { Context } from "./context.ts";
import type { Finding } from "./held.ts";
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
  readonly text: string;
  readonly #syntax: Syntax;
  #vocabulary: Vocabulary | undefined;
  #mayUse: boolean | undefined;
  #mentioned: readonly string[] | undefined;
  #bases: readonly string[] | undefined;
  #names: ReadonlyMap<string, BoundName> | undefined;
  #chunks: readonly Chunk[] | undefined;
  /** By the definition that they were read for; "": none. */
  readonly #contexts = new Map<string, Context>();
  /** What those hang on. */
  #modules: Modules | undefined;

  constructor(text: string, syntax: Syntax) {
    this.text = text;
    this.#syntax = syntax;
  }

  get names(): ReadonlyMap<string, BoundName> {
    return (this.#names ??= this.#syntax.boundNames?.(this.text) ?? new Map<string, BoundName>());
  }

  get vocabulary(): Vocabulary {
    return (this.#vocabulary ??= vocabularyOf([this.text], this.#syntax));
  }

  get mayUse(): boolean {
    return (this.#mayUse ??= this.vocabulary.mayUse([this.text]));
  }

  /** Names that its classes hang on, each once. */
  get mentioned(): readonly string[] {
    return (this.#mentioned ??= [...new Set([...this.bases, ...assignedNames(this.text)])]);
  }

  /** What its classes are derived from. */
  get bases(): readonly string[] {
    return (this.#bases ??= [...new Set(baseNames(this.text))]);
  }

  /** What is assigned to an attribute or a name, as far as it stands on the line. */
  valuesOf(name: string): readonly string[] {
    if (!this.text.includes(name)) return [];
    const assigned = new RegExp(
      String.raw`(?<![\p{L}\p{N}_])${name}[ \t]*(?::[^=\r\n]*)?=(?!=)[ \t]*([^\r\n]*)`,
      "gu",
    );
    return [...this.text.matchAll(assigned)].map(([, value = ""]) => value);
  }

  contextFor(member: string, modules: Modules, read: ReadModule): Context {
    if (this.#modules !== modules) this.forget();
    this.#modules = modules;
    const chunks = (this.#chunks ??= this.#syntax.chunksOf(this.text));
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
  readonly read: Read;
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
      if (!bound.values.some(mayName) && !bound.imports.some((other) => inside.leadsOn(other)))
        return undefined;
      const { names, end } = context();
      const meanings = names.meaningsOf(member, "", end);
      const isFollowed = meanings.some(({ kind }) => kind === "qualified");
      // What it is bound to there is no binding here.
      return isFollowed && meanings.every(({ kind }) => kind !== "opaque") ? meanings : undefined;
    });
  }

  /** Texts of the project's files that all is imported from, also by one another. */
  starred(texts: readonly string[]): readonly string[] {
    const found = new Map<Module, string>();
    const follow = (inside: Exports, imported: readonly string[]) => {
      for (const star of imported) {
        const module = star.endsWith("*") ? inside.#owner(star)?.module : undefined;
        if (!module || found.has(module)) continue;
        const own = this.#readOf(module);
        if (!own) continue;
        found.set(module, own.text);
        follow(
          new Exports(module.modules, this.#syntax, this.#versions, this.#read),
          own.names.get("*")?.imports ?? [],
        );
      }
    };
    const { importedNames } = this.#syntax;
    if (!this.isAny || !importedNames) return [];
    for (const text of texts)
      follow(
        this,
        importedNames(text).map(({ qualified }) => qualified),
      );
    return [...found.values()];
  }

  /** Whether imports in these texts bring an activation under a name that no framework has, or a class that has one. */
  bringActivations(texts: readonly string[]): boolean {
    const { importedNames } = this.#syntax;
    if (!this.isAny || !importedNames) return false;
    const bases = texts.flatMap(baseNames);
    return texts.some((text) =>
      importedNames(text).some(({ name, qualified }) => {
        const kind = this.#kindOf(qualified);
        if (kind !== "class") return kind === "activation" || this.#isBaseIn(name, qualified, bases, texts);
        // What a class has is applied by its own name, or in one that is derived from it.
        const isNamed = bases.includes(name) || texts.some((other) => other.includes(`${name}.`));
        return isNamed && this.#isAppliedIn(qualified, texts);
      }),
    );
  }

  /** `class Net(base.Block)` of a module `base`. */
  #isBaseIn(name: string, qualified: string, bases: readonly string[], texts: readonly string[]): boolean {
    return bases.some(
      (base) => base.startsWith(`${name}.`) && this.#isAppliedIn(qualified + base.slice(name.length), texts),
    );
  }

  #isAppliedIn(qualified: string, texts: readonly string[]): boolean {
    return this.holdingAttributes(qualified).some((attribute) =>
      texts.some((text) => text.includes(`.${attribute}`)),
    );
  }

  #kindOf(name: string): "activation" | "class" | undefined {
    return this.#ask(name, "kind", ({ bound, inside }) =>
      this.meaningsOf(name) !== undefined || this.isHolder(name)
        ? "activation"
        : bound.isClass || bound.imports.some((other) => inside.#kindOf(other) === "class")
          ? "class"
          : undefined,
    );
  }

  /** The constant that a qualified name of the project stands for. */
  constantOf(name: string): Literal | undefined {
    return this.#ask(name, "constant", ({ bound, inside, member, context }) => {
      if (bound.values.length === 0 && !bound.imports.some((other) => inside.isOfFile(other)))
        return undefined;
      const { names, end } = context();
      return names.constantNamed(member, end);
    });
  }

  /** What a variable holds: `act` of `act = nn.ReLU()`. Undefined where that is nothing. */
  heldBy(name: string): readonly Finding[] | undefined {
    return this.#ask(name, "held", (asked) => {
      if (!this.#mayHold(asked)) return undefined;
      return someOf(attributesIn(asked.context()).heldByName(asked.member));
    });
  }

  /** What a table of the project has under a key; undefined: under any. */
  heldUnder(name: string, key: Literal | undefined): readonly Finding[] | undefined {
    return this.#ask(name, `held ${JSON.stringify(key)}`, (asked) => {
      if (!this.#mayHold(asked)) return undefined;
      return someOf(attributesIn(asked.context()).heldUnder(asked.member, key) ?? []);
    });
  }

  /** Whether the name stands for something that was made, or for a table of such. */
  isHolder(name: string): boolean {
    return this.heldBy(name) !== undefined || this.heldUnder(name, undefined) !== undefined;
  }

  /** What an attribute of a class holds, also by a class that it is derived from. */
  heldByAttribute(name: string, attribute: string): Finding {
    return this.#ask(name, `attribute ${attribute}`, (asked) => {
      const { bound, inside, context, member } = asked;
      const mayHave = bound.isClass
        ? mayHaveAttribute(attribute, asked)
        : bound.imports.some((other) => inside.heldByAttribute(other, attribute) !== undefined);
      return mayHave ? attributesIn(context()).heldByClass(member, attribute) : undefined;
    });
  }

  /** Attributes of a class, also of those that it is derived from, that hold an activation. */
  holdingAttributes(name: string): readonly string[] {
    const found = this.#ask(name, "attributes", (asked) =>
      this.#mayHaveAttributes(asked) ? attributesIn(asked.context()).holding(asked.member) : undefined,
    );
    return found ?? [];
  }

  /** Whether the name is a module of the project itself. */
  isModule(name: string): boolean {
    return this.#modules.find(name) !== undefined;
  }

  /** Whether a file of the project binds the name. */
  isGiven(name: string): boolean {
    return this.#ask(name, "given", () => true) ?? false;
  }

  /** Whether the name is of a file of the project. */
  isOfFile(name: string): boolean {
    return this.#owner(name) !== undefined;
  }

  /** Whether what it is bound to may be what was made, or looked up; quick, as most is not. */
  #mayHold({ bound, inside, read }: Asked): boolean {
    return (
      bound.values.some((value) => isOpen(value) || isName(value) || read.vocabulary.isIn(value)) ||
      bound.imports.some((other) => inside.isHolder(other))
    );
  }

  /** Whether it may be a class that has an activation, or one of another file; quick, as most have none. */
  #mayHaveAttributes({ bound, inside, read }: Asked): boolean {
    if (!bound.isClass) return bound.imports.some((other) => inside.holdingAttributes(other).length > 0);
    return read.mayUse || inside.#bringAny(read);
  }

  /** Whether what classes of a file hang on is of another file, and has to do with an activation. */
  #bringAny({ names, mentioned }: Read): boolean {
    return mentioned.some((written) => {
      const root = firstSegment(written);
      return (names.get(root)?.imports ?? []).some((imported) => {
        const name = imported + written.slice(root.length);
        return this.#kindOf(name) === "activation" || this.holdingAttributes(name).length > 0;
      });
    });
  }

  /** Whether what is imported so stands for something in a framework. */
  leadsOn(imported: string): boolean {
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
      const found = this.#answer(module, member, question, answer);
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

  #answer<T>(
    module: Module,
    member: string,
    question: string,
    answer: (asked: Asked) => T | undefined,
  ): T | undefined {
    const { modules } = module;
    const own = this.#readOf(module);
    if (!own) return undefined;
    const inside = new Exports(modules, this.#syntax, this.#versions, this.#read);
    const bound = own.names.get(member);
    if (!bound) {
      const starred = own.names.get("*")?.imports ?? [];
      return firstOf(starred, (star) => inside.#ask(star.replace(/\*$/, member), question, answer));
    }
    const context = () => own.contextFor(member, modules, this.#read);
    return answer({ member, read: own, bound, inside, context });
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

/** Whether a class of the file, or one that such a class is derived from, may hold an activation so; quick, as most do not. */
function mayHaveAttribute(attribute: string, { read, inside }: Asked): boolean {
  return (
    read.valuesOf(attribute).some((value) => isOpen(value) || isName(value) || read.vocabulary.isIn(value)) ||
    read.bases.some((base) => {
      const root = firstSegment(base);
      const imports = read.names.get(root)?.imports ?? read.names.get("*")?.imports ?? [];
      return imports.some(
        (imported) =>
          inside.heldByAttribute(imported.replace(/\*$/, root) + base.slice(root.length), attribute) !==
          undefined,
      );
    })
  );
}

/** Whether a value goes on in the next line. */
function isOpen(value: string): boolean {
  return /^[({]/.test(value) || /[([{,\\]\s*$/.test(value);
}

function isName(value: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_.]*\s*(?:#.*)?$/u.test(value);
}

function someOf(findings: readonly Finding[]): readonly Finding[] | undefined {
  return findings.some((held) => held) ? findings : undefined;
}

function firstOf<T, U>(list: readonly T[], find: (entry: T) => U | undefined): U | undefined {
  for (const entry of list) {
    const found = find(entry);
    if (found !== undefined) return found;
  }
  return undefined;
}
