// What the specs ask of the editor.
import assert from "node:assert/strict";
import * as vscode from "vscode";

export const extensionId = "activation-lens.activation-lens";

/** A file of the workspace. */
function fileUri(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error("no folder is open");
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of the workspace in an editor. */
export async function openDocument(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(fileUri(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Opens a notebook of the workspace; gives its cells' documents. */
export async function openNotebook(name: string): Promise<vscode.TextDocument[]> {
  const notebook = await vscode.workspace.openNotebookDocument(fileUri(name));
  await vscode.window.showNotebookDocument(notebook);
  return notebook.getCells().map(({ document }) => document);
}

/** All that hovers say where `text` first stands in a document; empty where they say nothing. */
export async function hoverText(document: vscode.TextDocument, text: string): Promise<string> {
  await vscode.extensions.getExtension(extensionId)?.activate();
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`${text} is not in ${document.uri.path}`);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    document.positionAt(offset + 1),
  );
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ""))
    .join("\n");
}

/** Hovers until one says this: what comes late of a project's other files serves the next hover. */
export async function hoverSays(document: vscode.TextDocument, text: string, pattern: RegExp): Promise<void> {
  const end = Date.now() + 20_000;
  let said = await hoverText(document, text);
  while (!pattern.test(said) && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    said = await hoverText(document, text);
  }
  assert.match(said, pattern);
}

/** Answers the questions of a command with the first entry, as Enter would, until it has no more. */
export async function acceptEach(command: Thenable<unknown>): Promise<void> {
  const done = Promise.resolve(command).then(() => true);
  const pause = () => new Promise<boolean>((resolve) => setTimeout(resolve, 100, false));
  while (!(await Promise.race([done, pause()]))) {
    await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
  }
}
