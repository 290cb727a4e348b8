/** What all parts of detection ask about the file at hand. */
import { type FrameworkId, frameworksOf, rootsOf } from "../frameworks/index.ts";
import { inVersion } from "../frameworks/lookup.ts";
import type { Versions } from "../frameworks/versions.ts";
import type { Match } from "./match.ts";
import type { Range } from "../range.ts";
import type { Call, Expression, ItemExpression } from "../syntax/expression.ts";
import type { Fold } from "./arguments.ts";
import { foldConstant } from "./constants.ts";
import type { Exports } from "./exports.ts";
import { Names } from "./names.ts";
import type { Language } from "../frameworks/define.ts";
import { Relevance } from "./relevance.ts";
import { moved } from "./moved.ts";
import type { Part, Place, ScopeView } from "./scopes.ts";
import type { Use } from "./use.ts";

export class Context {
  readonly module: ScopeView;
  /** Whose frameworks are used. */
  readonly language: Language;
  readonly names: Names;
  readonly exports: Exports;
  #relevance: Relevance | undefined;
  readonly #found = new Map<number, Use[]>();
  /** Where reported uses go while a definition is read on its own. */
  #gathered: Use[] | undefined;
  /** Whether what was found since it was asked depends on nothing but names: see `usesOf`. */
  isRepeatable = true;
  readonly #versions: Versions;
  #circumstances: string | undefined;

  constructor(module: ScopeView, language: Language, versions: Versions, exports: Exports) {
    this.module = module;
    this.names = new Names(exports, language);
    this.language = language;
    this.#versions = versions;
    this.exports = exports;
  }

  /** Made when asked for: of another file's names, most are told without it. */
  get relevance(): Relevance {
    return (this.#relevance ??= new Relevance(this.module, this.exports, this.language));
  }

  /** What all that is found depends on beside names: imported frameworks whose tensors have methods, and versions. */
  get circumstances(): string {
    return (this.#circumstances ??= [...this.#methodModules(), ...[...this.#versions].flat()].join());
  }

  #methodModules(): string[] {
    return frameworksOf(this.language)
      .filter(({ spellings }) => spellings.some(({ form }) => form === "method"))
      .flatMap((framework) => rootsOf(framework).filter((root) => this.relevance.modules.has(root)));
  }

  /** Where all of the module has run. */
  get end(): Place {
    return { view: this.module, at: Infinity, block: { isLoop: false } };
  }

  /** The major version in use; undefined: the newest. */
  versionOf(framework: FrameworkId): number | undefined {
    return this.#versions.get(framework);
  }

  /** What the name means in the version in use. @param call of the name */
  inVersion(match: Match, call?: Pick<Call, "arguments">): Match {
    const given = call?.arguments.flatMap((argument) => (argument.kind === "keyword" ? [argument.name] : []));
    return { ...match, ...inVersion(match, this.versionOf(match.framework), given) };
  }

  /** @param use its ranges are those of its source */
  report(part: Part, use: Use): void {
    if (this.#gathered) this.#gathered.push(use);
    else this.add(part, [use]);
  }

  add({ source }: Part, uses: readonly Use[]): void {
    const list = this.#found.get(source.cell) ?? [];
    this.#found.set(source.cell, list);
    for (const use of uses) list.push(moved(use, source.offset));
  }

  /** Uses that are reported meanwhile, all of one cell. */
  gathering(find: () => void): readonly Use[] {
    const gathered: Use[] = [];
    this.#gathered = gathered;
    find();
    this.#gathered = undefined;
    return gathered;
  }

  /** Adds to `names` what is looked up meanwhile. */
  asking<T>(names: Set<string>, find: () => T): T {
    this.isRepeatable = true;
    this.names.takeElsewhere();
    this.names.asked = names;
    const found = find();
    this.names.asked = undefined;
    if (this.names.takeElsewhere()) this.isRepeatable = false;
    return found;
  }

  /** Uses of a cell, in the order of the code. */
  usesIn(cell: number): readonly Use[] {
    const uses = this.#found.get(cell) ?? [];
    return uses.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  }

  /** Line, from 1 and in its cell, of a position in its source. */
  lineOf({ source }: Part, position: number): number {
    const before = this.module.parts
      .map((part) => part.source)
      .filter(({ cell, offset }) => cell === source.cell && offset < source.offset)
      .map(({ parsed }) => parsed.text)
      .join("");
    return (before + source.parsed.text.slice(0, position)).split(/\r\n|\r|\n/).length;
  }

  /** Constants as they are where the use stands. */
  folder(place: Place): Fold {
    return (expression) => foldConstant(expression, (name) => this.names.constantOf(name, place));
  }
}

/** A range of an outline, in its source. */
export function rangeIn({ base, source }: Part, { start, end }: Range): Range {
  const offset = base - source.start;
  return { start: start + offset, end: end + offset };
}

/** @param range in its source */
export function callIn({ source }: Part, range: Range): Call | undefined {
  return source.parsed.callAt(range);
}

/** @param range in its source */
export function itemIn({ source }: Part, range: Range): ItemExpression | undefined {
  return source.parsed.itemAt(range);
}

/** @param range in its source */
export function expressionIn({ source }: Part, range: Range): Expression | undefined {
  return source.parsed.expressionAt(range);
}
