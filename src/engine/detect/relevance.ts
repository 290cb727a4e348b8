/** Which names of a file can matter at all: a quick answer for the many that cannot. */
import { ambientNames, qualifiedName, rootModules } from "../frameworks/index.ts";
import { canonicalName, firstSegment, isModule, mayGive } from "../frameworks/lookup.ts";
import type { Language } from "../frameworks/define.ts";
import { type Binding, inTable } from "../syntax/outline.ts";
import type { Exports } from "./exports.ts";
import { mayBePartial, modulesOfPartials } from "./partials.ts";
import { starExportsOf } from "./names.ts";
import type { ScopeView, StarExports } from "./scopes.ts";
import { type ScopedAlias, importedName, memberName, summaryOf } from "./summary.ts";

/** Modules whose names are followed: beside the frameworks those of what passes arguments on. */
const followed = new Set([...rootModules, ...modulesOfPartials]);

export class Relevance {
  /** Top-level modules that are imported anywhere in the file. */
  readonly modules: ReadonlySet<string>;
  /** Names that somewhere in the file stand for something in a framework. */
  readonly #names = new Set<string>();
  /** Names that somewhere stand for what was made from such, or looked up: `act = nn.ReLU()`. */
  readonly #holders = new Set<string>();
  /** Names that are imported from elsewhere, where they may be of the project. */
  readonly #imported = new Map<string, string[]>();
  readonly #isFollowedInto = new Map<string, boolean>();
  readonly #isHolder = new Map<string, boolean>();
  readonly #exports: Exports;
  /** Modules of `from torch.nn import *`. */
  readonly #stars: readonly string[];
  /** Modules of the project that all is imported from. */
  readonly #projectStars: readonly string[];
  readonly #starred = new Map<string, boolean>();
  readonly #starExports: StarExports;
  readonly #language: Language;

  constructor(module: ScopeView, exports: Exports, language: Language) {
    this.#language = language;
    this.#exports = exports;
    this.#starExports = starExportsOf(language, exports);
    const scopes = module.parts.map(({ scope }) => scope);
    const inner = scopes.flatMap(({ children }) => children.map(({ scope }) => summaryOf(scope)));
    const own = scopes.map((scope) => ({
      imports: scope.imports.map(importedName),
      stars: scope.stars.map((star) => star.module),
      aliases: scope.aliases,
    }));
    const summaries = [...own, ...inner];
    const modules = new Set<string>();
    const stars = new Set<string>();
    const projectStars = new Set<string>();
    for (const { imports, stars: starred } of summaries) {
      for (const { name, module: root, qualified } of imports) {
        const kept = qualifiedName(language, root);
        modules.add(kept);
        if (followed.has(kept)) this.#names.add(name);
        else if (exports.isAny) this.#imported.set(name, [...(this.#imported.get(name) ?? []), qualified]);
      }
      for (const star of starred) {
        const kept = firstSegment(qualifiedName(language, star));
        modules.add(kept);
        if (followed.has(kept)) stars.add(star);
        else if (exports.isModule(star)) projectStars.add(star);
      }
    }
    // Names that nothing binds.
    for (const [name, { root }] of ambientNames(language)) {
      if (!scopes.some((scope) => summaryOf(scope).free.has(name))) continue;
      modules.add(root);
      this.#names.add(name);
    }
    this.modules = modules;
    this.#stars = [...stars];
    this.#projectStars = [...projectStars];
    this.#follow(summaries.flatMap(({ aliases }) => aliases));
  }

  has(name: string): boolean {
    const areStars = this.#stars.length > 0 || this.#projectStars.length > 0;
    return this.#names.has(name) || this.#isImported(name) || (areStars && this.#isStarred(name));
  }

  /** Whether the name may stand for an activation that was made, or looked up. */
  mayHold(name: string): boolean {
    return this.#holders.has(name) || this.#isImportedHolder(name);
  }

