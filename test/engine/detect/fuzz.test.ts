import assert from "node:assert/strict";
import { languages } from "../../../src/engine/languages/index.ts";
import { fuzz } from "./fuzz.ts";

describe("analysis of mutilated sources", () => {
  it("throws at none of 2,000 in every language", async () => {
    const results = await fuzz(2000, 1);
    assert.deepEqual(
      results.map(({ language }) => language),
      languages.map(({ name }) => name),
    );
    assert.deepEqual(
      results.flatMap(({ thrown }) => thrown),
      [],
    );
  }).timeout(600_000);
});
