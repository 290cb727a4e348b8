import assert from "node:assert/strict";
import { IgnoreRules, excludeGlob } from "../../../src/extension/activations/ignored.ts";

describe("ignored files", () => {
  const rules = new IgnoreRules([
    { folder: "", text: "build/\n*.tmp.py\n/only_top.py\n" },
    { folder: "pkg", text: "!keep.tmp.py\nlocal.py\n" },
    { folder: "build", text: "!*" },
    { folder: "env", text: "*" },
  ]);
  const cases: readonly (readonly [path: string, isIgnored: boolean])[] = [
    ["model.py", false],
    ["a.tmp.py", true],
    ["deep/er/a.tmp.py", true],
    ["only_top.py", true],
    ["deep/only_top.py", false],
    ["pkg/local.py", true],
    ["local.py", false],
    ["pkg/keep.tmp.py", false],
    ["build/model.py", true],
    ["deep/build/x/model.py", true],
    ["env/lib/torch.py", true],
    ["environment.py", false],
  ];
  for (const [path, expected] of cases) {
    it(`${path} is ${expected ? "" : "not "}ignored`, () => {
      assert.equal(rules.ignores(path), expected);
    });
  }

  it("are none without rules", () => {
    assert.equal(new IgnoreRules([]).ignores("a/b.py"), false);
  });
});

describe("glob of excluded files", () => {
  it("joins what is switched on, once", () => {
    const files = { "**/.git": true, "**/*.js": { when: "$(basename).ts" }, "**/off": false };
    const search = { "**/node_modules/": true, "**/.git": true };
    assert.equal(excludeGlob(files, search), "{**/.git,**/node_modules}");
    assert.equal(excludeGlob({ "**/a": true }), "**/a");
  });

  it("is none where nothing is excluded, whatever the settings hold", () => {
    for (const setting of [undefined, null, {}, "x", 3, { "": true }])
      assert.equal(excludeGlob(setting), undefined);
  });
});
