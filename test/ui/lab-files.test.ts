/** What leaves the lab in the installed extension and comes back: saved files, links, and the modes that commands switch. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { FrameLocator, Locator } from "playwright-core";
import { eventually } from "./eventually.ts";
import { suiteEditor } from "./suite-editor.ts";

const model = `import torch.nn as nn

act = nn.LeakyReLU(0.2)
other = nn.GELU()
`;

describe("what leaves the lab", () => {
  const editor = suiteEditor({ files: { "model.py": model } }, async (opened) => {
    await opened.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await opened.openFile("model.py");
    await opened.clickWord("LeakyReLU");
    await opened.runCommand("Activation Lens: Open Lab for Function at Cursor");
    await opened.webview().locator("canvas").waitFor({ timeout: 30_000 });
  });
  const lab = (): FrameLocator => editor().webview();
  const formula = (): Locator => lab().locator(".formula-text").first();

  describe("saves what is seen where the dialog says", () => {
    const save = async (item: string, extension: string): Promise<Buffer> => {
      await lab().getByRole("button", { name: "Export Leaky ReLU: f, f′" }).click();
      await lab().getByRole("menuitem", { name: item }).click();
      const proposed = await eventually(
        () => editor().quickInput().inputValue(),
        (name) => name.endsWith(extension),
      );
      assert.match(proposed, new RegExp(`/leaky-relu-f-f\\.${extension}$`));
      const file = path.join(editor().workspace, `seen.${extension}`);
      await editor().quickInput().fill(file);
      await editor().page.keyboard.press("Enter");
      await lab().getByText(`Saved seen.${extension}`).waitFor();
      assert.ok(existsSync(file));
      return readFileSync(file);
    };

    it("as CSV, with the numbers of the curves", async () => {
      const [head, ...rows] = (await save("Numbers as CSV…", "csv")).toString("utf8").trimEnd().split("\r\n");
      assert.equal(head, "x,f,f′");
      assert.ok(rows.length > 50, `${rows.length} rows`);
      for (const row of rows) {
        const [x, value] = row.split(",").map(Number) as [number, number, number];
        assert.equal(value, x < 0 ? 0.2 * x : x);
      }
    });

    it("as SVG, with its name", async () => {
      const text = (await save("SVG picture…", "svg")).toString("utf8");
      assert.match(text, /^<svg [^>]*>\s*<title>Leaky ReLU: f, f′<\/title>/);
      assert.match(text, /<\/svg>\s*$/);
    });

    it("as PNG, twice as large as seen", async () => {
      const bytes = await save("PNG picture…", "png");
      assert.equal(bytes.subarray(0, 8).toString("latin1"), "\x89PNG\r\n\x1a\n");
      // @source PNG (W3C), 11.2.1: width after the lengths and the name of the first chunk
      const seen = await lab()
        .locator(".chart")
        .evaluate((node) => node.clientWidth);
      assert.equal(bytes.readUInt32BE(16), 2 * Math.max(360, seen));
    });

    it("as LaTeX that stands by itself", async () => {
      const text = (await save("LaTeX…", "tex")).toString("utf8");
      assert.match(text, /\\documentclass[\s\S]*\\addplot[\s\S]*coordinates[\s\S]*\\end\{document\}/);
    });

    it("and nothing where the dialog is left", async () => {
      await lab().getByRole("button", { name: "Export Leaky ReLU: f, f′" }).click();
      await lab().getByRole("menuitem", { name: "Numbers as CSV…" }).click();
      await editor().quickInput().waitFor();
      await editor().page.keyboard.press("Escape");
      await editor().quickInput().waitFor({ state: "hidden" });
      assert.ok(!existsSync(path.join(editor().workspace, "leaky-relu-f-f.csv")));
    });
  });

  describe("a link to what is seen", () => {
    const clipboard = (): Promise<string> => editor().page.evaluate(() => navigator.clipboard.readText());
    let link = "";

    it("is copied by the page's button and by the command, with the same text", async () => {
      await lab().getByRole("textbox", { name: "negative_slope, as a number" }).fill("0.15");
      await lab().getByRole("checkbox", { name: "Tangent" }).check();
      await eventually(
        () => formula().innerText(),
        (text) => text.includes("0.15"),
      );
      await lab().getByRole("button", { name: "Copy link to this view" }).click();
      await lab().getByText("Link copied").waitFor();
      link = await clipboard();
      assert.match(link, /^[\w-]+:\/\/activation-lens\.activation-lens\/lab\?[\w-]+$/);
      await editor().page.evaluate(() => navigator.clipboard.writeText(""));
      await editor().runCommand("Activation Lens: Copy Link to View");
      assert.equal(await eventually(clipboard, (text) => text !== ""), link);
    });

    it("opens the same view again when the editor is given it", async () => {
      await lab().getByRole("combobox", { name: "Function" }).selectOption({ label: "GELU" });
      await lab().getByRole("checkbox", { name: "Tangent" }).uncheck();
      await editor().tab("GELU – Activation Lens").waitFor();
      await editor().runCommand("Developer: Open URL");
      await editor().quickInput().fill(link);
      await editor().page.keyboard.press("Enter");
      // VS Code asks before it hands an address to an extension.
      await editor().page.locator(".monaco-dialog-box").getByRole("button", { name: "Open" }).click();
      await editor().tab("Leaky ReLU – Activation Lens").waitFor();
      const shown = await eventually(
        () => formula().innerText(),
        (text) => text.includes("0.15"),
      );
      assert.match(shown, /0\.15\*x/);
      assert.ok(await lab().getByRole("checkbox", { name: "Tangent" }).isChecked());
      assert.ok(!(await lab().locator(".source-link").isVisible()), "the code stays at home");
    });
  });

  describe("modes", () => {
    it("presents, and stops to, by the command", async () => {
      await editor().runCommand("Activation Lens: Toggle Presentation in the Lab");
      await lab().locator("main.presenting").waitFor();
      assert.ok(!(await lab().locator(".facts").isVisible()));
      await editor().runCommand("Activation Lens: Toggle Presentation in the Lab");
      await lab().locator("main:not(.presenting)").waitFor();
      assert.ok(await lab().locator(".facts").isVisible());
    });

    it("asks to predict f′, and shows it again, by the command", async () => {
      const shownBefore = await lab().locator(".read-out").innerText();
      assert.match(shownBefore, /f′\(x\)/);
      await editor().runCommand("Activation Lens: Toggle Prediction of f′ in the Lab");
      await lab().getByRole("button", { name: "Reveal f′" }).waitFor();
      assert.doesNotMatch(await lab().locator(".read-out").innerText(), /f′\(x\)/);
      await editor().runCommand("Activation Lens: Toggle Prediction of f′ in the Lab");
      await lab().getByRole("button", { name: "Reveal f′" }).waitFor({ state: "hidden" });
      assert.equal(await lab().locator(".read-out").innerText(), shownBefore);
    });
  });
});
