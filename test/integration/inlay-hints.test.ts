import assert from "node:assert/strict";
import * as vscode from "vscode";
import { extensionId } from "./editor.ts";

async function hintsIn(content: string): Promise<string[]> {
  await vscode.extensions.getExtension(extensionId)?.activate();
  const document = await vscode.workspace.openTextDocument({ content, language: "python" });
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    "vscode.executeInlayHintProvider",
    document.uri,
    new vscode.Range(0, 0, document.lineCount, 0),
  );
  return hints.map(({ label }) =>
    typeof label === "string" ? label : label.map(({ value }) => value).join(""),
  );
}

describe("inlay hints", () => {
  const code = "import jax\ny = jax.nn.leaky_relu(x)\n";

  it("are not there unless they are asked for", async () => {
    assert.deepEqual(await hintsIn(code), []);
  });

  it("write the defaults a call takes", async () => {
    const settings = vscode.workspace.getConfiguration("activationLens");
    await settings.update("inlayHints.defaults", true, vscode.ConfigurationTarget.Global);
    try {
      assert.deepEqual(await hintsIn(code), [", negative_slope=0.01"]);
    } finally {
      await settings.update("inlayHints.defaults", undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
