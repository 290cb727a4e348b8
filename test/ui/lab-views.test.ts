/** The lab's other views in the installed extension: opened by command, changed, read, found again after a reload. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { FrameLocator, Locator } from "playwright-core";
import { eventually } from "./eventually.ts";
import { suiteEditor } from "./suite-editor.ts";

const model = `import torch.nn as nn

act = nn.LeakyReLU(0.2)
other = nn.GELU()
third = nn.ELU(alpha=0.5)
`;

/** A small PNG of the fixtures. */
function greyPicture(): Buffer {
  const { files } = JSON.parse(
    readFileSync(new URL("../fixtures/pictures/pictures.json", import.meta.url), "utf8"),
  ) as { readonly files: readonly { readonly name: string; readonly bytes: string }[] };
  return Buffer.from(files.find(({ name }) => name === "grey.png")!.bytes, "base64");
}

interface Visit {
  readonly command: string;
  readonly tab: string;
  readonly change: (view: Locator) => Promise<unknown>;
  /** The read-out that the change is seen in, and what it then says. */
  readonly read: (view: Locator) => Promise<string | null>;
  readonly expected: RegExp;
}

const visits: readonly Visit[] = [
  {
    command: "Compare Functions in This File",
    tab: "Compare",
    change: (view) => view.getByRole("combobox", { name: "Show" }).selectOption({ label: "f′" }),
    read: (view) => view.getByRole("application").first().getAttribute("aria-label"),
    expected: /^Leaky ReLU 0\.2′, GELU′, ELU 0\.5′/,
  },
  {
    command: "Choose an Activation…",
    tab: "Choose",
    change: (view) => view.getByRole("combobox", { name: "Where" }).selectOption({ label: "Output layer" }),
    read: (view) => view.locator(".recommendations").innerText(),
    expected: /Softmax/i,
  },
  {
    command: "Learn: Feature Map Through a Convolution",
    tab: "Learn: feature map",
    change: (view) => view.getByRole("combobox", { name: "Picture" }).selectOption({ label: "Shapes" }),
    read: (view) => view.locator(".flow").innerText(),
    expected: /^Picture[\s\S]*Shapes[\s\S]*Leaky ReLU/,
  },
  {
    command: "Learn: Signal and Gradient Through Depth",
    tab: "Learn: depth",
    change: (view) => view.getByRole("button", { name: "Sigmoid vanishes" }).click(),
    read: (view) => view.locator(".verdict").innerText(),
    expected: /it vanishes/,
  },
  {
    command: "Learn: Why Linear Layers Collapse",
    tab: "Learn: linear collapse",
    change: (view) => view.getByRole("checkbox", { name: "Leaky ReLU between the layers" }).check(),
    read: (view) => view.locator(".verdict").innerText(),
    expected: /^No single layer does what 3 layers with Leaky ReLU between them do/,
  },
  {
    command: "Learn: How Units Die",
    tab: "Learn: dying units",
    change: (view) => view.getByRole("button", { name: "A low bias kills" }).click(),
    read: (view) => view.locator(".verdict").innerText(),
    expected: /^Step 0: loss .* 8 of 16 units dead/,
  },
];

