/** Hovers of the installed extension, as they are on the screen. */
import assert from "node:assert/strict";
import { type Editor, type ThemeKind, themes } from "./driver.ts";
import { readPicture } from "./pictures.ts";
import { suiteEditor } from "./suite-editor.ts";

const model = `import torch.nn as nn

act = nn.LeakyReLU(0.2)
layer = nn.Linear(4, 4)
`;

describe("a hover", () => {
  const editor = suiteEditor({ files: { "model.py": model } }, (opened) => opened.openFile("model.py"));
  const curve = (hover: Awaited<ReturnType<Editor["hoverWord"]>>) => hover.locator('img[alt^="curve of"]');

  it("says what the function is here, in text", async () => {
    const text = await (await editor().hoverWord("LeakyReLU")).innerText();
    for (const part of ["Leaky ReLU", "torch.nn.LeakyReLU", "negative_slope=0.2 (given", "f(-2)=-0.4"]) {
      assert.ok(text.includes(part), `${part} is not in: ${text}`);
    }
  });

  const seen = new Set<string>();
  for (const kind of Object.keys(themes) as ThemeKind[]) {
    it(`draws its curve for a ${kind} theme`, async () => {
      await editor().setTheme(kind);
      const picture = await readPicture(curve(await editor().hoverWord("LeakyReLU")));
      assert.ok(picture.width > 100 && picture.height > 40, JSON.stringify(picture));
      assert.ok(picture.colours > 8, `${picture.colours} colours: it looks blank`);
      seen.add(picture.fingerprint);
    });
  }

  it("drew each theme's curve in its own colours", () => {
    assert.equal(seen.size, Object.keys(themes).length);
  });

  it("opens the lab by its link and leaves the focus in the code", async () => {
    const hover = await editor().hoverWord("LeakyReLU");
    await hover.getByRole("link", { name: "Lab" }).click();
    await editor().tab("Leaky ReLU – Activation Lens").waitFor();
    await editor().webview().getByRole("tab", { name: "Function", selected: true }).waitFor();
    assert.equal(
      await editor().page.evaluate(() => Boolean(document.activeElement?.closest(".monaco-editor"))),
      true,
    );
  });
});
