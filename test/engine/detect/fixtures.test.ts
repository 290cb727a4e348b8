import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { analyse } from "../../../src/engine/detect/analysis.ts";
import { readFrameworks } from "../../../src/engine/frameworks/index.ts";
import { actualUses, expectedUses } from "./carets.ts";

const folder = path.resolve(import.meta.dirname, "../../fixtures/detect");

describe("detection of annotated code", () => {
  for (const framework of readFrameworks) {
    const own = path.join(folder, framework.id);
    for (const file of readdirSync(own).filter((name) => name.endsWith(".py"))) {
      it(`${framework.id}/${file}`, () => {
        const text = readFileSync(path.join(own, file), "utf8");
        const uses = analyse([text]).cells[0]!.uses;
        assert.deepEqual(actualUses(text, uses).sort(), expectedUses(text).sort());
      });
    }

    it(`has annotated code for ${framework.name}`, () => {
      const texts = readdirSync(own).map((file) => readFileSync(path.join(own, file), "utf8"));
      const found = texts.flatMap((text) => analyse([text]).cells[0]!.uses);
      assert.ok(found.filter((use) => use.framework === framework.id).length >= 10);
    });
  }
});
