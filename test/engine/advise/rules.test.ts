import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import type { Advice } from "../../../src/engine/advise/advise.ts";
import { rules } from "../../../src/engine/advise/rules/index.ts";
import { parse } from "../../../src/engine/syntax/parser.ts";
import { adviceOn, applied, cellsOf, codeIn, expected, fixturesOf, folder, placed } from "./fixtures.ts";

describe("the list of rules", () => {
  const files = readdirSync(path.resolve(import.meta.dirname, "../../../src/engine/advise/rules"))
    .map((file) => path.basename(file, ".ts"))
    .filter((name) => !/^(index|define)$/.test(name));
  const ids = rules.map(({ id }) => id);

  it("has every file of its folder, each named after its rule", () => {
    assert.deepEqual([...ids].sort(), files.sort());
  });

  it("has fixtures for every rule, bad ones and good ones, and no fixtures of no rule", () => {
    assert.deepEqual(readdirSync(folder).sort(), [...ids].sort());
    for (const id of ids) {
      const kinds = fixturesOf(id).map(({ isBad }) => isBad);
      assert.ok(kinds.includes(true) && kinds.includes(false), `${id} lacks bad or good fixtures`);
    }
  });

  for (const { id, title, doc } of rules) {
    it(`has ${id} documented to the end`, () => {
      const { sources, ...texts } = doc;
      for (const [field, text] of Object.entries({ title, ...texts }))
        assert.ok(text.trim().length > 0, `${field} is empty`);
      assert.ok(sources.length > 0, "no sources");
      assert.ok(!title.endsWith("."), "a title is no sentence");
    });
  }
});

/** Syntax errors that the parser marks. */
function errorsIn(text: string): number {
  let errors = 0;
  parse(text).tree.iterate({
    enter: ({ type }) => {
      if (type.isError) errors++;
    },
  });
  return errors;
}

function countsOf(advice: readonly Advice[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of advice) counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1);
  return counts;
}

for (const { id } of rules) {
  describe(`rule ${id}`, () => {
    for (const fixture of fixturesOf(id)) {
      const code = codeIn(fixture.text);
      const cells = cellsOf(code);
      const own = (text: readonly string[]) => adviceOn(text).filter(({ rule }) => rule.id === id);

      it(`finds in ${fixture.name} what the carets say`, () => {
        assert.deepEqual(
          own(cells).map((finding) => placed(cells, finding)),
          expected(fixture.text),
        );
        assert.equal(expected(fixture.text).length > 0, fixture.isBad);
      });

      if (!fixture.isBad) continue;

      it(`leaves code that is clean where a fix of ${fixture.name} is made`, () => {
        const before = adviceOn(cells);
        for (const finding of before.filter(({ rule }) => rule.id === id)) {
          for (const { title, edits } of finding.fixes ?? []) {
            const after = applied(cells, edits);
            const shown = `“${title}” at ${placed(cells, finding)}`;
            assert.notDeepEqual(after, cells, `${shown} changes nothing`);
            assert.ok(errorsIn(after.join("\n")) <= errorsIn(cells.join("\n")), `${shown} does not parse`);
            const counts = countsOf(adviceOn(after));
            for (const [rule, count] of countsOf(before)) {
              const left = counts.get(rule) ?? 0;
              assert.ok(left <= (rule === id ? count - 1 : count), `${shown} leaves ${left} of ${rule}`);
              counts.delete(rule);
            }
            assert.deepEqual([...counts.keys()], [], `${shown} brings new findings`);
          }
        }
      });

      it(`makes of ${fixture.name} what the file beside it says`, () => {
        let fixed: readonly string[] = cells;
        // One after the other, as a person would: an earlier fix may change what a later one is made of.
        for (let round = 0; round < 50; round++) {
          const finding = own(fixed).find(({ fixes = [] }) => fixes.length > 0);
          if (!finding) break;
          const { fixes = [] } = finding;
          fixed = applied(fixed, (fixes.find(({ preferred }) => preferred) ?? fixes[0]!).edits);
        }
        assert.equal(fixture.fixed ?? code, fixed.join(""));
      });
    }
  });
}
