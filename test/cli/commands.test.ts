import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { commands } from "../../src/cli/commands/index.ts";

describe("the list of the command line's commands", () => {
  it("has every file of its folder, each named after its command", () => {
    const files = readdirSync(path.resolve(import.meta.dirname, "../../src/cli/commands"));
    const names = files
      .map((file) => path.basename(file, ".ts"))
      .filter((name) => !/^(index|define)$/.test(name));
    assert.deepEqual(commands.map(({ name }) => name).sort(), names.sort());
  });
});
