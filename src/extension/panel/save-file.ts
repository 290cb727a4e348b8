/** Saves what the page made where the person says, by VS Code's own dialog: on this machine, remotely or in the browser. */
import type * as vscodeApi from "vscode";
import type { ExportedFile } from "../../webview/protocol.ts";
import { l10n } from "../l10n.ts";
import { fileBytes, fileKinds, fileName } from "./exported-file.ts";

/** What it needs of the editor. */
export type SavingEditor = Pick<typeof vscodeApi, "Uri"> & {
  readonly window: Pick<typeof vscodeApi.window, "showSaveDialog">;
  readonly workspace: {
    readonly workspaceFolders: readonly { readonly uri: vscodeApi.Uri }[] | undefined;
    readonly fs: Pick<vscodeApi.FileSystem, "writeFile">;
  };
};

/**
 * @returns where it was written; undefined where the person thought better of it
 * @throws Error with a reason for a person where nothing was written
 */
export async function saveFile(editor: SavingEditor, file: ExportedFile): Promise<vscodeApi.Uri | undefined> {
  const bytes = fileBytes(file);
  const { extension, title } = fileKinds[file.format];
  const kind = title();
  const folder = editor.workspace.workspaceFolders?.[0]?.uri;
  const chosen = await editor.window.showSaveDialog({
    title: l10n.t("Save as {0}", kind),
    filters: { [kind]: [extension] },
    // Without a folder the dialog has its own: a name alone cannot be proposed.
    ...(folder && { defaultUri: editor.Uri.joinPath(folder, fileName(file)) }),
  });
  if (!chosen) return undefined;
  await editor.workspace.fs.writeFile(chosen, bytes);
  return chosen;
}
