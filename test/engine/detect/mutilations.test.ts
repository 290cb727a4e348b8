import assert from "node:assert/strict";
import fc from "fast-check";
import { analyse, explainAt, useAt } from "../../../src/engine/detect/analysis.ts";
import { python } from "../../../src/engine/syntax/python.ts";
import { languages } from "../../../src/engine/languages/index.ts";
import { edits, mutilated, openings, sources, sourcesIn } from "./mutilations.ts";

describe("detection in mutilated code", () => {
  it("never throws, and its ranges are those of the text", () => {
    fc.assert(
      fc.property(mutilated(sources), (text) => {
        for (const { range, nameRange, callRange, literals, kind, slot } of analyse([text], python).cells[0]!
          .uses) {
          for (const { start, end } of [range, nameRange, callRange, ...literals]) {
            assert.ok(0 <= start && start < end && end <= text.length);
          }
          assert.ok(range.start <= nameRange.start && nameRange.end === range.end);
          assert.ok(callRange.start <= range.start && range.end <= callRange.end);
          const name = text.slice(nameRange.start, nameRange.end);
          assert.match(name, kind === "string" ? /^[rRuU]?(['"]).*\1$/s : /^[\p{L}\p{N}_]+$/u);
          assert.equal(slot !== undefined, kind === "string");
        }
      }),
      { numRuns: 250, seed: 1 },
    );
  }).timeout(60_000);

  it("says something at every position", () => {
    fc.assert(
      fc.property(mutilated(sources), fc.double({ min: 0, max: 1, noNaN: true }), (text, at) => {
        const analysis = analyse([text], python);
        const offset = Math.floor(at * text.length);
        const use = useAt(analysis, 0, offset);
        const explanation = explainAt(analysis, 0, offset);
        assert.equal(explanation.kind === "use", use !== undefined);
        assert.match(explanation.sentence, /\.$/);
      }),
      { numRuns: 100, seed: 2 },
    );
  }).timeout(60_000);

  it("finds after edits what it finds afresh", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.array(edits, { minLength: 1, maxLength: 12 }),
        (source, changes) => {
          let text = source;
          let analysis = analyse([text], python);
          for (const change of changes) {
            text = change(text);
            analysis = analyse([text], python, analysis);
            assert.deepEqual(analysis.cells[0]!.uses, analyse([text], python).cells[0]!.uses);
          }
        },
      ),
      { numRuns: 60, seed: 3 },
    );
  }).timeout(60_000);

  for (const language of languages.filter(({ id }) => id !== "python")) {
    it(`finds after edits what it finds afresh, at ranges of the text, in ${language.name}`, async () => {
      const syntax = await language.load();
      const changes = fc.array(fc.oneof(edits, openings), { minLength: 1, maxLength: 12 });
      fc.assert(
        fc.property(fc.constantFrom(...sourcesIn(language)), changes, (source, changed) => {
          let text = source;
          let analysis = analyse([text], syntax);
          for (const change of changed) {
            text = change(text);
            analysis = analyse([text], syntax, analysis);
            const { uses } = analysis.cells[0]!;
            assert.deepEqual(uses, analyse([text], syntax).cells[0]!.uses);
            for (const { range, nameRange, callRange, literals } of uses) {
              for (const { start, end } of [range, nameRange, callRange, ...literals])
                assert.ok(0 <= start && start < end && end <= text.length);
              assert.ok(range.start <= nameRange.start && nameRange.end === range.end);
            }
            assert.match(explainAt(analysis, 0, Math.floor(text.length / 2)).sentence, /\.$/);
          }
        }),
        { numRuns: 30, seed: 6 },
      );
    }).timeout(60_000);
  }

  it("finds afresh the same where brackets and strings are left open and closed again, over thousands of edits", () => {
    const changes = fc.array(fc.oneof({ weight: 3, arbitrary: openings }, { weight: 1, arbitrary: edits }), {
      minLength: 10,
      maxLength: 24,
    });
    let count = 0;
    fc.assert(
      fc.property(fc.constantFrom(...sources), changes, fc.nat(), (source, changed, turn) => {
        let text = source;
        let analysis = analyse([text], python);
        for (const [step, change] of changed.entries()) {
          // Now and then the edit before is undone, as people do.
          text = (step + turn) % 5 === 4 ? source : change(text);
          analysis = analyse([text], python, analysis);
          assert.deepEqual(analysis.cells[0]!.uses, analyse([text], python).cells[0]!.uses);
          count++;
        }
      }),
      { numRuns: 150, seed: 5 },
    );
    assert.ok(count > 2000, `${count} edits`);
  }).timeout(120_000);

  it("finds after edits to a notebook what it finds afresh", () => {
    const notebook = fc.array(fc.constantFrom(...sources), { minLength: 2, maxLength: 5 });
    const changes = fc.array(fc.tuple(fc.nat(), edits), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(notebook, changes, (initial, changed) => {
        let cells = initial;
        let analysis = analyse(cells, python);
        for (const [index, change] of changed) {
          const edited = index % cells.length;
          // Now and then a cell goes, or is doubled.
          if (index % 7 === 0 && cells.length > 1) cells = cells.filter((_, i) => i !== edited);
          else if (index % 7 === 1)
            cells = [...cells.slice(0, edited), cells[edited]!, ...cells.slice(edited)];
          else cells = cells.map((cell, i) => (i === edited ? change(cell) : cell));
          analysis = analyse(cells, python, analysis);
          const uses = (list: typeof analysis) => list.cells.map((cell) => cell.uses);
          assert.deepEqual(uses(analysis), uses(analyse(cells, python)));
        }
      }),
      { numRuns: 25, seed: 4 },
    );
  }).timeout(60_000);
});
