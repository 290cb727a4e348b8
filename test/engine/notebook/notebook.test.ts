import assert from "node:assert/strict";
import fc from "fast-check";
import { readNotebook } from "../../../src/engine/notebook/notebook.ts";

describe("readNotebook", () => {
  it("counts all cells, and joins lines", () => {
    const text = JSON.stringify({
      cells: [
        { cell_type: "markdown", source: "# Title" },
        { cell_type: "code", source: ["import torch\n", "x = 1"], outputs: [{ data: "…" }] },
        { cell_type: "raw", source: [] },
        { cell_type: "code", source: "" },
      ],
      metadata: { language_info: { name: "Python" } },
      nbformat: 4,
    });
    assert.deepEqual(readNotebook(text), {
      language: "python",
      cells: [
        { index: 0, kind: "markdown", source: "# Title" },
        { index: 1, kind: "code", source: "import torch\nx = 1" },
        { index: 2, kind: "raw", source: "" },
        { index: 3, kind: "code", source: "" },
      ],
    });
  });

  it("reads format 3, whose cells lie in sheets", () => {
    const text = JSON.stringify({ worksheets: [{ cells: [{ cell_type: "code", input: ["a\n", "b"] }] }] });
    assert.deepEqual(readNotebook(text), { cells: [{ index: 0, kind: "code", source: "a\nb" }] });
  });

  it("passes over a byte order mark", () => {
    assert.deepEqual(readNotebook('\uFEFF{"cells": []}'), { cells: [] });
  });

  for (const text of ["", "not json", "null", "3", "[]", "{}", '{"cells": 3}', '{"cells": {}}']) {
    it(`finds no notebook in ${JSON.stringify(text)}`, () => {
      assert.equal(readNotebook(text), undefined);
    });
  }

  it("takes any JSON without throwing, a broken cell as an empty one", () => {
    fc.assert(
      fc.property(fc.array(fc.json()), (cells) => {
        const notebook = readNotebook(`{"cells": [${cells.join()}]}`);
        assert.equal(notebook?.cells.length, cells.length);
      }),
      { seed: 5 },
    );
  });
});
