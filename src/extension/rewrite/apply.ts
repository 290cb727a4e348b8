/** Puts a rewriting into its document: one undoable edit, and only into the text it was made for. */
import type * as vscodeApi from "vscode";
import type { Rewriting } from "../../engine/rewrite/define.ts";
import type { FoundUse } from "../documents.ts";
import { l10n } from "../l10n.ts";

export async function applyRewriting(
  { Range, WorkspaceEdit, workspace, window }: typeof vscodeApi,
  { document, version }: FoundUse,
  { edits }: Rewriting,
): Promise<boolean> {
  const edit = new WorkspaceEdit();
  for (const { range, text } of edits) {
    const place = new Range(document.positionAt(range.start), document.positionAt(range.end));
    edit.replace(document.uri, place, text);
  }
  const isApplied = document.version === version && (await workspace.applyEdit(edit));
  if (!isApplied) {
    void window.showWarningMessage(
      l10n.t("Activation Lens: nothing was changed, because the text changed while you chose. Try again."),
    );
  }
  return isApplied;
}
