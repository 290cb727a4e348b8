import assert from "node:assert/strict";
import { withSources } from "../../../src/engine/notebook/write.ts";

const notebook = (indent: string | number, sources: readonly unknown[]) =>
  JSON.stringify(
    { cells: sources.map((source) => ({ cell_type: "code", source })), nbformat: 4 },
    null,
    indent,
  );

describe("a notebook that is written again", () => {
  for (const [what, indent, end] of [
    ["as Jupyter does", 1, "\n"],
    ["with other indents", "\t", ""],
    ["in one line", 0, "\r\n"],
  ] as const) {
    it(`keeps all but its cells, written ${what}`, () => {
      const text = notebook(indent, [["a\n", "b"], "c\n", ["é"]]) + end;
      const changed = withSources(
        text,
        new Map([
          [0, "a\nx\n"],
          [1, "d"],
        ]),
      );
      assert.equal(changed, notebook(indent, [["a\n", "x\n"], "d", ["é"]]) + end);
    });
  }

  it("is left alone where that would change more", () => {
    assert.equal(withSources('{"cells": [{"source": ["a"]}]}', new Map([[0, "b"]])), undefined);
    assert.equal(withSources('{"cells":[{"source":"\\u00e9"}]}', new Map([[0, "b"]])), undefined);
    assert.equal(withSources(notebook(1, ["a"]), new Map([[3, "b"]])), undefined);
  });
});
