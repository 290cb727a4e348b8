import assert from "node:assert/strict";
import * as vscode from "vscode";
import { acceptEach, openDocument } from "./editor.ts";

describe("what was analysed", () => {
  it("leads to the first use of the most used function", async () => {
    const document = await openDocument("model.py");
    await acceptEach(vscode.commands.executeCommand("activationLens.showAnalysed"));
    assert.equal(document.getText(vscode.window.activeTextEditor?.selection), "LeakyReLU");
  });
});
