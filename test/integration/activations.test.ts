import assert from "node:assert/strict";
import * as vscode from "vscode";

const deadlineMs = 30_000;

describe("the Activations view", () => {
  it("leads from a file to a use in it", async function () {
    this.timeout(deadlineMs + 10_000);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.commands.executeCommand("activationLens.groupActivationsByFile");
    await vscode.commands.executeCommand("activationLens.scanActivations");
    const deadline = Date.now() + deadlineMs;
    // The tree comes when the scan has found something: try until its first use opens.
    while (shownUse() === undefined && Date.now() < deadline) {
      for (const step of ["list.focusFirst", "list.expand", "list.focusDown", "list.select"]) {
        await vscode.commands.executeCommand(`activationLens.activations.focus`);
        await vscode.commands.executeCommand(step);
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    }
    assert.match(shownUse() ?? "nothing was opened", /^\w+$/);
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? "", /\/model\.py$/);
  });

  it("ignores what is none of its nodes", async () => {
    for (const argument of [undefined, "relu", { kind: "use" }]) {
      await vscode.commands.executeCommand("activationLens.goToActivation", argument);
      await vscode.commands.executeCommand("activationLens.openLabFromView", argument);
    }
  });
});

/** The text that is selected in the editor. */
function shownUse(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection) : undefined;
}
