/**
 * The Activations view: scans the workspace once it is looked at, then follows changes while it is.
 *
 * Files that are open are taken from the analysis all features share, others are read, and only their uses are kept.
 */
import * as vscode from "vscode";
import { isSource } from "../../engine/languages/files.ts";
import { languageOfEditor } from "../../engine/languages/index.ts";
import { countedFiles, grouped } from "../counts.ts";
import type { Documents } from "../documents.ts";
import { l10n } from "../l10n.ts";
import type { ProjectModules } from "../modules/project-modules.ts";
import type { Requirements } from "../requirements.ts";
import { activationsKeys, activationsView } from "../views/activations.ts";
import { workspaceFiles } from "./files.ts";
import { type FileUses, Inventory, type KnownUse, knownUses } from "./inventory.ts";
import type { SourceFile } from "./scan.ts";
import { realPace } from "./slices.ts";
import { sourceGlob } from "./glob.ts";
import {
  type Grouping,
  type TreeNode,
  childNodes,
  groupings,
  nodeDescription,
  nodeSpeech,
  rootNodes,
} from "./tree.ts";

/** What `main.ts` registers before this is loaded. */
export interface ActivationsHost {
  readonly view: vscode.TreeView<TreeNode>;
  /** Fired when the tree is another. */
  readonly changed: vscode.EventEmitter<undefined>;
}

const groupingKey = "activations.grouping";
/** While a scan runs, the tree is drawn anew no more often than this. */
const redrawMs = 700;
/** Changes are gathered for so long: switching a branch makes thousands. */
const gatherMs = 400;
/** How long a scan waits for the files that one file imports, in milliseconds. */
const importsMs = 60_000;

export class ActivationsView implements vscode.Disposable {
  readonly #host: ActivationsHost;
  readonly #documents: Documents;
  readonly #requirements: Requirements;
  readonly #modules: ProjectModules;
  readonly #memento: vscode.Memento;
  readonly #log: vscode.LogOutputChannel;
  readonly #inventory = new Inventory();
  readonly #subscriptions: vscode.Disposable[] = [];
  #grouping: Grouping;
  #isFollowing = false;
  /** Files that may have changed since they were read. */
  readonly #changed = new Set<string>();
  /** Whether files may have come or gone. */
  #isListStale = true;
  /** By address: what was found when the files were listed. */
  #listed: ReadonlyMap<string, SourceFile> = new Map();
  #running: vscode.CancellationTokenSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastDrawn = 0;
  /** Whether the tree on the screen is an old one. */
  #isOutdated = false;
  /** Stopped by hand: nothing is read until someone asks for it. */
  #isStopped = false;

  constructor(
    host: ActivationsHost,
    documents: Documents,
    requirements: Requirements,
    modules: ProjectModules,
    memento: vscode.Memento,
    log: vscode.LogOutputChannel,
  ) {
    this.#host = host;
    this.#documents = documents;
    this.#requirements = requirements;
    this.#modules = modules;
    this.#memento = memento;
    this.#log = log;
    const kept = memento.get(groupingKey);
    this.#grouping =
      (Object.keys(groupings) as Grouping[]).find((grouping) => grouping === kept) ?? "function";
    setContext(activationsKeys.grouping, this.#grouping);
    this.#subscriptions.push(
      host.view.onDidChangeVisibility(({ visible }) => {
        if (visible) this.#updateSoon();
      }),
    );
  }

