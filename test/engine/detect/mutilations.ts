/** Sources as half a moment of editing, a bad merge or a wrong paste leaves them. */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";

const fixtures = path.resolve(import.meta.dirname, "../../fixtures/detect");

/** Every annotated source. */
export const sources: readonly string[] = readdirSync(fixtures, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".py"))
  .sort()
  .map((file) => readFileSync(path.join(fixtures, file), "utf8"));

/** Text that does harm where it is put. */
const insertions = [
  ...[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    '"""',
    "'''",
    "\\",
    "#",
    ":",
    ",",
    ".",
    "=",
    ":=",
    "*",
    "**",
    "@",
  ],
  ...["\n", "\r\n", "\t", "    ", " ", "\f", "\0", "\uFEFF", "é", "变量", "𝒳", "🙂", "\u2028"],
  ...[
    "def f(",
    "class A:",
    "lambda x",
    "for x in ",
    "if x:\n",
    "else:\n",
    "try:\n",
    "with a as ",
    "match x:\n",
  ],
  ...["import ", "from torch import (", "from torch.nn import *\n", "import torch.nn as nn\n", "global F\n"],
  ...[
    "nn.LeakyReLU(",
    "F.gelu(x, approximate=",
    "self.act(",
    "f'{",
    "%%bash\n",
    "%timeit ",
    "!ls\n",
    "x = !ls",
  ],
  ...[
    "del F\n",
    "async ",
    "await ",
    "return ",
    "yield ",
    "print x",
    "exec 'y'",
    "F = ",
    "[F.relu(x) for F in ",
  ],
];

export interface Edit {
  readonly start: number;
  readonly length: number;
  readonly text: string;
}

/** Positions are fractions of the text, so that one edit fits every text. */
const fraction = fc.double({ min: 0, max: 1, noNaN: true });

export const edits: fc.Arbitrary<(text: string) => string> = fc.oneof(
  fc.tuple(fraction, fc.nat({ max: 60 })).map(
    ([at, length]) =>
      (text: string) =>
        spliced(text, index(text, at), length, ""),
  ),
  fc.tuple(fraction, fc.constantFrom(...insertions)).map(
    ([at, insertion]) =>
      (text: string) =>
        spliced(text, index(text, at), 0, insertion),
  ),
  fc.tuple(fraction, fraction, fc.nat({ max: 80 })).map(([from, to, length]) => (text: string) => {
    const start = index(text, from);
    const slice = text.slice(start, start + length);
    const rest = spliced(text, start, length, "");
    return spliced(rest, index(rest, to), 0, slice);
  }),
);

function index(text: string, at: number): number {
  return Math.floor(at * text.length);
}

function spliced(text: string, start: number, length: number, insertion: string): string {
  return text.slice(0, start) + insertion + text.slice(start + length);
}
