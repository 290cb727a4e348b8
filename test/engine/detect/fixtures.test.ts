import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { analyse } from "../../../src/engine/detect/analysis.ts";
import type { Use } from "../../../src/engine/detect/use.ts";
import { frameworks } from "../../../src/engine/frameworks/index.ts";
import { languageOfFile } from "../../../src/engine/languages/index.ts";
import { actualUses, expectedUses } from "./carets.ts";

const folder = path.resolve(import.meta.dirname, "../../fixtures/detect");

async function usesIn(file: string): Promise<{ readonly text: string; readonly uses: readonly Use[] }> {
  const text = readFileSync(file, "utf8");
  const syntax = await languageOfFile(file)!.load();
  return { text, uses: analyse([text], syntax).cells[0]!.uses };
}

describe("detection of annotated code", () => {
  for (const framework of frameworks) {
    const own = path.join(folder, framework.id);
    const files = readdirSync(own).filter((name) => languageOfFile(name) !== undefined);
    for (const file of files) {
      it(`${framework.id}/${file}`, async () => {
        const { text, uses } = await usesIn(path.join(own, file));
        assert.deepEqual(actualUses(text, uses).sort(), expectedUses(text).sort());
      });
    }

    it(`has annotated code for ${framework.name}`, async () => {
      const found = await Promise.all(files.map((file) => usesIn(path.join(own, file))));
      const uses = found.flatMap((file) => file.uses);
      assert.ok(uses.filter((use) => use.framework === framework.id).length >= 10);
    });
  }
});
