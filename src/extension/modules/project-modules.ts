/** Files of the workspace as others import or include them: open documents as they stand in the editor, others as they are saved. */
import * as vscode from "vscode";
import type { Modules } from "../../engine/detect/exports.ts";
import { languages } from "../../engine/languages/index.ts";
import { parentOf } from "../../engine/detect/module-search.ts";
import { KnownModules, type Pace } from "./known-modules.ts";

/** How long, in milliseconds, an answer waits for files of the project; what comes later serves the next. */
const patience = 1000;

/** No module that a person wrote is longer, in bytes. */
const longest = 2_000_000;

/** Ends of the names of what may be imported or included. */
const followed = languages.flatMap(({ followsFiles, extensions }) => (followsFiles ? extensions : []));

export class ProjectModules implements vscode.Disposable {
  /** By the address of the folder that imports are followed in. */
  readonly #known = new Map<string, KnownModules>();
  readonly #changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  readonly #owned: vscode.Disposable;

  /** Files that what changed may matter to, as they import it or what imports it. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/*{${followed.join(",")}}`);
    const changed = (uri: vscode.Uri) => {
      this.#renew([uri], (known, [path]) => known.changed(path!));
    };
    const listed = (uri: vscode.Uri) => {
      this.listed([uri]);
    };
    this.#owned = vscode.Disposable.from(
      this.#changed,
      watcher,
      watcher.onDidChange(changed),
      watcher.onDidCreate(listed),
      watcher.onDidDelete(listed),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        changed(document.uri);
      }),
      // What was typed and not saved is gone with the document.
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        changed(uri);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#known.clear();
      }),
    );
  }

  /** Files were made or deleted. */
  listed(uris: readonly vscode.Uri[]): void {
    this.#renew(uris, (known, paths) => known.listed(paths));
  }

  /**
   * Has something made by what imports in a file lead to, and made again as long as reading their files says more.
   * @param make is given nothing where the file lies nowhere
   * @param waiting milliseconds at most that are waited for files
   * @param pace in whose slices modules are read; undefined: at once
   */
  async with<T>(
    file: vscode.Uri,
    make: (modules?: Modules) => T,
    waiting = patience,
    pace?: Pace,
  ): Promise<T> {
    const known = this.#around(file);
    return known ? known.with(file.path, make, waiting, pace) : make();
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #renew(
    uris: readonly vscode.Uri[],
    change: (known: KnownModules, paths: readonly string[]) => ReadonlySet<string>,
  ): void {
    for (const [top, known] of this.#known) {
      const own = uris.filter((uri) => uri.toString().startsWith(top));
      if (own.length === 0) continue;
      const files = change(
        known,
        own.map(({ path }) => path),
      );
      this.#changed.fire([...files].map((path) => own[0]!.with({ path })));
    }
  }

  #around(file: vscode.Uri): KnownModules | undefined {
    if (file.scheme === "untitled") return undefined;
    const top = vscode.workspace.getWorkspaceFolder(file)?.uri ?? file.with({ path: parentOf(file.path) });
    const key = top.toString();
    let known = this.#known.get(key);
    if (!known) {
      const list = async (path: string) =>
        (await vscode.workspace.fs.readDirectory(top.with({ path }))).map(([name]) => name);
      const read = (path: string) => textOf(top.with({ path }));
      this.#known.set(key, (known = new KnownModules(withoutEnd(top.path), { list, read })));
    }
    return known;
  }
}

async function textOf(file: vscode.Uri): Promise<string> {
  const key = file.toString();
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === key);
  if (open) return open.getText();
  const bytes = await vscode.workspace.fs.readFile(file);
  return bytes.length > longest ? "" : new TextDecoder().decode(bytes);
}

function withoutEnd(path: string): string {
  return path.length > 1 ? path.replace(/\/$/, "") : path;
}
