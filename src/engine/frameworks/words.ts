/** Words without which a text cannot use an activation function: what need not be parsed is told from the text. */
import type { Framework, Language, Spelling } from "./define.ts";
import { dottedName, frameworksOf } from "./index.ts";
import { lastSegment } from "./lookup.ts";

/** What a use of one framework's functions has in it, beside the framework's own name. */
interface Words {
  readonly framework: string;
  /** Its modules, by the first segments of their names. */
  readonly roots: RegExp;
  /** Names of functions … */
  readonly names: RegExp;
  /** … or strings, and names of general arithmetic, which count only … */
  readonly slotted: RegExp;
  /** … where something asks for an activation: these. */
  readonly owners: RegExp;
  /** Those of them that give the activation itself, whatever names it. */
  readonly givers: RegExp;
}

const isNamed = ({ form, isArithmetic }: Spelling) => form !== "string" && !isArithmetic;

function wordsOf({ id, roots, globals = [], spellings, slots }: Framework): Words {
  const segment = (name: string) => lastSegment(dottedName(name));
  const wordOf = ({ name }: Spelling) => segment(name);
  const givers = slots.filter(({ gives }) => gives !== undefined).map(({ owner }) => segment(owner));
  return {
    framework: id,
    // A name without an import is worth a look where something is taken from it.
    roots: new RegExp(
      `(?<!\\w)(?:(?:${roots.join("|")})(?!\\w)${globals.map((name) => `|${name}\\.`).join("")})`,
    ),
    names: anyOf(spellings.filter(isNamed).map(wordOf)),
    slotted: wholeWords(spellings.filter((row) => !isNamed(row)).map(wordOf)),
    // Of owners that are told by a pattern, every one takes the argument by its name.
    owners: wholeWords(slots.map(({ owner, argument }) => (owner.includes("*") ? argument : segment(owner)))),
    givers: wholeWords(givers),
  };
}

/** Any of the words; of words within one another only the shortest: `relu` finds `leaky_relu` too. */
function anyOf(words: readonly string[]): RegExp {
  const distinct = [...new Set(words)];
  const shortest = distinct.filter(
    (word) => !distinct.some((other) => other !== word && word.includes(other)),
  );
  return shortest.length === 0 ? /(?!)/ : new RegExp(shortest.join("|"));
}

/** `get` and `step` are parts of many others. */
function wholeWords(words: readonly string[]): RegExp {
  return words.length === 0 ? /(?!)/ : new RegExp(`\\b(?:${[...new Set(words)].join("|")})\\b`);
}

const known = new Map<Language, readonly Words[]>();

function wordsIn(language: Language): readonly Words[] {
  let words = known.get(language);
  if (!words) known.set(language, (words = frameworksOf(language).map(wordsOf)));
  return words;
}

/** What of a text may name a module. */
type ModulesIn = (text: string) => string;

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
 * @param language whose frameworks they use
 * @returns the same object for the same frameworks
 */
export function vocabularyOf(texts: readonly string[], language: Language, modulesIn: ModulesIn): Vocabulary {
  const modules = texts.map(modulesIn).join("\n");
  const imported = wordsIn(language).filter(({ roots }) => roots.test(modules));
  const key = [language, ...imported.map(({ framework }) => framework)].join();
  let vocabulary = vocabularies.get(key);
  if (!vocabulary) vocabularies.set(key, (vocabulary = vocabularyFrom(imported)));
  return vocabulary;
}

function vocabularyFrom(imported: readonly Words[]): Vocabulary {
  return {
    mayUse: (texts) => {
      const has = (of: (words: Words) => RegExp) =>
        imported.some((words) => texts.some((text) => of(words).test(text)));
      return has(({ names }) => names) || (has(({ slotted }) => slotted) && has(({ owners }) => owners));
    },
    isIn: (text) =>
      imported.some(
        ({ names, givers, slotted, owners }) =>
          names.test(text) || givers.test(text) || (slotted.test(text) && owners.test(text)),
      ),
  };
}
