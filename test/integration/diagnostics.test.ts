import assert from "node:assert/strict";
import * as vscode from "vscode";
import { extensionId } from "./editor.ts";

const code = "import torch.nn as nn\n\nact = nn.Softmax()\n";
const rule = "softmax-missing-dim";
const deadlineMs = 40_000;

async function open(content: string): Promise<vscode.TextDocument> {
  await vscode.extensions.getExtension(extensionId)?.activate();
  const document = await vscode.workspace.openTextDocument({ content, language: "python" });
  await vscode.window.showTextDocument(document);
  return document;
}

function ours({ uri }: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "Activation Lens");
}

/** Waits until so many findings are shown: they come when typing rests. */
async function shown(document: vscode.TextDocument, count: number): Promise<vscode.Diagnostic[]> {
  const deadline = Date.now() + deadlineMs;
  while (ours(document).length !== count && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const diagnostics = ours(document);
  assert.equal(diagnostics.length, count);
  return diagnostics;
}

async function actionsAt(
  document: vscode.TextDocument,
  { range }: vscode.Diagnostic,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
}

function replace(document: vscode.TextDocument, before: string, after: string): Thenable<boolean> {
  const at = document.getText().indexOf(before);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + before.length));
  edit.replace(document.uri, range, after);
  return vscode.workspace.applyEdit(edit);
}

describe("diagnostics", () => {
  it("cover the guilty token and go as the code is mended", async () => {
    const document = await open(code);
    const [diagnostic] = await shown(document, 1);
    assert.equal(document.getText(diagnostic!.range), "Softmax");
    assert.equal(diagnostic!.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal((diagnostic!.code as { value: string }).value, rule);
    await replace(document, "Softmax()", "Softmax(dim=1)");
    await shown(document, 0);
  });

  it("offer fixes that repair in one undo step, the preferred one marked", async () => {
    const document = await open(code);
    const [diagnostic] = await shown(document, 1);
    const actions = await actionsAt(document, diagnostic!);
    const fix = actions.find(({ isPreferred }) => isPreferred);
    assert.equal(fix?.title, "Add dim=-1 (the last axis)");
    assert.ok(actions.some(({ title }) => title === "Show why in the lab"));
    await vscode.workspace.applyEdit(fix.edit!);
    assert.equal(document.getText(), code.replace("()", "(dim=-1)"));
    await shown(document, 0);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), code);
    await shown(document, 1);
  });

  it("are silenced on a line, and turned off in the workspace", async () => {
    const document = await open(code);
    const [diagnostic] = await shown(document, 1);
    const actions = await actionsAt(document, diagnostic!);
    const ignore = actions.find(({ title }) => title.startsWith("Ignore "));
    await vscode.workspace.applyEdit(ignore!.edit!);
    assert.ok(document.getText().includes(`nn.Softmax()  # activation-lens: ignore[${rule}]`));
    await shown(document, 0);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("undo");
    await shown(document, 1);
    const settings = () => vscode.workspace.getConfiguration("activationLens");
    try {
      await vscode.commands.executeCommand("activationLens.turnRuleOff", rule);
      await shown(document, 0);
      assert.deepEqual(settings().get("rules"), { [rule]: "off" });
    } finally {
      await settings().update("rules", undefined, vscode.ConfigurationTarget.Workspace);
    }
    await shown(document, 1);
  });

  it("explain their rule on a page", async () => {
    await vscode.extensions.getExtension(extensionId)?.activate();
    const uri = vscode.Uri.from({ scheme: "activation-lens-rule", path: `/${rule}.md` });
    await vscode.commands.executeCommand("activationLens.explainRule", rule);
    assert.match((await vscode.workspace.openTextDocument(uri)).getText(), /^# softmax-missing-dim\n/);
  });
});
