import assert from "node:assert/strict";
import type { Advice } from "../../../src/engine/advise/advise.ts";
import { edited, fixCertain } from "../../../src/engine/advise/fix.ts";
import { softmaxMissingDim as rule } from "../../../src/engine/advise/rules/softmax-missing-dim.ts";

/** A finding at each match, whose fix puts the text in its place. */
function replacing(pattern: RegExp, text: string, certain = true): (cells: readonly string[]) => Advice[] {
  return (cells) =>
    cells.flatMap((own, cell) =>
      [...own.matchAll(pattern)].map(({ index, 0: found }) => {
        const place = { cell, start: index, end: index + found.length };
        return {
          rule,
          severity: "warning" as const,
          place,
          message: "",
          fixes: [{ title: "", certain, edits: [{ place, text }] }],
        };
      }),
    );
}

describe("fixes that are certain", () => {
  it("are made in every cell, those that touch one after the other", () => {
    assert.deepEqual(fixCertain(["a aa", "b a"], replacing(/a/g, "c")), { cells: ["c cc", "b c"], count: 4 });
  });

  it("come to an end where they lead to each other", () => {
    assert.equal(fixCertain(["a"], replacing(/a/g, "a")).cells[0], "a");
  });

  it("are all that is made", () => {
    assert.deepEqual(fixCertain(["a"], replacing(/a/g, "c", false)), { cells: ["a"], count: 0 });
  });

  it("keep the order of what is put in at one place", () => {
    const at = (start: number, end: number, text: string) => ({ place: { cell: 0, start, end }, text });
    assert.deepEqual(edited(["abc"], [at(2, 3, "z"), at(0, 1, "x"), at(1, 1, "-")]), ["x-bz"]);
  });
});
