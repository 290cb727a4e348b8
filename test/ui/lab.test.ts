/** The lab in the installed extension: opened, used, reloaded, attacked. */
import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { eventually } from "./eventually.ts";
import { readPicture } from "./pictures.ts";
import { suiteEditor } from "./suite-editor.ts";

const model = `import torch.nn as nn

act = nn.LeakyReLU(0.2)
`;

describe("the lab", () => {
  const editor = suiteEditor({ files: { "model.py": model } }, async (opened) => {
    await opened.openFile("model.py");
    await opened.clickWord("LeakyReLU");
    await opened.runCommand("Activation Lens: Open Lab for Function at Cursor");
    await opened.webview().locator("canvas").waitFor({ timeout: 30_000 });
  });

  const canvas = (): Locator => editor().webview().locator("canvas").first();
  const chart = (): Locator => editor().webview().getByRole("application");
  const readOut = (): Locator => editor().webview().locator(".read-out");
  const slope = (): Locator => editor().webview().getByRole("slider", { name: "negative_slope" });
  const settled = (): Promise<string> => readPicture(canvas()).then(({ fingerprint }) => fingerprint);

  it("opens on the function at the cursor, with this call's parameter", async () => {
    await editor().tab("Leaky ReLU – Activation Lens").waitFor();
    assert.equal(await slope().inputValue(), "0.2");
    assert.ok((await readPicture(canvas())).colours > 8);
  });

  it("moves curve and read-out with a slider", async () => {
    await chart().focus();
    await editor().page.keyboard.press("Home");
    const textBefore = await eventually(
      () => readOut().innerText(),
      (text) => text.includes("-0.8"),
    );
    const before = await settled();
    await slope().focus();
    await editor().page.keyboard.press("ArrowRight");
    const textAfter = await eventually(
      () => readOut().innerText(),
      (text) => text !== textBefore,
    );
    assert.notEqual(textAfter, textBefore);
    assert.notEqual(await eventually(settled, (now) => now !== before), before);
  });

  it("moves by the mouse as well", async () => {
    const before = await slope().inputValue();
    const box = (await slope().boundingBox())!;
    await editor().page.mouse.click(box.x + box.width * 0.7, box.y + box.height / 2);
    assert.notEqual(
      await eventually(
        () => slope().inputValue(),
        (value) => value !== before,
      ),
      before,
    );
  });

  it("follows the theme while it is open", async () => {
    await editor().setTheme("light");
    await editor().webview().locator("body.vscode-light").waitFor();
    const before = await settled();
    await editor().setTheme("high-contrast");
    await editor().webview().locator("body.vscode-high-contrast").waitFor();
    assert.notEqual(await eventually(settled, (now) => now !== before), before);
  });

  it("comes back after a reload as it was", async () => {
    const [value, text] = [await slope().inputValue(), await readOut().innerText()];
    await editor().reloadWindow();
    await editor().tab("Leaky ReLU – Activation Lens").waitFor();
    assert.equal(
      await eventually(
        () => slope().inputValue(),
        (now) => now === value,
      ),
      value,
    );
    assert.equal(
      await eventually(
        () => readOut().innerText(),
        (now) => now === text,
      ),
      text,
    );
  });

  it("runs no script that is not its own and reaches no network", async () => {
    const outcome = await canvas().evaluate(async () => {
      const blocked: string[] = [];
      document.addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
      const script = document.createElement("script");
      script.textContent = "window.intruded = true";
      document.body.append(script);
      const answer = await fetch("https://example.com/").then(
        () => "reached",
        () => "refused",
      );
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { intruded: "intruded" in window, answer, blocked: blocked.sort() };
    });
    assert.deepEqual(outcome, {
      intruded: false,
      answer: "refused",
      blocked: ["connect-src", "script-src-elem"],
    });
  });
});