describe("the lab's views", () => {
  const editor = suiteEditor({ files: { "model.py": model } }, async (opened) => {
    await opened.openFile("model.py");
    await opened.clickWord("LeakyReLU");
  });
  const page = (): FrameLocator => editor().webview();
  const panel = (name: string): Locator => page().getByRole("tabpanel", { name });

  describe("Apply", () => {
    const slope = (): Locator => page().getByRole("textbox", { name: "negative_slope, as a number" });
    const apply = (): Locator => page().getByRole("region", { name: "Apply to the code" });

    before(async () => {
      await editor().clickWord("LeakyReLU");
      await editor().runCommand("Activation Lens: Open Lab for Function at Cursor");
      await slope().waitFor({ timeout: 90_000 });
    });

    it("shows before and after, and writes nothing by itself", async () => {
      await slope().fill("0.15");
      await apply().waitFor();
      assert.match(await apply().innerText(), /nn\.LeakyReLU\(0\.2\)\s*→\s*nn\.LeakyReLU\(0\.15\)/);
      assert.equal(await editor().savedText("model.py", /./), model);
    });

    it("writes at the call, which one undo takes back", async () => {
      await page().getByRole("button", { name: "Apply negative_slope=0.15 to model.py:3" }).click();
      const written = model.replace("0.2", "0.15");
      await editor().clickWord("third");
      assert.equal(await editor().savedText("model.py", /0\.15/), written);
      await editor().page.keyboard.press("Control+Z");
      assert.equal(await editor().savedText("model.py", /0\.2\)/), model);
    });

    it("refuses, in words, where the code has changed since", async () => {
      await editor().clickWord("LeakyReLU");
      await editor().runCommand("Activation Lens: Open Lab for Function at Cursor");
      await editor().clickWord("act = ");
      await editor().page.keyboard.press("End");
      await editor().page.keyboard.press("ArrowLeft");
      await editor().page.keyboard.type("5");
      await slope().fill("0.4");
      await apply().getByRole("button").click();
      await editor().page.locator(".notification-toast", { hasText: "changed nothing" }).waitFor();
      await editor().page.keyboard.press("Escape");
      const changed = model.replace("0.2", "0.25");
      assert.equal(await editor().savedText("model.py", /0\.25/), changed);
      await editor().clickWord("act = ");
      await editor().page.keyboard.press("Control+Z");
      await editor().savedText("model.py", /0\.2\)/);
    });
  });

  const seen = ({ read, tab }: Visit, wanted: (text: string) => boolean): Promise<string> =>
    eventually(async () => (await read(panel(tab))) ?? "", wanted);

  for (const visit of visits) {
    it(`${visit.tab}: opens by command and shows a change`, async () => {
      await editor().clickWord("LeakyReLU");
      await editor().runCommand(`Activation Lens: ${visit.command}`);
      await panel(visit.tab).waitFor({ timeout: 30_000 });
      await visit.change(panel(visit.tab));
      assert.match(await seen(visit, (text) => visit.expected.test(text)), visit.expected);
    });
  }

  it("takes a picture of the workspace through a feature map", async () => {
    writeFileSync(path.join(editor().workspace, "grey.png"), greyPicture());
    await editor().clickWord("LeakyReLU");
    await editor().runCommand("Activation Lens: Learn: Feature Map Through a Convolution");
    const view = panel("Learn: feature map");
    await view.getByRole("button", { name: "Open a Picture…" }).click();
    await editor().pickRow("grey.png");
    const named = await eventually(
      () => view.locator(".flow-how").first().innerText(),
      (text) => text === "grey.png",
    );
    assert.equal(named, "grey.png");
    assert.match(await view.locator(".flow-figures").first().innerText(), /25 × 40/);
  });

  it("trains in a worker, and rests when it is told to", async () => {
    await page().getByRole("tab", { name: "Learn: dying units" }).click();
    const [view, status] = [panel("Learn: dying units"), panel("Learn: dying units").locator(".verdict")];
    await view.getByRole("button", { name: "ReLU trains" }).click();
    await view.getByRole("button", { name: "Play" }).click();
    const trained = await eventually(
      () => status.innerText(),
      (text) => /^Step (\d+)/.test(text) && Number(/^Step (\d+)/.exec(text)![1]) >= 200,
    );
    assert.match(trained, /^Step [2-9]\d\d+: loss 0\.\d+, /);
    await view.getByRole("button", { name: "Pause" }).click();
    await view.getByRole("button", { name: "Play" }).waitFor();
  });

  it("finds all of them again after a reload, as they were", async () => {
    const before: string[] = [];
    for (const visit of visits) {
      await page().getByRole("tab", { name: visit.tab }).click();
      await page().getByRole("combobox", { name: "Function" }).first().selectOption({ label: "Leaky ReLU" });
      await visit.change(panel(visit.tab));
      await seen(visit, (text) => visit.expected.test(text));
    }
    // They share the function, which a later one has changed: what each shows is read once all are as they are to stay.
    for (const visit of visits) {
      await page().getByRole("tab", { name: visit.tab }).click();
      await editor().page.waitForTimeout(1000);
      before.push(await seen(visit, (text) => text !== ""));
    }
    // The page tells the window of its state when it rests; what is on the way is lost with a reload.
    await editor().page.waitForTimeout(4000);
    await editor().reloadWindow();
    await panel(visits.at(-1)!.tab).waitFor({ timeout: 60_000 });
    for (const [i, visit] of visits.entries()) {
      await page().getByRole("tab", { name: visit.tab }).click();
      assert.equal(await seen(visit, (text) => text === before[i]), before[i], visit.tab);
    }
  });
});
