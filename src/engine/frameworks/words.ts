/** Words without which a text cannot use an activation function: what need not be parsed is told from the text. */
import type { Framework, Language, Spelling } from "./define.ts";
import { frameworksOf } from "./index.ts";
import { lastSegment } from "./lookup.ts";

/** What a use of one framework's functions has in it, beside the framework's own name. */
interface Words {
  readonly roots: readonly string[];
  /** Names of functions … */
  readonly names: RegExp;
  /** … or strings, and names of general arithmetic, which count only … */
  readonly slotted: RegExp;
  /** … where something asks for an activation: these. */
  readonly owners: RegExp;
}

const isNamed = ({ form, isArithmetic }: Spelling) => form !== "string" && !isArithmetic;

function wordsOf({ roots, globals = [], spellings, slots }: Framework): Words {
  const segment = (name: string) => lastSegment(name.replaceAll("::", "."));
  const wordOf = ({ name }: Spelling) => segment(name);
  return {
    // A name without an import is worth a look where something is taken from it.
    roots: [...roots, ...globals.map((name) => `${name}.`)],
    names: anyOf(spellings.filter(isNamed).map(wordOf)),
    slotted: anyOf(spellings.filter((row) => !isNamed(row)).map(wordOf)),
    // Of owners that are told by a pattern, every one takes the argument by its name.
    owners: anyOf(slots.map(({ owner, argument }) => (owner.includes("*") ? argument : segment(owner)))),
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

const known = new Map<Language, readonly Words[]>();

function wordsIn(language: Language): readonly Words[] {
  let words = known.get(language);
  if (!words) known.set(language, (words = frameworksOf(language).map(wordsOf)));
  return words;
}

/**
 * @param texts one text for a file, the cells for a notebook: an import may be in one, its use in another
 * @param language whose frameworks they use
 * @param modulesIn what of a text may name a module
 */
export function mayUseActivations(
  texts: readonly string[],
  language: Language,
  modulesIn: (text: string) => string,
): boolean {
  // One search of the text instead of one for each framework: what is imported stands in few lines.
  const modules = texts.map(modulesIn).join("\n");
  const imported = wordsIn(language).filter(({ roots }) => roots.some((root) => modules.includes(root)));
  const has = (of: (words: Words) => RegExp) =>
    imported.some((words) => texts.some((text) => of(words).test(text)));
  return has(({ names }) => names) || (has(({ slotted }) => slotted) && has(({ owners }) => owners));
}
