/** Words without which a text cannot use an activation function: what need not be parsed is told from the text. */
import type { Framework, Language, Slot, Spelling } from "./define.ts";
import { dottedName, frameworksOf } from "./index.ts";
import { lastSegment } from "./lookup.ts";

/** What a use of one framework's functions has in it, beside the framework's own name. */
interface Words {
  readonly framework: string;
  /** Its modules, by the first segments of their names. */
  readonly roots: RegExp;
  /** Names of functions … */
  readonly names: Finder;
  /** … or strings, and names of general arithmetic, which count only … */
  readonly slotted: Finder;
  /** … where something asks for an activation: these. */
  readonly owners: Finder;
  /** Those of them that give the activation itself, whatever names it. */
  readonly givers: Finder;
}

/** Finds whether some of certain names, or what goes with them, stands in a text. */
interface Finder {
  readonly names: readonly string[];
  where(alone: Alone): Found;
}

type Found = (text: string) => boolean;

/** Names that may stand without a module before them; undefined: any, and anything may be a name. */
type Alone = ReadonlySet<string> | undefined;

function wordsOf(framework: Framework): Words {
  const { id, roots, globals = [], aliases, spellings, slots, lowersKeys } = framework;
  const segments = (name: string) =>
    [name, ...aliases.flatMap(([from, to]) => (to === name ? from : []))].map((one) =>
      lastSegment(dottedName(one)),
    );
  const namesOf = (isMeant: (row: Spelling) => boolean) =>
    spellings.filter((row) => row.form !== "string" && isMeant(row)).flatMap(({ name }) => segments(name));
  const ownersOf = (isMeant: (slot: Slot) => boolean) =>
    slots
      .filter((slot) => !slot.owner.includes("*") && isMeant(slot))
      .flatMap(({ owner }) => segments(owner));
  const keys = spellings.filter(({ form }) => form === "string").map(({ name }) => name);
  // Of owners that are told by a pattern, every one takes the argument by its name.
  const taken = slots.filter(({ owner }) => owner.includes("*")).map(({ argument }) => argument);
  const names = namesOf(({ isArithmetic }) => !isArithmetic);
  const arithmetic = namesOf(({ isArithmetic }) => isArithmetic === true);
  const owners = ownersOf(() => true);
  const givers = ownersOf(({ gives }) => gives !== undefined);
  return {
    framework: id,
    // A name without an import is worth a look where something is taken from it.
    roots: new RegExp(
      `(?<!\\w)(?:(?:${roots.join("|")})(?!\\w)${globals.map((name) => `|${name}\\.`).join("")})`,
    ),
    names: finderOf(names, anyOf(names)),
    slotted: finderOf(arithmetic, wholeWords([...arithmetic, ...keys]), quoted(keys, lowersKeys === true)),
    owners: finderOf(owners, wholeWords([...owners, ...taken]), wholeWords(taken)),
    givers: finderOf(givers, wholeWords(givers)),
  };
}

/**
 * A name of a module stands behind a dot, or alone where an import says so: anything else that is called so is a variable,
 * an argument's name, or a word of a comment. What an object has of itself (`self.threshold`) was given to it elsewhere,
 * unless it is called.
 * @param anywhere the names, and what goes with them, in code in which they may stand in any way
 * @param further what goes with them
 */
function finderOf(names: readonly string[], anywhere: RegExp, further: RegExp = nothing): Finder {
  const dotted =
    names.length === 0
      ? nothing
      : new RegExp(`\\.${gap}(?:${names.join("|")})(?!\\w)(?:\\s*\\(|(?<!\\bself\\.\\w+))`);
  return {
    names,
    where: (alone) => {
      if (!alone) return (text) => anywhere.test(text);
      const taken = wholeWords(names.filter((name) => alone.has(name)));
      return (text) => dotted.test(text) || further.test(text) || taken.test(text);
    },
  };
}

