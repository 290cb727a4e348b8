/**
 * Runs inside VS Code's extension host, beside the built extension and an empty one: starts both, then asks VS Code for
 * hovers as any extension may. The way to the window and back is part of what it sees, so an answer that takes no time is
 * measured, too.
 */
import { readFileSync, writeFileSync } from "node:fs";
import * as vscode from "vscode";
import { inTurns, type Time, timed } from "../measure.ts";
import type { Line } from "../define.ts";

export interface HostOrders {
  readonly resultFile: string;
  readonly offsets: readonly number[];
  /** Of the extension and the empty one; which is started first takes turns. */
  readonly ids: readonly string[];
}

export interface HostResult {
  readonly vscode: string;
  /** In the order of `ids`. */
  readonly activations: readonly Time[];
  readonly first: Time;
  readonly lines: readonly Line[];
}

async function measured({ offsets, ids }: HostOrders): Promise<HostResult> {
  const activations: Time[] = [];
  for (const id of ids) {
    const extension = vscode.extensions.getExtension(id);
    if (!extension || extension.isActive) throw new Error(`${id} is not there, or active already`);
    activations.push(await timed({ run: () => extension.activate() }));
  }
  vscode.languages.registerHoverProvider({ language: "plaintext" }, { provideHover: () => undefined });
  const [model, plain] = await Promise.all([opened("model.py"), opened("plain.txt")]);
  const at = (round: number) => model.positionAt(offsets[(round * 37) % offsets.length]!);
  const first = await timed({ run: () => answer(model, at(0)) });
  let edits = 0;
  const lines = await inTurns(
    [
      { name: "a provider that answers at once", run: () => hovers(plain, new vscode.Position(0, 0)) },
      { name: "warm", run: (round) => answer(model, at(round)) },
      {
        name: "after a one-character edit",
        prepare: () => typeOne(model, edits++),
        run: (round) => answer(model, at(round)),
      },
    ],
    { rounds: 60, warmUp: 20 },
  );
  return { vscode: vscode.version, activations, first, lines };
}

async function opened(name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("no folder is open");
  return vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
}

async function hovers(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover[]> {
  return vscode.commands.executeCommand("vscode.executeHoverProvider", document.uri, position);
}

async function answer(document: vscode.TextDocument, position: vscode.Position): Promise<void> {
  const found = await hovers(document, position);
  if (found.length === 0) throw new Error(`no hover at ${position.line + 1}:${position.character}`);
}

/** A space at the end of the file's last line, and away again: what is hovered keeps its place. */
async function typeOne(document: vscode.TextDocument, count: number): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const end = document.positionAt(document.getText().length);
  if (count % 2 === 0) edit.insert(document.uri, end, " ");
  else edit.delete(document.uri, new vscode.Range(end.translate(0, -1), end));
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error("VS Code made no edit");
}

/** VS Code calls it. */
export async function run(): Promise<void> {
  const orders = JSON.parse(readFileSync(process.env["BENCH_ORDERS"] ?? "", "utf8")) as HostOrders;
  writeFileSync(orders.resultFile, JSON.stringify(await measured(orders)));
}
