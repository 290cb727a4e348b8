/** pyright's language server, driven as an editor drives it. */
import type { ChildProcess } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { start, stop } from "../../scripts/setup/processes.mjs";
import type { Edit, StubDocument } from "../editor/document.ts";
import { installedPeer } from "./install.ts";
import { JsonRpc } from "./json-rpc.ts";

/** Milliseconds that a process' threads have run, as Linux's scheduler counts them; NaN on other systems. */
function cpuClockOf(pid: number): () => number {
  const tasks = `/proc/${pid}/task`;
  const runTime = (task: string) => {
    try {
      return Number(readFileSync(`${tasks}/${task}/schedstat`, "utf8").split(" ")[0]) / 1e6;
    } catch {
      // The thread has ended since it was listed.
      return 0;
    }
  };
  return () => {
    if (process.platform !== "linux") return NaN;
    return readdirSync(tasks).reduce((sum, task) => sum + runTime(task), 0);
  };
}

export class Pyright {
  readonly cpuClock: () => number;
  readonly #child: ChildProcess;
  readonly #rpc: JsonRpc;
  readonly #folder: string;

  private constructor(child: ChildProcess, folder: string) {
    this.#child = child;
    this.#rpc = new JsonRpc(child);
    this.#folder = folder;
    this.cpuClock = cpuClockOf(child.pid ?? 0);
  }

  /** Starts it on a folder; it has answered to `initialize` then, and read no file. */
  static async start(folder: string): Promise<Pyright> {
    const server = path.join(await installedPeer("pyright"), "langserver.index.js");
    const child = start(process.execPath, [server, "--stdio"], {
      cwd: folder,
      stdio: ["pipe", "pipe", "ignore"],
    });
    const pyright = new Pyright(child, folder);
    const rootUri = pathToFileURL(folder).href;
    await pyright.#rpc.request("initialize", {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: "bench" }],
      capabilities: { textDocument: { hover: { contentFormat: ["markdown"] } } },
    });
    pyright.#rpc.notify("initialized", {});
    return pyright;
  }

  open(document: StubDocument): void {
    const text = document.getText();
    this.#rpc.notify("textDocument/didOpen", {
      textDocument: { uri: this.#uri(document), languageId: "python", version: document.version, text },
    });
  }

  /** @returns what it says; undefined for nothing */
  async hover(document: StubDocument, offset: number): Promise<string | undefined> {
    const result = (await this.#rpc.request("textDocument/hover", {
      textDocument: { uri: this.#uri(document) },
      position: document.positionAt(offset),
    })) as { readonly contents: { readonly value: string } } | null;
    return result?.contents.value;
  }

  /** Tells it of an edit that is about to be made in `document`. */
  edit(document: StubDocument, { start, end, text }: Edit): void {
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    this.#rpc.notify("textDocument/didChange", {
      textDocument: { uri: this.#uri(document), version: document.version + 1 },
      contentChanges: [{ range, text }],
    });
  }

  stop(): Promise<void> {
    return stop(this.#child);
  }

  #uri({ fileName }: StubDocument): string {
    return pathToFileURL(path.join(this.#folder, fileName)).href;
  }
}
