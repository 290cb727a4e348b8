/** Where in the code the lab was opened from: kept across a reload of the window, and gone back to. */
import * as vscode from "vscode";

/** It never comes from the page. */
export interface CodePlace {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
  /** On the function's name. */
  readonly at: vscode.Position;
  /** What stood in the range: where it reads otherwise now, the code has changed. */
  readonly text: string;
}

/** As the workspace's memory holds it, see `readPlace`. */
export function storedPlace({ uri, range, at, text }: CodePlace) {
  return { uri: uri.toString(), start: range.start, end: range.end, at, text };
}

export function readPlace(stored: unknown): CodePlace | undefined {
  const place = stored as
    { uri?: unknown; start?: unknown; end?: unknown; at?: unknown; text?: unknown } | undefined;
  const start = readPosition(place?.start);
  const end = readPosition(place?.end);
  const at = readPosition(place?.at);
  if (typeof place?.uri !== "string" || !start || !end || !at || typeof place.text !== "string")
    return undefined;
  return { uri: vscode.Uri.parse(place.uri), range: new vscode.Range(start, end), at, text: place.text };
}

function readPosition(stored: unknown): vscode.Position | undefined {
  const { line, character } = (stored ?? {}) as { line?: unknown; character?: unknown };
  if (!Number.isInteger(line) || !Number.isInteger(character)) return undefined;
  return new vscode.Position(Math.max(0, line as number), Math.max(0, character as number));
}

/** Shows the place with the code selected, or the cell of the notebook. */
export async function revealPlace(place: CodePlace): Promise<void> {
  const document = await vscode.workspace.openTextDocument(place.uri);
  const notebook = vscode.workspace.notebookDocuments.find((n) =>
    n.getCells().some((cell) => cell.document === document),
  );
  if (notebook) {
    const cell = notebook.getCells().find((c) => c.document === document);
    const index = cell?.index ?? 0;
    await vscode.window.showNotebookDocument(notebook, {
      selections: [new vscode.NotebookRange(index, index + 1)],
    });
    return;
  }
  const visible = vscode.window.visibleTextEditors.find((e) => e.document === document);
  await vscode.window.showTextDocument(document, {
    selection: place.range,
    viewColumn: visible?.viewColumn ?? vscode.ViewColumn.One,
  });
}
