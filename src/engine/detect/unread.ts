/**
 * Definitions that are not read, as no name in them can lead to an activation: half of most files. Only what they are
 * called is known of them.
 */
import type { Vocabulary } from "../frameworks/words.ts";
import type { Chunk, ParsedCode, Syntax } from "../syntax/define.ts";
import type { Scope } from "../syntax/outline.ts";
import { identifiers } from "../syntax/walker.ts";
import { firstSegment } from "../frameworks/lookup.ts";
import { baseNames } from "./bases.ts";
import type { Context } from "./context.ts";

export class Unread {
  readonly #codes: Set<ParsedCode>;
  readonly #isWhole: boolean;
  /** Names that were looked for already. */
  readonly #asked = new Set<string>();
  #areImportsAsked = false;

  private constructor(codes: readonly ParsedCode[], isWhole: boolean, isRead: (code: ParsedCode) => boolean) {
    this.#codes = new Set(codes.filter((code) => code.definition && !isRead(code)));
    this.#isWhole = isWhole;
  }

  /**
   * Where all uses are asked for.
   * @param vocabulary of the whole file, whose imports say which words matter
   */
  static inAll(vocabulary: Vocabulary, cells: Cells, { modulesIn }: Pick<Syntax, "modulesIn">): Unread {
    return new Unread(codesOf(cells), true, (code) => mayMatter(code, vocabulary, modulesIn));
  }

  /** Where what this code has to do with is all that is asked for. */
  static butFor(target: ParsedCode, cells: Cells, syntax: Pick<Syntax, "modulesIn">): Unread {
    const codes = codesOf(cells);
    return new Unread(codes, false, reading([target], codes, syntax));
  }

  /** Where what a name of the module leads to is all that is asked for. */
  static butForName(name: string, cells: Cells, syntax: Pick<Syntax, "modulesIn">): Unread {
    const codes = codesOf(cells);
    const named = codes.filter(({ definition }) => definition?.bindings.has(name));
    return new Unread(codes, false, reading(named, codes, syntax, baseNames));
  }

  /** Of a definition that is not read. */
  outlineOf(code: ParsedCode): Scope | undefined {
    return this.#codes.has(code) ? code.definition : undefined;
  }

  /**
   * Removes what mentions a name of the file's own that leads to an activation.
   * @param context of what was read until now
   * @returns whether there was any: then more is to be read
   */
  removeMentioned({ relevance, module }: Context): boolean {
    if (this.#codes.size === 0 || !this.#isWhole) return false;
    const classes = module.parts.flatMap(({ scope, source }) =>
      this.#codes.has(source.parsed) ? [] : classesOf(scope),
    );
    const pattern = mentionOf(this.#notAsked(relevance.ownNames(module)), this.#notAsked(classes));
    const elsewhere = this.#areImportsAsked ? [] : this.#mentionsOfImported(relevance);
    this.#areImportsAsked = true;
    const patterns = [...(pattern ? [pattern] : []), ...elsewhere];
    const mentioning = [...this.#codes].filter(({ text }) => patterns.some((mention) => mention.test(text)));
    for (const code of mentioning) this.#codes.delete(code);
    return mentioning.length > 0;
  }

  /** What is mentioned where something of the project's other files may lead to an activation. */
  #mentionsOfImported(relevance: Context["relevance"]): RegExp[] {
    const texts = [...this.#codes].map(({ text }) => text);
    const bases = new Set(texts.flatMap(baseNames).map(firstSegment));
    const isIn = (word: string) => texts.some((text) => text.includes(word));
    const holders = relevance.importedHolders().filter(isIn);
    const classes = relevance.importedClasses(bases, (name) => isIn(`${name}.`));
    const pattern = mentionOf(holders, classes);
    return pattern ? [pattern] : [];
  }

  #notAsked(names: readonly string[]): string[] {
    return names.filter((name) => this.#asked.size !== this.#asked.add(name).size);
  }
}

type Cells = readonly (readonly Chunk[])[];

function codesOf(cells: Cells): ParsedCode[] {
  return cells.flatMap((chunks) => chunks.map(({ parsed }) => parsed));
}

function reading(
  targets: readonly ParsedCode[],
  codes: readonly ParsedCode[],
  { modulesIn }: Pick<Syntax, "modulesIn">,
  mentionedIn?: (text: string) => readonly string[],
): (code: ParsedCode) => boolean {
  const leads = leadingTo(targets, codes, mentionedIn);
  return (code) => leads(code) || bindsOutside(code.text, modulesIn);
}

/** Whether a definition may bind names of the module: by `global`, or where it is broken and something else follows in it. */
function bindsOutside(text: string, modulesIn: Syntax["modulesIn"]): boolean {
  return text.includes("global") || modulesIn(text) !== "";
}

/** Whether a piece of code is mentioned by another, by name, or by what that mentions, and so on. */
function leadingTo(
  targets: readonly ParsedCode[],
  codes: readonly ParsedCode[],
  mentionedIn = (text: string): readonly string[] => text.match(identifiers) ?? [],
): (code: ParsedCode) => boolean {
  const byName = new Map<string, ParsedCode[]>();
  for (const code of codes) {
    for (const name of code.definition?.bindings.keys() ?? []) {
      const same = byName.get(name);
      if (same) same.push(code);
      else byName.set(name, [code]);
    }
  }
  const read = new Set<ParsedCode>();
  const open = [...targets];
  for (let code = open.pop(); code; code = open.pop()) {
    if (read.has(code)) continue;
    read.add(code);
    for (const word of mentionedIn(code.text)) open.push(...(byName.get(word) ?? []));
  }
  return (code) => read.has(code);
}

function classesOf({ bindings }: Scope): string[] {
  return [...bindings].flatMap(([name, all]) =>
    all.some(({ source }) => source.kind === "opaque" && source.by === "class") ? [name] : [],
  );
}

/**
 * @param names that count wherever they stand
 * @param classes what they hold is had by those derived from them, and as an attribute of theirs
 */
function mentionOf(names: readonly string[], classes: readonly string[]): RegExp | undefined {
  const patterns: string[] = [];
  if (names.length > 0) patterns.push(oneOf(names));
  if (classes.length > 0) {
    const name = oneOf(classes);
    patterns.push(String.raw`${name}\s*\.`, String.raw`\bclass\b[^(:]*\([^)]*${name}`);
  }
  return patterns.length > 0 ? new RegExp(patterns.join("|"), "u") : undefined;
}

function oneOf(names: readonly string[]): string {
  return String.raw`(?<![\p{L}\p{N}_])(?:${names.join("|")})(?![\p{L}\p{N}_])`;
}

interface Known {
  readonly vocabulary: Vocabulary;
  readonly mayMatter: boolean;
}

const known = new WeakMap<ParsedCode, Known>();

/** Whether it uses a framework's own names, or imports some. */
function mayMatter(code: ParsedCode, vocabulary: Vocabulary, modulesIn: Syntax["modulesIn"]): boolean {
  let own = known.get(code);
  if (own?.vocabulary !== vocabulary) {
    own = { vocabulary, mayMatter: vocabulary.isIn(code.text) || modulesIn(code.text) !== "" };
    known.set(code, own);
  }
  return own.mayMatter;
}
