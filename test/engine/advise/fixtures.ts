/**
 * Fixtures of rules, `test/fixtures/advise/<rule>/bad|good/*.py`: carets in a comment under a line say what the rule
 * finds on it, in a bad one. `# %%` begins a notebook's next cell. Beside `bad/x.py`, `bad/x.fixed.py` is what it
 * becomes, without the carets, when each finding's preferred fix is made, or the first where none is preferred.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { advise, type Advice, type Choice } from "../../../src/engine/advise/advise.ts";
import type { Edit } from "../../../src/engine/advise/rules/define.ts";
import { analyse } from "../../../src/engine/detect/analysis.ts";
import { python } from "../../../src/engine/syntax/python.ts";

export const folder = path.resolve(import.meta.dirname, "../../fixtures/advise");

export interface Fixture {
  readonly rule: string;
  readonly name: string;
  readonly isBad: boolean;
  readonly text: string;
  readonly fixed?: string;
}

export function fixturesOf(rule: string): Fixture[] {
  return ["bad", "good"].flatMap((kind) => {
    const own = path.join(folder, rule, kind);
    if (!existsSync(own)) return [];
    return readdirSync(own)
      .filter((name) => !name.includes(".fixed."))
      .map((name) => {
        const text = readFileSync(path.join(own, name), "utf8");
        const fixed = path.join(own, name.replace(/\.py$/, ".fixed.py"));
        return {
          rule,
          name: `${rule}/${kind}/${name}`,
          isBad: kind === "bad",
          text,
          ...(existsSync(fixed) ? { fixed: readFileSync(fixed, "utf8") } : {}),
        };
      });
  });
}

const carets = /^[ \t]*#[ \t]*\^+[ \t]*$/;

/** Without the lines of carets, which are no part of the code. */
export function codeIn(text: string): string {
  return text
    .split("\n")
    .filter((line) => !carets.test(line))
    .join("\n");
}

/** Cells, the first lines of which are their marks; positions in them. */
export function cellsOf(code: string): string[] {
  return code.split(/^(?=# %%)/m);
}

/** "12:4-8": line from 1 in the code without its carets, columns from 0. */
export function expected(text: string): string[] {
  const found: string[] = [];
  let line = 0;
  for (const row of text.split("\n")) {
    if (carets.test(row)) found.push(`${line}:${row.indexOf("^")}-${row.lastIndexOf("^") + 1}`);
    else line++;
  }
  return found;
}

export function adviceOn(cells: readonly string[], choice: Choice = {}): Advice[] {
  const fail = (rule: { readonly id: string }, error: unknown): never => {
    throw new Error(`rule ${rule.id} threw`, { cause: error });
  };
  return advise(analyse(cells, python), { onFailure: fail, ...choice });
}

export function placed(cells: readonly string[], { place }: Pick<Advice, "place">): string {
  const before = cells.slice(0, place.cell).join("") + cells[place.cell]!.slice(0, place.start);
  const start = before.length - (before.lastIndexOf("\n") + 1);
  return `${before.split("\n").length}:${start}-${start + place.end - place.start}`;
}

export function applied(cells: readonly string[], edits: readonly Edit[]): string[] {
  return cells.map((text, cell) =>
    edits
      .filter(({ place }) => place.cell === cell)
      .sort((a, b) => b.place.start - a.place.start)
      .reduce((done, { place, text: inserted }) => {
        return done.slice(0, place.start) + inserted + done.slice(place.end);
      }, text),
  );
}
