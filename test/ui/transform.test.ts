/** Transforms from the palette to the document on the disk. */
import assert from "node:assert/strict";
import { suiteEditor } from "./suite-editor.ts";

const written = "x = [-2.0, 0.5, -0.3, 1.2]  # as measured on 2024-05-01\n";
const transformed = "x = [0, 0.5, 0, 1.2]  # as measured on 2024-05-01\n";

describe("transforming a selection", () => {
  const editor = suiteEditor({ files: { "numbers.py": written } }, (opened) => opened.openFile("numbers.py"));

  it("replaces the numbers with ReLU of them and nothing else", async () => {
    await editor().selectWords("[-2.0, 0.5, -0.3, 1.2]");
    await editor().runCommand("Activation Lens: Transform Selection…");
    await editor().pickRow("ReLU");
    await editor().pickRow("Replace 4 numbers");
    assert.equal(await editor().savedText("numbers.py", /0, 0\.5, 0/), transformed);
  });

  it("is undone in one step", async () => {
    await editor().page.keyboard.press("Control+Z");
    assert.equal(await editor().savedText("numbers.py", /-2\.0/), written);
  });
});
