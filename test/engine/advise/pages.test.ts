import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { folder, pages } from "../../../scripts/rules.ts";

describe("pages of the rules", () => {
  it("are what the rules say; `npm run rules` renews them", async () => {
    const expected = await pages();
    assert.deepEqual(readdirSync(folder).sort(), [...expected.keys()].sort());
    for (const [name, text] of expected)
      assert.equal(readFileSync(path.join(folder, name), "utf8"), text, name);
  });
});
