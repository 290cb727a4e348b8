import assert from "node:assert/strict";
import type { Note, Source } from "../../../src/engine/functions/define.ts";
import { functions } from "../../../src/engine/functions/index.ts";

/** What a note or a source lacks. */
function lacks(note: Note): string[] {
  return [
    ...(/^(?:\P{Ll}|f′).*\.$/u.test(note.text) ? [] : ["text"]),
    ...(note.condition.length >= 5 && !note.condition.endsWith(".") ? [] : ["condition"]),
    ...sourceLacks(note.source),
  ];
}

function sourceLacks({ authors, year, title, id }: Source): string[] {
  const arxiv = /^arXiv:(\d\d)\d\d\.\d{4,5}$/.exec(id ?? "");
  return [
    ...(authors.length > 0 ? [] : ["authors"]),
    ...(title.length > 5 ? [] : ["title"]),
    ...(Number.isInteger(year) && year >= 1940 && year <= 2100 ? [] : ["year"]),
    ...(id === undefined || arxiv || /^doi:10\.\d+\/\S+$|^https:\/\/\S+$/.test(id) ? [] : ["id"]),
    ...(arxiv && 2000 + Number(arxiv[1]) !== year ? ["the year of its arXiv id"] : []),
  ];
}

describe("notes", () => {
  for (const fn of functions) {
    it(`of ${fn.id} are there, each with source, year and condition`, () => {
      for (const [kind, notes] of Object.entries(fn.notes) as [string, readonly Note[]][]) {
        // Of general arithmetic, which nobody introduced as an activation, there may be less to say.
        assert.ok(notes.length > 0 || fn.origin === undefined, `${fn.id} has no ${kind}`);
        for (const note of notes) assert.deepEqual(lacks(note), [], `${fn.id} ${kind}: ${note.text}`);
      }
      assert.ok(Object.values(fn.notes).flat().length > 0, `${fn.id} has no note`);
      if (fn.origin) assert.deepEqual(sourceLacks(fn.origin), [], `${fn.id} origin`);
    });
  }

  it("without source, year or condition are rejected", () => {
    const good = functions[0]!.notes.strengths[0]!;
    assert.deepEqual(lacks({ ...good, condition: "" }), ["condition"]);
    assert.deepEqual(lacks({ ...good, text: "fast" }), ["text"]);
    assert.deepEqual(lacks({ ...good, source: { authors: "", year: 0, title: "" } }), [
      "authors",
      "title",
      "year",
    ]);
    const source = { authors: "A", year: 2014, title: "A paper", id: "arXiv:1502.01852" };
    assert.deepEqual(lacks({ ...good, source }), ["the year of its arXiv id"]);
  });
});
