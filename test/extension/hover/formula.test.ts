import assert from "node:assert/strict";
import { functions } from "../../../src/engine/functions/index.ts";
import { withGlyphs } from "../../../src/extension/hover/formula.ts";
import { compact, toSvgs } from "../../../scripts/typeset.mjs";

describe("a typeset formula", () => {
  const { formulas, glyphs, unit } = toSvgs(functions.map(({ id, formula }) => [id, formula.latex]));

  it("has the outline of each of its letters once, and no others", () => {
    for (const { id } of functions) {
      const svg = withGlyphs(formulas[id]!, glyphs, unit);
      const used = [...svg.matchAll(/href="#([^"]+)"/g)].map(([, name]) => name!);
      const outlined = [...svg.matchAll(/<path id="([^"]+)" transform="scale\(4\)" d="(?:m[^"]+)?"\/>/g)].map(
        ([, name]) => name!,
      );
      assert.ok(used.length > 0, id);
      assert.deepEqual(outlined, [...new Set(used)], id);
      assert.match(svg, /^<svg [^>]*><defs>.*<\/defs>.*<\/svg>$/s);
    }
  });

  it("keeps every point of an outline within half a unit, also after many", () => {
    const turns = Array.from(
      { length: 60 },
      (_, i) => `C${i * 7} ${-i} ${i * 5 + 3} 1 ${i * 11} ${(i * 13) % 97}`,
    );
    const outline = `M315 413L384 79${turns.join("")}ZM-3 8L9.5 -2Z`;
    const points = (text: string) => (text.match(/-?[\d.]+/g) ?? []).map(Number);
    let [x, y] = [0, 0];
    let start = [0, 0];
    const found = [...compact(outline).matchAll(/([a-z])([^a-z]*)/g)].flatMap(([, command, given]) => {
      if (command === "z") [x, y] = start as [number, number];
      const own = points(given!).map((step, i) => (i % 2 === 0 ? x : y) + step);
      if (own.length > 0) [x, y] = own.slice(-2) as [number, number];
      if (command === "m") start = own;
      return own;
    });
    const expected = points(outline);
    assert.equal(found.length, expected.length);
    for (const [i, point] of found.entries()) assert.ok(Math.abs(point * unit - expected[i]!) <= unit / 2);
  });

  it("shares its letters with the others", () => {
    const letters = Object.values(formulas)
      .join("")
      .match(/href="#/g)!.length;
    assert.ok(Object.keys(glyphs).length < letters / 10);
  });
});
