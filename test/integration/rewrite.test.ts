import assert from "node:assert/strict";
import * as vscode from "vscode";
import { acceptEach, extensionId } from "./editor.ts";

const code = "import tensorflow as tf\n\ny = tf.nn.leaky_relu(x)\n";

async function openAtUse(): Promise<vscode.TextDocument> {
  await vscode.extensions.getExtension(extensionId)?.activate();
  const document = await vscode.workspace.openTextDocument({ content: code, language: "python" });
  const editor = await vscode.window.showTextDocument(document);
  const at = document.positionAt(code.indexOf("leaky_relu") + 2);
  editor.selection = new vscode.Selection(at, at);
  return document;
}

describe("rewriting", () => {
  it("ports to another framework in one undo step", async () => {
    const document = await openAtUse();
    await acceptEach(vscode.commands.executeCommand("activationLens.portActivation"));
    assert.equal(
      document.getText(),
      "import tensorflow as tf\nimport torch.nn.functional as F\n\ny = F.leaky_relu(x, 0.2)\n",
    );
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), code);
  });

  it("is offered among the refactorings where a function is", async () => {
    const document = await openAtUse();
    const titlesAt = async (text: string) => {
      const at = document.positionAt(code.indexOf(text) + 1);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        new vscode.Range(at, at),
        vscode.CodeActionKind.RefactorRewrite.value,
      );
      return actions.map(({ title }) => title).filter((title) => /Activation…|Framework…/.test(title));
    };
    assert.deepEqual(await titlesAt("leaky_relu"), ["Replace Activation…", "Port to Another Framework…"]);
    assert.deepEqual(await titlesAt("import"), []);
  });
});
