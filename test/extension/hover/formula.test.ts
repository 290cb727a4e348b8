import assert from "node:assert/strict";
import { functions } from "../../../src/engine/functions/index.ts";
import { withGlyphs } from "../../../src/extension/hover/formula.ts";
import { toSvgs } from "../../../scripts/typeset.mjs";

describe("a typeset formula", () => {
  const { formulas, glyphs } = toSvgs(functions.map(({ id, formula }) => [id, formula.latex]));

  it("has the outline of each of its letters once, and no others", () => {
    for (const { id } of functions) {
      const svg = withGlyphs(formulas[id]!, glyphs);
      const used = [...svg.matchAll(/href="#([^"]+)"/g)].map(([, name]) => name!);
      const outlined = [...svg.matchAll(/<path id="([^"]+)" d="(?:M[^"]+)?"\/>/g)].map(([, name]) => name!);
      assert.ok(used.length > 0, id);
      assert.deepEqual(outlined, [...new Set(used)], id);
      assert.match(svg, /^<svg [^>]*><defs>.*<\/defs>.*<\/svg>$/s);
    }
  });

  it("shares its letters with the others", () => {
    const letters = Object.values(formulas)
      .join("")
      .match(/href="#/g)!.length;
    assert.ok(Object.keys(glyphs).length < letters / 10);
  });
});
