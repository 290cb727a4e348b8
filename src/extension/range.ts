/** Offsets of the engine ↔ positions of the editor: here and nowhere else. */
import * as vscode from "vscode";
import type { Range } from "../engine/range.ts";

export function toEditorRange(document: vscode.TextDocument, { start, end }: Range): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
