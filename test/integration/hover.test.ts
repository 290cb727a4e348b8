import assert from "node:assert/strict";
import * as vscode from "vscode";
import { hoverSays, hoverText, openDocument } from "./editor.ts";

describe("hover", () => {
  it("answers on nn.LeakyReLU(0.2) with this call's slope", async () => {
    const document = await openDocument("model.py");
    assert.match(await hoverText(document, "LeakyReLU"), /Leaky ReLU[^]*0\.2/);
  });

  it("says nothing on a layer that is no activation", async () => {
    const document = await openDocument("model.py");
    assert.equal(await hoverText(document, "Linear"), "");
  });

  it("says nothing in a comment", async () => {
    const document = await openDocument("model.py");
    assert.equal(await hoverText(document, "LeakyReLU in a comment"), "");
  });

  it("follows an import into the project, as the file stands in the editor", async () => {
    const document = await openDocument("project/net.py");
    await hoverSays(document, "Act(0.25)", /Leaky ReLU[^]*0\.25/);
    const layers = await openDocument("project/parts/layers.py");
    const start = layers.getText().indexOf("LeakyReLU");
    const edit = new vscode.WorkspaceEdit();
    const range = new vscode.Range(layers.positionAt(start), layers.positionAt(start + "LeakyReLU".length));
    edit.replace(layers.uri, range, "ELU");
    await vscode.workspace.applyEdit(edit);
    await hoverSays(document, "Act(0.25)", /ELU[^]*0\.25/);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  it("knows in C++ what a header of the project keeps, as it stands in the editor", async () => {
    const document = await openDocument("project/net.cpp");
    await hoverSays(document, "act->forward", /Leaky ReLU[^]*0\.35/);
    const header = await openDocument("project/include/net.h");
    const start = header.getText().indexOf("0.35");
    const edit = new vscode.WorkspaceEdit();
    const range = new vscode.Range(header.positionAt(start), header.positionAt(start + "0.35".length));
    edit.replace(header.uri, range, "0.45");
    await vscode.workspace.applyEdit(edit);
    await hoverSays(document, "act->forward", /Leaky ReLU[^]*0\.45/);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });
});

describe("the test host", () => {
  it("shows the workspace made for it", () => {
    assert.equal(vscode.workspace.workspaceFolders?.length, 1);
  });
});
