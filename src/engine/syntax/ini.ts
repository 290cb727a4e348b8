/**
 * INI as detection reads it: NEAT's configuration files, `activation_options = sigmoid tanh`.
 *
 * A section is read as the call it stands for, of the genome's class with the section's keys as its keywords; so which
 * keys name activations, and what the names mean, is said by the framework's table alone.
 */
import type { Range } from "../range.ts";
import type { Chunk, CodePlace, ParsedCode, Syntax } from "./define.ts";
import type { Argument, Call, Expression } from "./expression.ts";
import { ScopeBuilder } from "./outline-builder.ts";
import type { Scope } from "./outline.ts";

/** Of keys and values; those before the first `[section]` are of none. */
interface Section extends Range {
  readonly entries: Entry[];
}

interface Entry {
  readonly key: Range & { readonly name: string };
  /** The words of its value, which may go on in lines further in. */
  readonly words: Expression[];
}

const line = /^.*$/gmu;
const heading = /^\[[^\]]*\]/u;
const assignment = /^([^\s=:#;[][^=:]*?)\s*[=:]/u;
const comment = /^\s*[#;]/u;
const word = /\S+/gu;

/** Not a name that code could have. */
const genome = "the genome's class";

class IniFile implements ParsedCode {
  readonly text: string;
  #sections: readonly Section[] | undefined;
  #outline: Scope | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get outline(): Scope {
    return (this.#outline ??= this.#outlined());
  }

  get #parts(): readonly Section[] {
    return (this.#sections ??= sectionsIn(this.text));
  }

  #outlined(): Scope {
    const scope = new ScopeBuilder("module", 0);
    if (namesModule(this.text) === "") return scope;
    const source = { kind: "import", module: "neat", member: "DefaultGenome" } as const;
    scope.bindImport({ name: genome, start: 0, end: 0 }, 0, source);
    for (const { start } of this.#parts) scope.refer(genome, "", start, start);
    return scope;
  }

  expressionAt(): undefined {
    return undefined;
  }

  itemAt(): undefined {
    return undefined;
  }

  callAt({ start, end }: Range): Call | undefined {
    const section = start === end ? this.#parts.find((candidate) => candidate.start === start) : undefined;
    return section && { arguments: section.entries.map(argumentOf), range: section };
  }

  placeAt(offset: number): CodePlace {
    const isIn = ({ start, end }: Range) => start <= offset && offset <= end;
    const from = this.text.lastIndexOf("\n", offset - 1) + 1;
    if (comment.test(this.text.slice(from))) return { kind: "comment" };
    for (const { key, words } of this.#parts.flatMap(({ entries }) => entries)) {
      if (isIn(key)) return { kind: "argument-name", text: key.name };
      const found = words.find(({ range }) => isIn(range));
      if (found) return { kind: "string", text: this.text.slice(found.range.start, found.range.end) };
    }
    return { kind: "other" };
  }
}

function sectionsIn(text: string): Section[] {
  const sections: Section[] = [];
  let entry: Entry | undefined;
  for (const { 0: written, index: start } of text.matchAll(line)) {
    if (comment.test(written) || written.trim() === "") continue;
    if (heading.test(written)) {
      sections.push({ start, end: start + written.length, entries: [] });
      entry = undefined;
      continue;
    }
    const [before, key] = assignment.exec(written) ?? [];
    const section = sections.at(-1);
    if (key !== undefined && section) {
      // `ConfigParser` takes keys in any case.
      entry = { key: { start, end: start + key.length, name: key.toLowerCase() }, words: [] };
      section.entries.push(entry);
    }
    // A line further in goes on with the value before it.
    const from = key === undefined ? 0 : before!.length;
    if (key === undefined && !/^\s/u.test(written)) entry = undefined;
    entry?.words.push(...wordsIn(written.slice(from), start + from));
  }
  return sections;
}

function wordsIn(text: string, offset: number): Expression[] {
  return [...text.matchAll(word)].map(({ 0: value, index }) => ({
    kind: "string",
    range: { start: offset + index, end: offset + index + value.length },
    value,
  }));
}

/** Any of the words may be what it names. */
function argumentOf({ key, words }: Entry): Argument {
  const [first, ...others] = words;
  const range = { start: first?.range.start ?? key.end, end: words.at(-1)?.range.end ?? key.end };
  const value: Expression | undefined =
    others.length === 0 ? first : { kind: "choice", range, options: words };
  return { kind: "keyword", name: key.name, value };
}

/** NEAT's own section is in each of its files. */
function namesModule(text: string): string {
  return text.includes("[NEAT]") ? "neat" : "";
}

export const ini: Syntax = {
  id: "ini",
  frameworksOf: "python",
  modulesIn: namesModule,
  chunksOf: (text: string, previous: readonly Chunk[] = []): readonly Chunk[] =>
    previous[0]?.parsed.text === text ? previous : [{ start: 0, parsed: new IniFile(text) }],
};