  getChildren(node?: TreeNode): TreeNode[] {
    if (node) return childNodes(node);
    if (!this.#isFollowing) this.#follow();
    return rootNodes(this.#inventory.files(), this.#grouping);
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    const item =
      node.kind === "group"
        ? new vscode.TreeItem(node.label, vscode.TreeItemCollapsibleState.Collapsed)
        : new vscode.TreeItem(node.entry.use.text);
    item.id = node.id;
    item.description = nodeDescription(node, this.#grouping);
    item.accessibilityInformation = { label: nodeSpeech(node) };
    if (node.kind === "use") {
      item.contextValue = "use";
      item.tooltip = nodeSpeech(node);
      item.command = { command: "activationLens.goToActivation", title: l10n.t("Go to"), arguments: [node] };
    } else {
      item.contextValue = node.level;
      if (node.level === "file") {
        item.resourceUri = vscode.Uri.parse(node.entries[0]!.file.uri);
        item.iconPath = vscode.ThemeIcon.File;
      }
    }
    return item;
  }

  /** Reads everything again. */
  scanAgain(): void {
    this.#isStopped = false;
    this.#isListStale = true;
    for (const uri of this.#listed.keys()) this.#changed.add(uri);
    if (!this.#isFollowing) this.#follow();
    this.#updateSoon();
  }

  /** Ends the scan; what was found stays. */
  stop(): void {
    this.#running?.cancel();
  }

  async groupBy(grouping: Grouping): Promise<void> {
    this.#grouping = grouping;
    setContext(activationsKeys.grouping, grouping);
    this.#draw();
    await this.#memento.update(groupingKey, grouping);
  }

  /** The document that a use is in, opened, and where. */
  async locate({ file, use }: { readonly file: FileUses; readonly use: KnownUse }): Promise<{
    readonly document: vscode.TextDocument;
    readonly range: vscode.Range;
  }> {
    const uri = vscode.Uri.parse(file.uri);
    const document =
      use.cell === undefined
        ? await vscode.workspace.openTextDocument(uri)
        : (await vscode.workspace.openNotebookDocument(uri)).cellAt(use.cell).document;
    return { document, range: new vscode.Range(use.line, use.column, use.line, use.endColumn) };
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#running?.cancel();
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  /** From the first look on. */
  #follow(): void {
    this.#isFollowing = true;
    const watcher = vscode.workspace.createFileSystemWatcher(sourceGlob);
    const isListed = (uri: vscode.Uri) => this.#listed.has(uri.toString());
    const touched = (uri: vscode.Uri) => {
      if (!isListed(uri)) return;
      this.#changed.add(uri.toString());
      this.#updateSoon();
    };
    const listTouched = () => {
      this.#isListStale = true;
      this.#updateSoon();
    };
    this.#subscriptions.push(
      watcher,
      watcher.onDidChange(touched),
      watcher.onDidCreate(listTouched),
      watcher.onDidDelete(listTouched),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        touched(fileOf(document));
      }),
      vscode.workspace.onDidChangeNotebookDocument(({ notebook }) => {
        touched(notebook.uri);
      }),
      this.#requirements.onDidChange(() => {
        for (const uri of this.#listed.keys()) this.#changed.add(uri);
        this.#updateSoon();
      }),
      this.#modules.onDidChange((uris) => {
        uris.forEach(touched);
      }),
      // What was typed and not saved is gone with the document.
      vscode.workspace.onDidCloseTextDocument((document) => {
        touched(fileOf(document));
      }),
      // A folder that is moved or deleted takes its files along without a word of them.
      vscode.workspace.onDidDeleteFiles(listTouched),
      vscode.workspace.onDidRenameFiles(listTouched),
      vscode.workspace.onDidChangeWorkspaceFolders(listTouched),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("files.exclude") || change.affectsConfiguration("search.exclude")) {
          listTouched();
        }
      }),
    );
    void this.#update();
  }

  #updateSoon(): void {
    if (!this.#isFollowing || this.#isStopped || !this.#host.view.visible) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#update(), gatherMs);
  }

  /** Reads what is new or has changed; one at a time. */
  async #update(): Promise<void> {
    if (this.#running || (!this.#isListStale && this.#changed.size === 0)) return;
    const run = (this.#running = new vscode.CancellationTokenSource());
    setContext(activationsKeys.state, "scanning");
    let isDone = false;
    try {
      isDone = await vscode.window.withProgress({ location: { viewId: activationsView.id } }, () =>
        this.#scan(run.token),
      );
    } catch (error) {
      this.#log.error("The workspace could not be scanned", error);
    }
    this.#running = undefined;
    this.#isStopped = !isDone;
    this.#host.view.message = isDone ? "" : l10n.t("Stopped: what was read so far is shown.");
    setContext(activationsKeys.state, isDone ? "done" : "stopped");
    if (this.#isOutdated) this.#draw();
    this.#updateSoon();
  }

  async #scan(token: vscode.CancellationToken): Promise<boolean> {
    if (this.#isListStale) await this.#list(token);
    if (token.isCancellationRequested) return false;
    const files = [...this.#changed].flatMap((uri) => this.#listed.get(uri) ?? []);
    this.#changed.clear();
    // The parser is read from disk only when there is something to scan.
    const { scanFiles } = await import("./scan.ts");
    this.#lastDrawn = performance.now();
    const opened = openFiles();
    const closed = files.filter(({ uri }) => !opened.has(uri));
    const left = new Set(files.map(({ uri }) => uri));
    const found = (uses: FileUses) => {
      left.delete(uses.uri);
      this.#isOutdated = this.#inventory.set(uses) || this.#isOutdated;
      this.#report(files.length - left.size, files.length);
    };
    for (const file of files) {
      const cells = opened.get(file.uri);
      if (cells) found({ ...file, uses: await this.#usesInOpen(cells) });
    }
    const isComplete = await scanFiles(closed, {
      ...realPace,
      isCancelled: () => token.isCancellationRequested,
      read: ({ uri }) => vscode.workspace.fs.readFile(vscode.Uri.parse(uri)),
      versionsOf: ({ uri }) => this.#requirements.of(vscode.Uri.parse(uri)),
      withModules: ({ uri }, make) => this.#modules.with(vscode.Uri.parse(uri), make, importsMs, realPace),
      found,
      skipped: (file, reason) => {
        found({ ...file, uses: [] });
        this.#log.warn(`Not read: ${file.path}, because ${reason}`);
      },
    });
    // What was not reached is still to be read when someone asks for another scan.
    if (!isComplete) for (const uri of left) this.#changed.add(uri);
    return isComplete;
  }

  async #list(token: vscode.CancellationToken): Promise<void> {
    this.#isListStale = false;
    const before = this.#listed;
    const files = await workspaceFiles(token);
    if (token.isCancellationRequested) {
      this.#isListStale = true;
      return;
    }
    this.#listed = new Map(files.map((file) => [file.uri, file]));
    this.#isOutdated = this.#inventory.keep((uri) => this.#listed.has(uri)) || this.#isOutdated;
    const fresh = files.filter(({ uri }) => !before.has(uri));
    for (const { uri } of fresh) this.#changed.add(uri);
    if (before.size === 0) return;
    // Others may import them.
    const gone = [...before.keys()].filter((uri) => !this.#listed.has(uri));
    this.#modules.listed([...gone, ...fresh.map(({ uri }) => uri)].map((uri) => vscode.Uri.parse(uri)));
  }

  async #usesInOpen(cells: readonly OpenCell[]): Promise<KnownUse[]> {
    const analysed = await Promise.all(
      cells.map(async ({ document, index }) => ({
        index,
        text: document.getText(),
        uses: await this.#documents.usesIn(document),
      })),
    );
    return knownUses(analysed);
  }

  /** Shows now and then how far a scan has come. */
  #report(done: number, all: number): void {
    if (performance.now() - this.#lastDrawn < redrawMs) return;
    this.#lastDrawn = performance.now();
    this.#host.view.message = l10n.t("Read {0} of {1}…", grouped(done), countedFiles(all));
    if (this.#isOutdated) this.#draw();
  }

  #draw(): void {
    this.#isOutdated = false;
    this.#host.changed.fire(undefined);
  }
}

interface OpenCell {
  readonly document: vscode.TextDocument;
  readonly index: number | undefined;
}

/** Address of the file, or of the notebook that a cell is in. */
function fileOf(document: vscode.TextDocument): vscode.Uri {
  const notebook =
    document.uri.scheme === "vscode-notebook-cell"
      ? vscode.workspace.notebookDocuments.find((candidate) =>
          candidate.getCells().some((cell) => cell.document === document),
        )
      : undefined;
  return notebook?.uri ?? document.uri;
}

/** What the editor holds of files that are read, saved or not. */
function openFiles(): Map<string, readonly OpenCell[]> {
  const files = new Map<string, readonly OpenCell[]>();
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isClosed && languageOfEditor(document.languageId) && isSource(document.uri.path)) {
      files.set(document.uri.toString(), [{ document, index: undefined }]);
    }
  }
  for (const notebook of vscode.workspace.notebookDocuments) {
    const cells = notebook
      .getCells()
      .map(({ document }, index) => ({ document, index }))
      .filter(({ document }) => languageOfEditor(document.languageId));
    if (!notebook.isClosed) files.set(notebook.uri.toString(), cells);
  }
  return files;
}

function setContext(key: string, value: string): void {
  void vscode.commands.executeCommand("setContext", key, value);
}
