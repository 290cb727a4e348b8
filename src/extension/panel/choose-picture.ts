/** Asks for a picture: one of the workspace's from a list, or any file by VS Code's own dialog. */
import type * as vscodeApi from "vscode";
import { mostPictureBytes } from "../../webview/protocol.ts";
import { l10n } from "../l10n.ts";

/** What it needs of the editor. */
export interface PictureEditor {
  readonly window: Pick<typeof vscodeApi.window, "showQuickPick" | "showOpenDialog">;
  readonly workspace: Pick<typeof vscodeApi.workspace, "findFiles" | "asRelativePath"> & {
    readonly fs: Pick<vscodeApi.FileSystem, "stat" | "readFile">;
  };
}

export interface ChosenPicture {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The kinds that a browser decodes and the page tells apart. */
const extensions = ["png", "jpg", "jpeg", "webp", "gif", "bmp"];
const mostListed = 1000;

/**
 * @returns undefined where the person thought better of it
 * @throws Error with a sentence for a person where the file cannot be had
 */
export async function choosePicture(editor: PictureEditor): Promise<ChosenPicture | undefined> {
  const chosen = await chooseFile(editor);
  if (!chosen) return undefined;
  const { fs } = editor.workspace;
  const name = chosen.path.split("/").at(-1) ?? "";
  const { size } = await fs.stat(chosen);
  if (size > mostPictureBytes) {
    const [given, most] = [inMegabytes(size), inMegabytes(mostPictureBytes)];
    throw new Error(
      l10n.t("{0} has {1} MB: at most {2} MB are read. Make the picture smaller first.", name, given, most),
    );
  }
  return { name, bytes: new Uint8Array(await fs.readFile(chosen)) };
}

function inMegabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}

async function chooseFile({ window, workspace }: PictureEditor): Promise<vscodeApi.Uri | undefined> {
  const title = l10n.t("Picture for the feature map");
  const found = await workspace.findFiles(`**/*.{${extensions.join()}}`, "**/node_modules/**", mostListed);
  const files = found
    .map((uri) => ({ label: workspace.asRelativePath(uri), uri }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const elsewhere = { label: `$(folder-opened) ${l10n.t("Another File…")}`, uri: undefined };
  const item = files.length === 0 ? elsewhere : await window.showQuickPick([...files, elsewhere], { title });
  if (item !== elsewhere) return item?.uri;
  const opened = await window.showOpenDialog({ title, filters: { [l10n.t("Pictures")]: extensions } });
  return opened?.[0];
}
