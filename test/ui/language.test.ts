/** The installed extension in an editor of another language: hover and lab speak it. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { suiteEditor } from "./suite-editor.ts";

const bundle = new URL("../../l10n/bundle.l10n.json", import.meta.url);
const english = JSON.parse(readFileSync(bundle, "utf8")) as Readonly<Record<string, string>>;
const translations = Object.fromEntries(Object.keys(english).map((text) => [text, `⟦${text}⟧`]));

const model = `import torch.nn as nn

act = nn.LeakyReLU(0.2)
`;

describe("an editor of another language", () => {
  const settings = { "activationLens.hover.detail": "full" };
  const editor = suiteEditor({ files: { "model.py": model }, settings, translations }, (opened) =>
    opened.openFile("model.py"),
  );

  it("has hovers in it, the engine's notes included", async () => {
    const hover = await editor().hoverWord("LeakyReLU");
    const text = (await hover.textContent()) ?? "";
    assert.match(text, /⟦negative_slope=0\.2 \(given; default 0\.01\)⟧/);
    assert.match(text, /⟦Defaults elsewhere: /);
    assert.match(text, /⟦Where many ReLU units are dead\.⟧/);
    await editor().hideHover();
  });

  it("has the lab in it, and again after a reload", async () => {
    await editor().clickWord("LeakyReLU");
    await editor().runCommand("Activation Lens: Open Lab for Function at Cursor");
    const lab = editor().webview();
    await lab.getByRole("tab", { name: "⟦Transform⟧" }).waitFor({ timeout: 60_000 });
    assert.equal(await lab.locator("html").getAttribute("lang"), "de");
    assert.match(await lab.locator(".notes").innerText(), /⟦Where many ReLU units are dead\.⟧/);
    await editor().reloadWindow();
    await lab.getByRole("tab", { name: "⟦Transform⟧" }).waitFor({ timeout: 60_000 });
  });
});
