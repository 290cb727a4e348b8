/** Sources as half a moment of editing, a bad merge or a wrong paste leaves them. */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import type { Language } from "../../../src/engine/languages/define.ts";

const fixtures = path.resolve(import.meta.dirname, "../../fixtures/detect");

/** Every annotated source of a language. */
export function sourcesIn({ extensions }: Pick<Language, "extensions">): readonly string[] {
  return (
    readdirSync(fixtures, { recursive: true, encoding: "utf8" })
      .filter((file) => extensions.some((extension) => file.endsWith(extension)))
      // What the oracle has read is data.
      .filter((file) => !file.startsWith("oracle"))
      .sort()
      .map((file) => readFileSync(path.join(fixtures, file), "utf8"))
  );
}

/** Every annotated source in Python. */
export const sources = sourcesIn({ extensions: [".py"] });

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
    "const {relu} = ",
    "let tf = ",
    "tf.layers.dense({activation: '",
    "=> {",
    "`${",
    "/*",
    "*/",
    "//",
    "<div>",
    "...",
    "?.",
    "new MLGraphBuilder(",
    "function f(",
    "case 1:",
    "use candle_nn::{",
    "fn f(",
    "|xs| ",
    'r#"',
    "match x {",
    "::",
    "#[",
    "macro!(",
    "using namespace torch::nn;\n",
    "template <typename T>\n",
    "struct A : B {",
    "#define f(x) {",
    "#else\n",
    'R"x(',
    "->",
    "auto [a, b] = ",
    "A::A() : a(",
    "operator()(",
    "<<<",
    "using Flux: relu, ",
    "x -> ",
    "#= ",
    "end\n",
    "function f(x) ",
    "begin ",
    "relu.(",
    "'",
    "$(",
    "[x for x in ",
    "import MLXNN\n",
    "guard let x = ",
    "{ x in ",
    "case .",
    "\\(",
    '#"',
    "func f(_ x: ",
    "?.relu",
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

/** What was begun and not ended: brackets, strings and lines that go on, and the end of such. */
export const openings: fc.Arbitrary<(text: string) => string> = fc
  .tuple(
    fraction,
    fc.constantFrom(
      "(",
      "[",
      "{",
      ")",
      "]",
      "}",
      '"',
      "'",
      '"""',
      "'''",
      'f"{',
      "\\",
      "\\\n",
      "#",
      "(\n",
      "x = [\n",
    ),
  )
  .map(
    ([at, insertion]) =>
      (text: string) =>
        spliced(text, index(text, at), 0, insertion),
  );

/** One of the sources after a few edits. */
export function mutilated(of: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...of), fc.array(edits, { minLength: 1, maxLength: 8 }))
    .map(([source, changes]) => changes.reduce((text, change) => change(text), source));
}

function index(text: string, at: number): number {
  return Math.floor(at * text.length);
}

function spliced(text: string, start: number, length: number, insertion: string): string {
  return text.slice(0, start) + insertion + text.slice(start + length);
}
