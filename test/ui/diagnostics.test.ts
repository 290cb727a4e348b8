/** Findings as they meet a person: a squiggle while typing, a fix that one undo takes back, silence on request. */
import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { eventually } from "./eventually.ts";
import { suiteEditor } from "./suite-editor.ts";

const training = `import torch.nn as nn
import torch.nn.functional as F


def probabilities(x):
    return F.sigmoid(x)
`;

/** Two models under one name, each right for its own loss: only who mixes them up would find fault. */
const rebound = JSON.stringify({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { language_info: { name: "python" } },
  cells: [
    ["import torch.nn as nn", "model = nn.Sequential(nn.Linear(8, 3), nn.LogSoftmax(dim=1))"],
    ["loss = nn.NLLLoss()(model(x), y)"],
    ["model = nn.Sequential(nn.Linear(8, 3))", "loss = nn.CrossEntropyLoss()(model(x), y)"],
  ].map((lines, index) => ({
    cell_type: "code",
    id: `cell-${index}`,
    metadata: {},
    execution_count: null,
    outputs: [],
    source: lines.join("\n"),
  })),
});

describe("diagnostics", () => {
  const editor = suiteEditor(
    { files: { "train.py": training, "rebound.ipynb": rebound } },
    async (opened) => {
      await opened.openFile("train.py");
    },
  );

  const squiggles = (): Locator => editor().page.locator(".part.editor .squiggly-warning");
  const count = (wanted: number): Promise<number> =>
    eventually(
      () => squiggles().count(),
      (now) => now === wanted,
    );

  /** Opens the menu of fixes at a word and takes one; a person asks again where the editor was still starting. */
  async function fix(word: string, title: RegExp): Promise<void> {
    const { page } = editor();
    const entry = page.locator(".action-widget .monaco-list-row").filter({ hasText: title }).first();
    await eventually(
      async () => {
        await editor().clickWord(word);
        await page.keyboard.press("Control+.");
        return entry.waitFor({ timeout: 5000 }).then(
          () => true,
          () => false,
        );
      },
      (isOpen) => isOpen,
    );
    await entry.click();
  }

  it("say nothing about code that is right", async () => {
    await editor().hoverWord("sigmoid");
    await editor().hideHover();
    assert.equal(await squiggles().count(), 0);
  });

  it("put a squiggle under the guilty word as it is typed", async () => {
    await editor().selectWords("sigmoid");
    await editor().page.keyboard.type("softmax");
    assert.equal(await count(1), 1);
  });

  it("are repaired by the preferred fix, in one step that undo takes back", async () => {
    await fix("softmax", /^Add dim=-1/);
    assert.match(await editor().savedText("train.py", /dim=-1/), /return F\.softmax\(x, dim=-1\)/);
    assert.equal(await count(0), 0);
    await editor().page.keyboard.press("Control+Z");
    assert.match(await editor().savedText("train.py", /softmax\(x\)/), /return F\.softmax\(x\)\n/);
    assert.equal(await count(1), 1);
  });

  it("are silent on a line that says so", async () => {
    await fix("softmax", /^Ignore /);
    const ignored = /return F\.softmax\(x\) {2}# activation-lens: ignore\[softmax-missing-dim\]/;
    assert.match(await editor().savedText("train.py", ignored), ignored);
    assert.equal(await count(0), 0);
  });

  it("follow a notebook's model to the cell where it is made anew", async () => {
    await editor().openNotebook("rebound.ipynb");
    // Long enough for findings to come, had there been any: those of the file above took less.
    await editor().page.waitForTimeout(4000);
    assert.equal(await squiggles().count(), 0);
  });
});
