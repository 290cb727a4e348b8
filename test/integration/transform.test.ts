import assert from "node:assert/strict";
import * as vscode from "vscode";
import { acceptEach, extensionId } from "./editor.ts";

const worked = "[-2.0, 0.5, -0.3, 1.2]";

describe("transform selection", () => {
  it("replaces every selection's numbers in one undo step", async () => {
    await vscode.extensions.getExtension(extensionId)?.activate();
    const content = `${worked}\nbetween -1\n${worked}\n`;
    const document = await vscode.workspace.openTextDocument({ content, language: "plaintext" });
    const editor = await vscode.window.showTextDocument(document);
    editor.selections = [0, 2].map((line) => new vscode.Selection(line, 0, line, worked.length));
    await acceptEach(vscode.commands.executeCommand("activationLens.transformSelection"));
    assert.equal(document.getText(), "[0, 0.5, 0, 1.2]\nbetween -1\n[0, 0.5, 0, 1.2]\n");
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), content);
  });
});
