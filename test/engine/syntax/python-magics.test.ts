import assert from "node:assert/strict";
import fc from "fast-check";
import { maskMagics } from "../../../src/engine/syntax/python-magics.ts";

const blank = (text: string) => text.replace(/[^\r\n]/g, " ");

describe("maskMagics", () => {
  const masked: readonly (readonly [name: string, cell: string, expected: string])[] = [
    ["a line magic", "%matplotlib inline\nx = 1", "0                 \nx = 1"],
    ["a shell line", "!pip install torch\nx = 1", "0                 \nx = 1"],
    ["in a block", "if x:\n    !ls\ny", "if x:\n    0  \ny"],
    ["an assigned shell line", "files = !ls *.py\ny", "files = 0       \ny"],
    ["an assigned magic", "t = %who_ls int\ny", "t = 0          \ny"],
    ["an assigned timing, but not its code", "t = %timeit -o f()\ny", "t = 0;         f()\ny"],
    ["help", "nn.ReLU?\nnn.ReLU??\n?nn.ReLU", "0       \n0        \n0       "],
    ["Windows line ends", "%load_ext x\r\ny\r\n", "0          \r\ny\r\n"],
    ["a timed line, but not its code", "%timeit -n 10 -r 3 f(x)\ny", "0;                 f(x)\ny"],
    ["a timed cell, but not its code", "%%time\ny = f(x)", "0     \ny = f(x)"],
  ];
  for (const [name, cell, expected] of masked) {
    it(`masks ${name}`, () => {
      assert.equal(maskMagics(cell), expected);
    });
  }

  for (const magic of ["bash", "html", "writefile model.yaml", "javascript", "cython"]) {
    it(`masks all of a %%${magic} cell`, () => {
      const cell = `\n%%${magic}\nfor x in 1; do\n  echo F.relu(x)\ndone\n`;
      assert.equal(maskMagics(cell), blank(cell));
    });
  }

  const kept = [
    "x = (a\n  % b)",
    "x = a \\\n  % b",
    's = """\n%matplotlib inline\n!ls\n"""',
    "x = a != b",
    'print("%d" % 3)',
    "# what?\nx = 1",
    "x = [1,\n%magic\n]",
    "s = '''\n%%bash'''",
  ];
  for (const text of kept) {
    it(`leaves ${JSON.stringify(text)} alone`, () => {
      assert.equal(maskMagics(text), text);
    });
  }

  it("keeps every length and line", () => {
    const piece = fc.constantFrom(
      "%",
      "%%",
      "!",
      "?",
      "=",
      "\n",
      "\r\n",
      "time ",
      "ls",
      "(",
      ")",
      '"""',
      "'",
      "#",
      "\\",
      "x",
      " ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        const result = maskMagics(text);
        assert.equal(result.length, text.length);
        assert.equal(blank(result), blank(text));
      }),
      { numRuns: 1000, seed: 6 },
    );
  });
});
