import assert from "node:assert/strict";
import * as vscode from "vscode";
import { hoverText, openDocument } from "./editor.ts";

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
});

describe("the test host", () => {
  it("shows the workspace made for it", () => {
    assert.equal(vscode.workspace.workspaceFolders?.length, 1);
  });
});