  /** Whether it is a module of the project, or what another file says is a framework's; asked for what is read alone. */
  #isImported(name: string): boolean {
    const imported = this.#imported.get(name);
    if (!imported) return false;
    let isFollowed = this.#isFollowedInto.get(name);
    if (isFollowed === undefined) {
      isFollowed = imported.some(
        (other) => this.#exports.meaningsOf(other) !== undefined || this.#exports.isModule(other),
      );
      this.#isFollowedInto.set(name, isFollowed);
    }
    return isFollowed;
  }

  #isImportedHolder(name: string): boolean {
    const imported = this.#importsOf(name);
    if (imported.length === 0) return false;
    let isHolder = this.#isHolder.get(name);
    if (isHolder === undefined)
      this.#isHolder.set(name, (isHolder = imported.some((other) => this.#exports.isHolder(other))));
    return isHolder;
  }

  #followedNames(): string[] {
    return [...this.#imported.keys()].filter((name) => this.#isImported(name));
  }

  /** What of other files a name may be. */
  #importsOf(name: string): readonly string[] {
    return this.#imported.get(name) ?? this.#projectStars.map((module) => memberName(module, name));
  }

  /**
   * Names of other files' classes that have an activation.
   * @param bases names that classes are derived from @param isAsked whether any other name matters
   */
  importedClasses(bases: ReadonlySet<string>, isAsked: (name: string) => boolean): string[] {
    const names = [
      ...bases,
      ...[...this.#imported.keys()].filter((name) => !bases.has(name) && isAsked(name)),
    ];
    return names.filter((name) =>
      this.#importsOf(name).some((other) => this.#exports.holdingAttributes(other).length > 0),
    );
  }

  /** Names from elsewhere that hold an activation. */
  importedHolders(): string[] {
    return [...this.#imported.keys()].filter((name) => this.#isImportedHolder(name));
  }

  /** Names of the module that lead to an activation, but for those that a framework gave them. */
  ownNames(module: ScopeView): string[] {
    return [...new Set([...this.#names, ...this.#followedNames(), ...this.#holders])].filter((name) =>
      module.bindingsOf(name).some(({ binding }) => !this.#isGiven(binding)),
    );
  }

  /** Whether it is imported from a framework under its own name, or is one of its modules. */
  #isGiven({ name, source }: Binding): boolean {
    if (source.kind !== "import") return false;
    const module = qualifiedName(this.#language, source.module);
    if (!followed.has(firstSegment(module))) return false;
    const { member = name } = source;
    return member === name || isModule(canonicalName(`${module}.${member}`));
  }

  /** Aliases of aliases: until nothing is added. */
  #follow(aliases: readonly ScopedAlias[]): void {
    let open = aliases;
    for (let count = -1; count !== open.length;) {
      count = open.length;
      open = open.filter((alias) => !this.#isFollowed(alias));
    }
  }

  #isFollowed({ name, root, from, isOfInstance }: ScopedAlias): boolean {
    const isRelevant = this.has(root);
    if (isRelevant && from === undefined) this.#names.add(name);
    const isHeld =
      isOfInstance || this.mayHold(root) || (isRelevant && from !== undefined && this.#gives(root, from));
    if (isHeld) this.#holders.add(name);
    // A partial application of a name stands for it.
    if (isRelevant && from !== undefined && mayBePartial(from)) this.#names.add(name);
    return isHeld || (isRelevant && from === undefined);
  }

  /** Whether what is called or indexed may give an activation: by its name, or as an alias that has any. */
  #gives(root: string, from: string): boolean {
    return mayGive(from) || mayBePartial(from) || root === from || from === inTable;
  }

  #isStarred(name: string): boolean {
    let known = this.#starred.get(name);
    if (known === undefined) {
      known =
        this.#stars.some((module) => this.#starExports(module, name) === "yes") ||
        this.#projectStars.some((module) => this.#exports.leadsOn(memberName(module, name)));
      this.#starred.set(name, known);
    }
    return known;
  }
}
