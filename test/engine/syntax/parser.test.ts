import assert from "node:assert/strict";
import fc from "fast-check";
import type { Chunk } from "../../../src/engine/syntax/define.ts";
import { parseChunks } from "../../../src/engine/syntax/python.ts";
import { changeBetween } from "../../../src/engine/syntax/change.ts";
import { parse } from "../../../src/engine/syntax/parser.ts";
import { edits } from "../detect/mutilations.ts";

describe("changeBetween", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "\n"), maxLength: 12 });
  const long = fc.nat({ max: 9000 }).map((length) => "xy".repeat(length));

  it("gives a replacement that leads from one text to the other", () => {
    fc.assert(
      fc.property(long, text, text, long, (before, old, now, after) => {
        const [from, to] = [before + old + after, before + now + after];
        const { start, end, length } = changeBetween(from, to);
        assert.equal(from.slice(0, start) + to.slice(start, start + length) + from.slice(end), to);
        assert.ok(end - start <= old.length && length <= now.length);
      }),
      { seed: 7 },
    );
  });

  it("finds nothing to change in an equal text", () => {
    assert.deepEqual(changeBetween("abc", "abc"), { start: 3, end: 3, length: 0 });
  });
});

describe("parse", () => {
  /** Long enough for earlier trees to be used. */
  const method = (name: string) =>
    `    def ${name}(self, x):\n${'        y = [f(x, 1, "two") for x in self.xs if x]\n'.repeat(20)}\n`;
  const long = `class A:\n${"a b c d e f g h i j k l".split(" ").map(method).join("")}`;

  const nodes = ({ tree }: ReturnType<typeof parse>) => {
    const found = [];
    for (const cursor = tree.cursor(); cursor.next();)
      found.push(`${cursor.name} ${cursor.from}-${cursor.to}`);
    return found;
  };

  it("gives the tree of a fresh parse, whatever was parsed before", () => {
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 4 }), (changes) => {
        let text = long;
        let parsed = parse(text);
        for (const change of changes) {
          text = change(text);
          parsed = parse(text, parsed);
          assert.deepEqual(nodes(parsed), nodes(parse(text)));
        }
      }),
      { numRuns: 30, seed: 8 },
    );
  }).timeout(60_000);

  it("keeps the trees of methods that an edit left alone", () => {
    const trees = ({ tree }: ReturnType<typeof parse>) => {
      const found = [];
      for (const cursor = tree.cursor(); cursor.next();) {
        if (cursor.name === "FunctionDefinition") found.push(cursor.tree);
      }
      return found;
    };
    const before = parse(long);
    const after = parse(long.replace("def e(self, x):", "def e(self, x, z):"), before);
    const [old, now] = [trees(before), trees(after)];
    assert.equal(now.length, 12);
    assert.ok(now.filter((tree) => tree !== null && old.includes(tree)).length >= 9);
  });
});

describe("chunks of Python", () => {
  const chunksOf = (text: string) => parseChunks(text).map(({ parsed }) => parsed.text);

  it("cuts at definitions, and loses nothing", () => {
    const text =
      '"""a\nclass B:\n"""\nimport x\n\nclass A:\n  pass\n\n@d\n# c\ndef f():\n  pass\nelse: x\ny = 1\n';
    assert.deepEqual(chunksOf(text), [
      '"""a\nclass B:\n"""\nimport x\n\n',
      "class A:\n  pass\n\n",
      "@d\n# c\ndef f():\n  pass\nelse: x\n",
      "y = 1\n",
    ]);
  });

  const whole = [
    "x = [\ndef_,\nclasses,\n]\n",
    "x = (\nfrom_,\n)\n",
    's = """\nclass A:\n"""\n',
    "s = 'a\\\nclass A:\\\ndef f():'\n",
    "x = \\\nclass_\n",
    "@a\n@b(\n  1\n)\n\nclass A: pass\n",
    "try:\n  pass\nexcept A:\n  pass\nelse:\n  pass\nfinally:\n  pass\n",
    "if x:\n  pass\nelif y:\n  pass\nelse:\n  pass\n",
    '# """\n',
    "",
  ];
  for (const text of whole) {
    it(`leaves ${JSON.stringify(text)} whole`, () => {
      assert.deepEqual(chunksOf(text), [text]);
    });
  }

  it("ends an open bracket where a definition starts", () => {
    assert.deepEqual(chunksOf("x = f(\nclass A:\n  pass\n"), ["x = f(\n", "class A:\n  pass\n"]);
    assert.deepEqual(chunksOf("class A:\n  x = [\n\ndef f(y): pass\n"), [
      "class A:\n  x = [\n\n",
      "def f(y): pass\n",
    ]);
  });

  it("keeps what reads the same, wherever it moved", () => {
    const definition = (name: string) => `def ${name}(x):\n    return f(x)\n\n`;
    const before = parseChunks("a b c d e f".split(" ").map(definition).join(""));
    const after = parseChunks("a x b d e f".split(" ").map(definition).join(""), before);
    const kept = after.filter(({ parsed }) => before.some((old) => old.parsed === parsed));
    assert.equal(kept.length, 5);
  });

  it("puts no boundary elsewhere because of a statement before it", () => {
    const statements = Array.from({ length: 200 }, (_, i) => `x${i} = f(${i})\n`);
    const starts = (text: string) => parseChunks(text).map(({ start }) => text.length - start);
    const [before, after] = [statements.join(""), `import y\n${statements.join("")}`].map(starts) as [
      number[],
      number[],
    ];
    assert.ok(before.length > 10);
    assert.deepEqual(
      before.slice(1).filter((start) => !after.includes(start)),
      [],
    );
  });

  it("are after any edits what they are afresh", () => {
    const start =
      "import torch\n\n@d\nclass A:\n  def f(self): pass\nx = 1\ny = 2\nif x:\n  pass\nelse: y\n".repeat(6);
    const shape = (chunks: readonly Chunk[]) => chunks.map(({ start, parsed }) => [start, parsed.text]);
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 8 }), (changes) => {
        let text = start;
        let chunks = parseChunks(text);
        for (const change of changes) {
          text = change(text);
          chunks = parseChunks(text, chunks);
          assert.deepEqual(shape(chunks), shape(parseChunks(text)));
        }
      }),
      { numRuns: 500, seed: 11 },
    );
  });

  it("are kept before an edit and behind it", () => {
    const text = Array.from({ length: 50 }, (_, i) => `def f${i}(x):\n    return x\n\n`).join("");
    const before = parseChunks(text);
    const after = parseChunks(text.replace("def f20(x)", "def f20(x, y)"), before);
    const kept = after.filter(({ parsed }, i) => parsed === before[i]!.parsed);
    assert.equal(after.length, 50);
    assert.equal(kept.length, 49);
  });

  it("loses nothing of any text", () => {
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 6 }), (changes) => {
        const text = changes.reduce(
          (sofar, change) => change(sofar),
          "import torch\n\nclass A:\n  def f(self): pass\n".repeat(4),
        );
        assert.equal(chunksOf(text).join(""), text);
      }),
      { numRuns: 300, seed: 9 },
    );
  });
});
