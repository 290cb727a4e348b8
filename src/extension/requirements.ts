/** The versions of frameworks that the project around a document asks for, read through the editor's file systems. */
import * as vscode from "vscode";
import {
  type Versions,
  nearest,
  newestVersions,
  requirementFiles,
  versionsIn,
} from "../engine/frameworks/versions.ts";

/** Folders above a document that are looked into, where it lies in no folder of the workspace. */
const mostLoose = 1;

export class Requirements implements vscode.Disposable {
  /** By the address of a folder. */
  readonly #known = new Map<string, Promise<Versions>>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;

  /** Some requirement file is another than before. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/{${requirementFiles.join(",")}}`);
    const forget = () => {
      this.#known.clear();
      this.#changed.fire();
    };
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      watcher,
      watcher.onDidChange(forget),
      watcher.onDidCreate(forget),
      watcher.onDidDelete(forget),
      vscode.workspace.onDidChangeWorkspaceFolders(forget),
    );
  }

  /** What the requirement files beside a file say, and the nearest above it up to the workspace folder's. */
  of(uri: vscode.Uri): Promise<Versions> {
    const root = vscode.workspace.getWorkspaceFolder(uri)?.uri;
    return this.#in(vscode.Uri.joinPath(uri, ".."), root, 0);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #in(folder: vscode.Uri, root: vscode.Uri | undefined, depth: number): Promise<Versions> {
    const key = folder.toString();
    let versions = this.#known.get(key);
    // A document that was never saved lies nowhere; what cannot be read says nothing.
    if (!versions) {
      versions = this.#read(folder, root, depth).catch(() => newestVersions);
      this.#known.set(key, versions);
    }
    return versions;
  }

  async #read(folder: vscode.Uri, root: vscode.Uri | undefined, depth: number): Promise<Versions> {
    const above = vscode.Uri.joinPath(folder, "..");
    const isTop = root
      ? folder.path.length <= root.path.length || above.path === folder.path
      : depth + 1 >= mostLoose;
    const around = isTop ? newestVersions : this.#in(above, root, depth + 1);
    const names = new Set((await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name));
    const decoder = new TextDecoder();
    const texts = await Promise.all(
      requirementFiles
        .filter((name) => names.has(name))
        .map(async (name) =>
          decoder.decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name))),
        ),
    );
    return nearest(versionsIn(texts), await around);
  }
}
