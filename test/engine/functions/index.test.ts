import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { type FunctionId, functionById, functions } from "../../../src/engine/functions/index.ts";

const shared = [
  "arrays",
  "claims",
  "compile",
  "compile-vector",
  "define",
  "formula-text",
  "gate-notes",
  "gumbel-noise",
  "index",
  "lengths",
  "lifted",
  "loops",
  "parameters",
  "rectifier",
  "shape",
  "share-slice",
  "shares",
  "shrinkage",
  "single-shares",
  "sources",
  "swish",
  "thresholded",
];

describe("the list of functions", () => {
  it("holds every function file of its folder, each under its id", () => {
    const folder = new URL("../../../src/engine/functions/", import.meta.url);
    const files = readdirSync(folder).map((file) => file.replace(/\.ts$/, ""));
    const listed = functions.map(({ id }) => id.replaceAll("_", "-"));
    assert.deepEqual(files.filter((file) => !shared.includes(file)).sort(), listed.sort());
  });

  it("has reference values for each", () => {
    const fixtures = readdirSync(new URL("../../fixtures/functions/", import.meta.url));
    for (const { id } of functions) assert.ok(fixtures.includes(`${id.replaceAll("_", "-")}.json`), id);
  });

  it("finds a function by its id and nothing else", () => {
    const known: FunctionId = "leaky_relu";
    assert.equal(functionById(known).name, "Leaky ReLU");
    assert.equal(functionById("no_such_function"), undefined);
    assert.equal(functionById("toString"), undefined);
  });

  it("keeps ids as types", () => {
    // @ts-expect-error no such id
    const wrong: FunctionId = "leakyrelu";
    assert.equal(functionById(wrong), undefined);
  });
});
