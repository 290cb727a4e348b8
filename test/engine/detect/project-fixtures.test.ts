import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { analyse } from "../../../src/engine/detect/analysis.ts";
import { newestVersions } from "../../../src/engine/frameworks/versions.ts";
import { languageOfFile } from "../../../src/engine/languages/index.ts";
import { actualUses, expectedUses } from "./carets.ts";
import { searchIn } from "./project.ts";

const top = path.resolve(import.meta.dirname, "../../fixtures/detect/project");

const files = Object.fromEntries(
  readdirSync(top, { recursive: true, encoding: "utf8" })
    .filter((name) => languageOfFile(name))
    .map((name) => [
      `/${name.split(path.sep).join("/")}`,
      readFileSync(path.join(top, name), "utf8").replaceAll("\r\n", "\n"),
    ]),
);

describe("detection of annotated code that imports other files", () => {
  const search = searchIn(files);

  for (const [file, text] of Object.entries(files)) {
    it(file, async () => {
      const syntax = await languageOfFile(file)!.load();
      const modules = search.from(file);
      const { uses } = analyse([text], syntax, undefined, newestVersions, modules).cells[0]!;
      assert.deepEqual(actualUses(text, uses).sort(), expectedUses(text).sort());
    });

    it(`${file}, read for the place of each use alone`, async () => {
      const syntax = await languageOfFile(file)!.load();
      const modules = search.from(file);
      const all = analyse([text], syntax, undefined, newestVersions, modules).cells[0]!.uses;
      for (const use of all) {
        const at = { cell: 0, offset: use.nameRange.start };
        const { uses } = analyse([text], syntax, undefined, newestVersions, modules, at).cells[0]!;
        assert.ok(actualUses(text, uses).includes(actualUses(text, [use])[0]!));
      }
    });
  }
});
