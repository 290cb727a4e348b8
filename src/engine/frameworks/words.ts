/** Words without which a text cannot use an activation function: what need not be parsed is told from the text. */
import type { Framework, Spelling } from "./define.ts";
import { readFrameworks } from "./index.ts";
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

function wordsOf({ roots, spellings, slots }: Framework): Words {
  const wordOf = ({ name }: Spelling) => lastSegment(name);
  return {
    roots,
    names: anyOf(spellings.filter(isNamed).map(wordOf)),
    slotted: anyOf(spellings.filter((row) => !isNamed(row)).map(wordOf)),
    // Of owners that are told by a pattern, every one takes the argument by its name.
    owners: anyOf(slots.map(({ owner, argument }) => (owner.includes("*") ? argument : lastSegment(owner)))),
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

const known = readFrameworks.map(wordsOf);

/** @param texts one text for a file, the cells for a notebook: an import may be in one, its use in another */
export function mayUseActivations(texts: readonly string[]): boolean {
  // One search of the text instead of one for each framework: what is imported stands in few lines.
  const imports = texts.map(importsIn).join("\n");
  const imported = known.filter(({ roots }) => roots.some((root) => imports.includes(root)));
  const has = (of: (words: Words) => RegExp) =>
    imported.some((words) => texts.some((text) => of(words).test(text)));
  return has(({ names }) => names) || (has(({ slotted }) => slotted) && has(({ owners }) => owners));
}

/** The lines with `import` in them, and those that a backslash joins to them. */
function importsIn(text: string): string {
  let lines = "";
  let at = text.indexOf("import");
  while (at >= 0) {
    let start = text.lastIndexOf("\n", at);
    while (start > 0 && isJoined(text, start)) start = text.lastIndexOf("\n", start - 1);
    let end = lineEnd(text, at);
    while (isJoined(text, end)) end = lineEnd(text, end + 1);
    lines += text.slice(start + 1, end + 1);
    at = text.indexOf("import", end);
  }
  return lines;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

/** Whether the line that ends there goes on in the next. */
function isJoined(text: string, end: number): boolean {
  return end < text.length && text[text[end - 1] === "\r" ? end - 2 : end - 1] === "\\";
}