/** Anchored: else it is tried at every place. */
const nothing = /^(?!)/;

/** Within a dotted name: space, a line that goes on, comments. */
const gap = String.raw`(?:[\s\\]|#.*\n)*`;

/** Any of the words; of words within one another only the shortest: `relu` finds `leaky_relu` too. */
function anyOf(words: readonly string[]): RegExp {
  const distinct = [...new Set(words)];
  const shortest = distinct.filter(
    (word) => !distinct.some((other) => other !== word && word.includes(other)),
  );
  return shortest.length === 0 ? nothing : new RegExp(shortest.join("|"));
}

/** `get` and `step` are parts of many others. */
function wholeWords(words: readonly string[]): RegExp {
  return words.length === 0 ? nothing : new RegExp(`\\b(?:${[...new Set(words)].join("|")})\\b`);
}

function quoted(keys: readonly string[], isLowered: boolean): RegExp {
  return keys.length === 0 ? nothing : new RegExp(`["'](?:${keys.join("|")})["']`, isLowered ? "i" : "");
}

const known = new Map<Language, readonly Words[]>();

function wordsIn(language: Language): readonly Words[] {
  let words = known.get(language);
  if (!words) known.set(language, (words = frameworksOf(language).map(wordsOf)));
  return words;
}

/** What is asked of a language; see `Syntax`. */
interface Imports {
  readonly frameworksOf: Language;
  readonly modulesIn: (text: string) => string;
  readonly isNameImported?: true;
}

/** What tells the texts, and stretches of them, in which no activation can be named. */
export interface Vocabulary {
  /**
   * Whether a file may use an activation at all.
   * @param texts one for a file, the cells for a notebook: an import may be in one, its use in another
   */
  mayUse(texts: readonly string[]): boolean;
  /** Whether a stretch of code may use an activation by a framework's own names. */
  isIn(text: string): boolean;
}

const vocabularies = new Map<string, Vocabulary>();

/**
 * Of the frameworks that the texts may import, each of which is searched once: what is imported stands in few lines.
 * @returns the same object for the same imports, as far as they matter
 */
export function vocabularyOf(
  texts: readonly string[],
  { frameworksOf: language, modulesIn, isNameImported }: Imports,
): Vocabulary {
  const modules = texts.map(modulesIn).join("\n");
  const imported = wordsIn(language).filter(({ roots }) => roots.test(modules));
  // A star brings any name.
  const alone = isNameImported && !modules.includes("*") ? namesAmong(imported, modules) : undefined;
  const names = alone ? [...alone] : ["*"];
  const key = [language, ...imported.map(({ framework }) => framework), "", ...names].join();
  let vocabulary = vocabularies.get(key);
  if (!vocabulary) vocabularies.set(key, (vocabulary = vocabularyFrom(imported, alone)));
  return vocabulary;
}

/** Names of the frameworks that stand in a text. */
function namesAmong(imported: readonly Words[], text: string): ReadonlySet<string> {
  const words = new Set(text.match(/\w+/g));
  const names = imported.flatMap((own) => [own.names, own.slotted, own.owners].flatMap((one) => one.names));
  return new Set(names.filter((name) => words.has(name)));
}

function vocabularyFrom(imported: readonly Words[], alone: Alone): Vocabulary {
  const finders = imported.map(({ names, slotted, owners, givers }) => ({
    names: names.where(alone),
    slotted: slotted.where(alone),
    owners: owners.where(alone),
    givers: givers.where(alone),
  }));
  return {
    mayUse: (texts) => {
      const has = (of: (own: (typeof finders)[number]) => Found) =>
        finders.some((own) => texts.some((text) => of(own)(text)));
      return has(({ names }) => names) || (has(({ slotted }) => slotted) && has(({ owners }) => owners));
    },
    isIn: (text) =>
      finders.some(
        ({ names, givers, slotted, owners }) =>
          names(text) || givers(text) || (slotted(text) && owners(text)),
      ),
  };
}
