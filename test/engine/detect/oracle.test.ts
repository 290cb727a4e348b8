/** Detection against an independent reading of the same files by Python's own parser: see oracle/generate.py. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { analyse } from "../../../src/engine/detect/analysis.ts";
import { python } from "../../../src/engine/syntax/python.ts";
import type { Use } from "../../../src/engine/detect/use.ts";
import type { Literal } from "../../../src/engine/frameworks/define.ts";
import { frameworks } from "../../../src/engine/frameworks/index.ts";
import {
  canonicalName,
  slotsOf,
  spellingNamed,
  stringSpelling,
} from "../../../src/engine/frameworks/lookup.ts";
import { matters } from "../../../src/engine/frameworks/effect.ts";
import type { RowParameter } from "../../../src/engine/frameworks/define.ts";

/** Line and column of start and end; lines from 1, columns from 0. */
type Place = readonly [number, number, number, number];

interface Argument {
  readonly at: Place;
  readonly value?: Literal;
  readonly unknown?: true;
}

interface Call {
  readonly positional: readonly Argument[];
  readonly keywords: Readonly<Record<string, Argument>>;
  readonly spread: boolean;
}

interface Reading {
  readonly names: readonly { readonly at: Place; readonly name: string; readonly call?: Call }[];
  readonly unclear: readonly Place[];
}

const root = path.resolve(import.meta.dirname, "../../..");
const readings = JSON.parse(
  readFileSync(path.join(root, "test/fixtures/detect/oracle/names.json"), "utf8"),
) as Readonly<Record<string, Reading>>;

/** What other bindings may be in effect, what was given before, and what is looked up, is beyond the oracle; the carets say it. */
const beyond = ["torch/branches", "torch/partials", "torch/tables", "transformers/blocks"].map(
  (name) => `test/fixtures/detect/${name}.py`,
);

const argumentOf = (call: Call, name: string, position: number | null): Argument | undefined =>
  call.keywords[name] ?? (position === null ? undefined : call.positional[position]);

/** "3:4-10 call relu" for every name and string that a table has. */
function expected({ names }: Reading): string[] {
  return names.flatMap(({ at, name, call }) => {
    const canonical = canonicalName(name);
    const found = spellingNamed(canonical);
    if (found && !found.spelling.isArithmetic)
      return [`${at.join()} ${call ? "call" : "reference"} ${found.framework} ${found.spelling.name}`];
    if (!call) return [];
    if (canonical === "functools.partial") return expectedOfPartial(names, call);
    return stringsIn(canonical, call);
  });
}

/** `partial(Dense, 64, "relu")`: what is called first, then its arguments. */
function expectedOfPartial(names: Reading["names"], { positional, ...call }: Call): string[] {
  const [applied, ...rest] = positional;
  const owner = names.find(({ at }) => at.join() === applied?.at.join());
  return owner ? stringsIn(canonicalName(owner.name), { ...call, positional: rest }) : [];
}

function stringsIn(owner: string, call: Call): string[] {
  return slotsOf(owner).flatMap((found) => {
    const { framework, slot } = found;
    const argument = argumentOf(call, slot.argument, call.spread ? null : slot.position);
    const spelling = typeof argument?.value === "string" && stringSpelling(found, argument.value);
    return spelling ? [`${argument.at.join()} string ${framework} ${spelling.name}`] : [];
  });
}

function placeOf(text: string, { start, end }: Use["range"]): Place {
  const position = (offset: number) => {
    const lines = text.slice(0, offset).split("\n");
    return [lines.length, lines.at(-1)!.length] as const;
  };
  return [...position(start), ...position(end)];
}

describe("detection beside Python's own parser", () => {
  it("covers every fixture and sample", () => {
    const folders = [
      "samples",
      ...frameworks
        .filter(({ language }) => language === "python")
        .map(({ id }) => `test/fixtures/detect/${id}`),
    ];
    const files = folders.flatMap((folder) =>
      readdirSync(path.join(root, folder))
        .filter((file) => file.endsWith(".py"))
        .map((file) => `${folder}/${file}`),
    );
    assert.deepEqual(Object.keys(readings).sort(), files.sort());
  });

  for (const [file, reading] of Object.entries(readings)) {
    if (beyond.includes(file)) continue;
    const text = readFileSync(path.join(root, file), "utf8");
    const { uses } = analyse([text], python).cells[0]!;
    const unclear = new Set(reading.unclear.map((place) => place.join()));

    it(`finds the same names and strings in ${file}`, () => {
      const ours = uses
        .filter(({ kind }) => kind === "call" || kind === "reference" || kind === "string")
        // Whether general arithmetic is asked for, the carets say.
        .filter(({ kind, spelling }) => kind === "string" || !spelling.isArithmetic)
        .map((use) => ({ use, place: placeOf(text, use.range).join() }))
        .filter(
          ({ use, place }) => !unclear.has(place) && !(use.kind === "string" && use.certainty === "likely"),
        )
        .map(({ use, place }) => `${place} ${use.kind} ${use.framework} ${use.spelling.name}`);
      // A part of a longer name, and a choice between strings, are no names or arguments of their own to the oracle.
      const theirs = expected(reading);
      const further = ours.filter((line) => !theirs.includes(line));
      assert.deepEqual(
        theirs.filter((line) => !ours.includes(line)),
        [],
      );
      assert.deepEqual(
        further.filter((line) => !isPart(line, reading)),
        [],
      );
    });

    it(`reads the same arguments in ${file}`, () => {
      const calls = new Map(
        reading.names.flatMap(({ at, call }) => (call ? [[at.join(), call] as const] : [])),
      );
      for (const use of uses) {
        const call = calls.get(placeOf(text, use.range).join());
        if (!call || use.kind !== "call") continue;
        for (const parameter of use.spelling.params.filter(matters)) compare(use, parameter, call);
      }
    });
  }
});

/** A prefix of a dotted name that was read, or one of several strings in one argument. */
function isPart(line: string, { names }: Reading): boolean {
  const [place, kind] = line.split(" ");
  const [startLine, startColumn, endLine, endColumn] = place!.split(",").map(Number) as unknown as Place;
  const isWithin = ([a, b, c, d]: Place) =>
    (a < startLine || (a === startLine && b <= startColumn)) &&
    (c > endLine || (c === endLine && d >= endColumn));
  return names.some(({ at, call }) => {
    if (kind === "reference" && at[0] === startLine && at[1] === startColumn && isWithin(at)) return true;
    const given = call ? [...call.positional, ...Object.values(call.keywords)] : [];
    return kind === "string" && given.some((argument) => argument.unknown === true && isWithin(argument.at));
  });
}

function compare(use: Use, { name, aliases = [], position }: RowParameter, call: Call): void {
  const names = [name, ...aliases];
  const shift = use.spelling.form === "method" ? 1 : 0;
  const given = names
    .map((alias) => argumentOf(call, alias, position === null || call.spread ? null : position + shift))
    .find((argument) => argument !== undefined);
  const message = `${use.spelling.name} ${name}`;
  if (!given) {
    if (!call.spread) assert.ok(!use.explicit.includes(name), message);
    return;
  }
  assert.ok(use.explicit.includes(name), message);
  // What the oracle does not know may be a constant that is followed.
  if (given.unknown === true) return;
  assert.deepEqual(use.params[name], given.value, message);
}
