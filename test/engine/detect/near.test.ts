import assert from "node:assert/strict";
import fc from "fast-check";
import { analyse, useAt } from "../../../src/engine/detect/analysis.ts";
import { languageOfFile } from "../../../src/engine/languages/index.ts";
import { python } from "../../../src/engine/syntax/python.ts";
import { edits, openings, sourcesIn } from "./mutilations.ts";

const sources = sourcesIn(languageOfFile("model.py")!);

describe("an analysis for one place", () => {
  /** Everywhere in a text the whole analysis and the one for that place say the same. */
  function agrees(text: string, step: number): void {
    const whole = analyse([text], python);
    for (let offset = 0; offset <= text.length; offset += step) {
      const own = analyse([text], python, undefined, undefined, undefined, { cell: 0, offset });
      assert.deepEqual(useAt(own, 0, offset), useAt(whole, 0, offset), `at ${offset}`);
    }
  }

  for (const [index, source] of sources.entries()) {
    it(`finds what the whole analysis finds, in source ${index}`, () => {
      agrees(source, 7);
    });
  }

  it("finds what the whole analysis finds in mutilated code", () => {
    const changes = fc.array(fc.oneof(edits, openings), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom(...sources), changes, (source, changed) => {
        agrees(
          changed.reduce((text, change) => change(text), source),
          61,
        );
      }),
      { numRuns: 100, seed: 12 },
    );
  }).timeout(120_000);

  it("may come before a whole analysis and after it, between edits", () => {
    const changes = fc.array(fc.tuple(fc.oneof(edits, openings), fc.nat()), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom(...sources), changes, (source, changed) => {
        let text = source;
        let analysis = analyse([text], python);
        for (const [change, turn] of changed) {
          text = change(text);
          const offset = turn % (text.length + 1);
          const own = analyse([text], python, analysis, undefined, undefined, { cell: 0, offset });
          const whole = analyse([text], python);
          assert.deepEqual(useAt(own, 0, offset), useAt(whole, 0, offset));
          analysis = turn % 2 === 0 ? own : analyse([text], python, own);
          if (analysis !== own) assert.deepEqual(analysis.cells[0]!.uses, whole.cells[0]!.uses);
        }
      }),
      { numRuns: 300, seed: 13 },
    );
  }).timeout(120_000);

  it("reads no definition that has nothing to do with the place", () => {
    const text = [
      "import torch.nn as nn",
      "class A(nn.Module):\n    act = nn.ReLU()",
      "class B(A):\n    def forward(self, x):\n        return self.act(x)",
      "class C(nn.Module):\n    act = nn.ELU()",
      "def f(x):\n    return nn.GELU()(x)",
    ].join("\n");
    const { cells, isUnread } = analyse([text], python, undefined, undefined, undefined, {
      cell: 0,
      offset: text.indexOf("self.act"),
    });
    const unread = cells[0]!.chunks!.filter(({ parsed }) => isUnread(parsed));
    assert.deepEqual(
      unread.map(({ parsed }) => parsed.text.slice(0, 7)),
      ["class C", "def f(x"],
    );
    assert.deepEqual(
      cells[0]!.uses.map((use) => use.function),
      ["relu"],
    );
  });
});
