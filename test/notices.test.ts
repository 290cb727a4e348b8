import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");

describe("third-party notices", () => {
  it("name every package that the build bundled; `npm run notices` renews them", async () => {
    const { notices } = (await import("../scripts/notices.mjs")) as { notices: (root: string) => string };
    assert.equal(read("ThirdPartyNotices.txt"), notices(root));
  });

  it("give a licence text for each, compatible with MIT", () => {
    const entries = read("ThirdPartyNotices.txt")
      .split(/^-{78}$/m)
      .slice(1);
    assert.ok(entries.length > 3);
    for (const entry of entries) {
      const [, name, licence] = /^\s*(\S+)\nLicence: (.+)\n/.exec(entry) ?? [];
      assert.match(licence ?? "", /^(MIT|ISC|BSD-2-Clause|BSD-3-Clause|Apache-2\.0)$/, name);
      assert.ok(entry.length > 500, `${name}: the licence's own text`);
    }
  });
});
