/** Python modules of the workspace as files import them: open documents as they stand in the editor, others as they are saved. */
import * as vscode from "vscode";
import type { Modules } from "../../engine/detect/exports.ts";
import { KnownModules, parentOf } from "./known-modules.ts";

/** How long, in milliseconds, an answer waits for files of the project; what comes later serves the next. */
const patience = 1000;

/** Imports of imports that are followed. */
const deepest = 4;

/** No module that a person wrote is longer, in bytes. */
const longest = 2_000_000;

export class ProjectModules implements vscode.Disposable {
  /** By the address of the folder that imports are followed in. */
  readonly #known = new Map<string, KnownModules>();
  readonly #owned: vscode.Disposable;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher("**/*.py");
    const within = (uri: vscode.Uri) =>
      [...this.#known].flatMap(([top, known]) => (uri.toString().startsWith(top) ? [known] : []));
    const changed = (uri: vscode.Uri) => {
      for (const known of within(uri)) known.changed(uri.path);
    };
    const listed = (uri: vscode.Uri) => {
      for (const known of within(uri)) known.listed(uri.path);
    };
    this.#owned = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(changed),
      watcher.onDidCreate(listed),
      watcher.onDidDelete(listed),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        changed(document.uri);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#known.clear();
      }),
    );
  }

  /**
   * Has something made by what imports in a file lead to, and made again as long as reading their files says more.
   * @param make is given nothing where the file lies nowhere
   */
  async with<T>(file: vscode.Uri, make: (modules?: Modules) => T): Promise<T> {
    const known = this.#around(file);
    if (!known) return make();
    const folder = parentOf(file.path);
    const end = Date.now() + patience;
    await inTime(known.prepare(folder), end);
    let made = make(known.from(folder));
    for (let round = 0; round < deepest && (await inTime(known.read(), end)); round++)
      made = make(known.from(folder));
    return made;
  }

  dispose(): void {
    this.#owned.dispose();
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

/** @param end a time @returns undefined where it comes first */
async function inTime<T>(answer: Promise<T>, end: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, end - Date.now()), undefined);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
