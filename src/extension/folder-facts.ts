/** What certain files say of everything in their folders: read once for each folder, and anew when one of them changes. */
import * as vscode from "vscode";

/** @param above what is said around the folder; asked only where it matters */
export type ReadFolder<T> = (folder: vscode.Uri, above: () => Promise<T>) => Promise<T>;

export class FolderFacts<T> implements vscode.Disposable {
  readonly #nothing: T;
  readonly #read: ReadFolder<T>;
  /** By the address of a folder. */
  readonly #known = new Map<string, Promise<T>>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #owned: vscode.Disposable;

  /** Some of the files is another than before. */
  readonly onDidChange = this.#changed.event;

  /** @param names of the files @param nothing what holds where none says anything, or what there is cannot be read */
  constructor(names: readonly string[], nothing: T, read: ReadFolder<T>) {
    this.#nothing = nothing;
    this.#read = read;
    const watcher = vscode.workspace.createFileSystemWatcher(`**/{${names.join(",")}}`);
    const forget = () => {
      this.#known.clear();
      this.#changed.fire();
    };
    this.#owned = vscode.Disposable.from(
      this.#changed,
      watcher,
      watcher.onDidChange(forget),
      watcher.onDidCreate(forget),
      watcher.onDidDelete(forget),
      vscode.workspace.onDidChangeWorkspaceFolders(forget),
    );
  }

  /** What holds for a file: said in its folder, or above it up to the folder of the workspace that it lies in. */
  of(file: vscode.Uri): Promise<T> {
    return this.#in(parentOf(file), vscode.workspace.getWorkspaceFolder(file)?.uri);
  }

  dispose(): void {
    this.#owned.dispose();
  }

  /** @param top of the workspace; undefined: nothing above the folder counts */
  #in(folder: vscode.Uri, top: vscode.Uri | undefined): Promise<T> {
    const key = folder.toString();
    let facts = this.#known.get(key);
    if (!facts) {
      const isTop = !top || folder.path.length <= top.path.length;
      const above = () => (isTop ? Promise.resolve(this.#nothing) : this.#in(parentOf(folder), top));
      // A document that was never saved lies nowhere.
      facts = this.#read(folder, above).catch(() => this.#nothing);
      this.#known.set(key, facts);
    }
    return facts;
  }
}

function parentOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, "..");
}
