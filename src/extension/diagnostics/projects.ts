/** What pyproject.toml says about the rules around a file: the nearest in its workspace folder that says something. */
import * as vscode from "vscode";
import { type Configuration, configurationIn } from "../../engine/advise/configuration.ts";
import type { Project } from "./wanted.ts";

interface Found {
  readonly folder: vscode.Uri;
  readonly configuration: Configuration;
}

export class Projects implements vscode.Disposable {
  readonly #known = new Map<string, Promise<Found | undefined>>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #owned: vscode.Disposable;
  readonly #log: vscode.LogOutputChannel;
  /** Some pyproject.toml says something else now. */
  readonly onChanged = this.#changed.event;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
    const watcher = vscode.workspace.createFileSystemWatcher("**/pyproject.toml");
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
    );
  }

  async around(file: vscode.Uri): Promise<Project | undefined> {
    const workspace = vscode.workspace.getWorkspaceFolder(file);
    const found = workspace && (await this.#in(parentOf(file), workspace.uri));
    return found && { configuration: found.configuration, path: pathFrom(found.folder, file) };
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #in(folder: vscode.Uri, top: vscode.Uri): Promise<Found | undefined> {
    const key = folder.toString();
    let found = this.#known.get(key);
    if (!found) this.#known.set(key, (found = this.#read(folder, top)));
    return found;
  }

  async #read(folder: vscode.Uri, top: vscode.Uri): Promise<Found | undefined> {
    const file = vscode.Uri.joinPath(folder, "pyproject.toml");
    const configuration = configurationIn(await textOf(file));
    for (const problem of configuration?.problems ?? []) this.#log.warn(`${file.fsPath}: ${problem}`);
    if (configuration) return { folder, configuration };
    return folder.path.length > top.path.length ? this.#in(parentOf(folder), top) : undefined;
  }
}

/** Empty where there is none that can be read: it says nothing. */
async function textOf(file: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return "";
  }
}

function parentOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, "..");
}

function pathFrom(folder: vscode.Uri, file: vscode.Uri): string {
  return file.path.slice(folder.path.length).replace(/^\//, "");
}
