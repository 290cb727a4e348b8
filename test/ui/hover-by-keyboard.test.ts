/** Hovers for those who use the keyboard or a screen reader. */
import assert from "node:assert/strict";
import { eventually } from "./eventually.ts";
import { suiteEditor } from "./suite-editor.ts";

const model = `import torch.nn as nn

act = nn.LeakyReLU(0.2)
`;

describe("a hover by keyboard", () => {
  const editor = suiteEditor({ files: { "model.py": model } }, async (opened) => {
    await opened.openFile("model.py");
    await opened.clickWord("LeakyReLU");
  });
  const hover = () => editor().page.locator(".monaco-hover:visible .monaco-hover-content").first();

  it("has every fact of its picture in Accessible View", async () => {
    // The extension may still be starting when the first hover is asked for.
    const isShown = await eventually(
      async () => {
        await editor().page.keyboard.press("Control+K");
        await editor().page.keyboard.press("Control+I");
        return hover()
          .filter({ hasText: "Leaky ReLU" })
          .waitFor({ timeout: 5000 })
          .then(
            () => true,
            () => false,
          );
      },
      (shown) => shown,
    );
    assert.ok(isShown);
    // A second time puts the keyboard into it: Accessible View is about what has the keyboard.
    await editor().page.keyboard.press("Control+K");
    await editor().page.keyboard.press("Control+I");
    await editor().page.locator(".monaco-hover:focus-within").waitFor();
    const view = editor().page.locator(".accessible-view .view-lines");
    const text = await eventually(
      async () => {
        if (!(await view.isVisible())) await editor().page.keyboard.press("Alt+Shift+F2");
        const shown = await view.innerText({ timeout: 5000 }).catch(() => "");
        return shown.replaceAll("\u00a0", " ");
      },
      (shown) => shown.includes("Leaky ReLU"),
    );
    const facts = [
      "negative_slope=0.2",
      "0.2*x",
      "f(-2)=-0.4",
      "f(2)=2",
      "0.2 left of 0, 1 right",
      "keras.layers 0.3",
    ];
    for (const fact of facts) assert.ok(text.includes(fact), `${fact} is not in: ${text}`);
    await editor().page.keyboard.press("Escape");
  });

  it("shows its details on request, and scrolls", async () => {
    await editor().hideHover();
    const short = await editor().hoverWord("LeakyReLU");
    await short.getByRole("link", { name: "Details" }).click();
    const text = await eventually(
      () => hover().innerText(),
      (shown) => shown.includes("zero-centred"),
    );
    assert.match(text, /Maas/);
    const formula = hover().locator('img[alt^="f(x)"]');
    assert.ok(
      await formula.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth > 0)),
    );
    const top = () => hover().locator("img").first().boundingBox();
    const before = (await top())!.y;
    await editor().page.keyboard.press("PageDown");
    const after = await eventually(top, (box) => box !== null && box.y < before);
    assert.ok(after!.y < before, "the hover has the keyboard and scrolls");
  });
});
