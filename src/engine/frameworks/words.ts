/** Words without which a text cannot use an activation function: what need not be parsed is told from the text. */
import type { Framework, Language, Spelling } from "./define.ts";
import { frameworksOf } from "./index.ts";
import { lastSegment } from "./lookup.ts";

/** What a use of one framework's functions has in it, beside the framework's own name. */
interface Words {
  readonly framework: string;
  readonly roots: readonly string[];
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
  const segment = (name: string) => lastSegment(name.replaceAll("::", "."));
  const wordOf = ({ name }: Spelling) => segment(name);
  const givers = slots.filter(({ gives }) => gives !== undefined).map(({ owner }) => segment(owner));
  return {
    framework: id,
    // A name without an import is worth a look where something is taken from it.
    roots: [...roots, ...globals.map((name) => `${name}.`)],
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

/** Frameworks that texts may import: what is imported stands in few lines, so each text is searched once. */
function importedIn(texts: readonly string[], language: Language, modulesIn: ModulesIn): readonly Words[] {
  const modules = texts.map(modulesIn).join("\n");
  return wordsIn(language).filter(({ roots }) => roots.some((root) => modules.includes(root)));
}

/** What of a text may name a module. */
type ModulesIn = (text: string) => string;

/**
 * @param texts one text for a file, the cells for a notebook: an import may be in one, its use in another
 * @param language whose frameworks they use
 */
export function mayUseActivations(
  texts: readonly string[],
  language: Language,
  modulesIn: ModulesIn,
): boolean {
  const imported = importedIn(texts, language, modulesIn);
  const has = (of: (words: Words) => RegExp) =>
    imported.some((words) => texts.some((text) => of(words).test(text)));
  return has(({ names }) => names) || (has(({ slotted }) => slotted) && has(({ owners }) => owners));
}

/** What tells the stretches of a file in which no activation can be named. The same object for the same frameworks. */
export interface Vocabulary {
  /** Whether a stretch of code may use an activation by a framework's own names. */
  isIn(text: string): boolean;
}

const vocabularies = new Map<string, Vocabulary>();

/** @param texts of the whole file, as for `mayUseActivations` */
export function vocabularyOf(texts: readonly string[], language: Language, modulesIn: ModulesIn): Vocabulary {
  const imported = importedIn(texts, language, modulesIn);
  const key = [language, ...imported.map(({ framework }) => framework)].join();
  let vocabulary = vocabularies.get(key);
  if (!vocabulary) {
    const isIn = (text: string) =>
      imported.some(
        ({ names, givers, slotted, owners }) =>
          names.test(text) || givers.test(text) || (slotted.test(text) && owners.test(text)),
      );
    vocabularies.set(key, (vocabulary = { isIn }));
  }
  return vocabulary;
}
