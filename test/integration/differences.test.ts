import assert from "node:assert/strict";
import * as vscode from "vscode";
import { openDocument } from "./editor.ts";

describe("explain differences", () => {
  it("opens a page on the function at the cursor", async () => {
    const document = await openDocument("model.py");
    const at = document.positionAt(document.getText().indexOf("gelu") + 1);
    vscode.window.activeTextEditor!.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand("activationLens.explainDifferences");
    const uri = vscode.Uri.from({
      scheme: "activation-lens-differences",
      path: "/GELU.md",
      query: "function=gelu",
    });
    const page = await vscode.workspace.openTextDocument(uri);
    assert.match(page.getText(), /# GELU across frameworks[^]*jax\.nn\.gelu/);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });
});
