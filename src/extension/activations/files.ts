/** Which files of the workspace the Activations view reads. */
import * as vscode from "vscode";
import { isSource } from "../../engine/languages/files.ts";
import { type IgnoreFile, IgnoreRules, excludeGlob, parentOf } from "./ignored.ts";
import type { SourceFile } from "./scan.ts";
import { sourceGlob } from "./glob.ts";

/** What tools and installers make, not people. */
const toolFolders = [".git", "node_modules", "__pycache__", ".ipynb_checkpoints", "site-packages"];
const toolGlobs = toolFolders.map((name) => [`**/${name}`, true] as const);

/** Only a Python environment has it at its top. */
const environmentMark = "pyvenv.cfg";

/** Every file that is read, in alphabetical order of paths. */
export async function workspaceFiles(token: vscode.CancellationToken): Promise<SourceFile[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const lists = await Promise.all(folders.map((folder) => filesIn(folder, token)));
  const files = lists.flat().map((uri) => ({
    uri: uri.toString(),
    path: vscode.workspace.asRelativePath(uri, folders.length > 1),
  }));
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function filesIn(
  folder: vscode.WorkspaceFolder,
  token: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  const exclude = excludeGlob(
    vscode.workspace.getConfiguration("files", folder.uri).get("exclude"),
    vscode.workspace.getConfiguration("search", folder.uri).get("exclude"),
    Object.fromEntries(toolGlobs),
  );
  const find = (glob: string) =>
    vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob), exclude ?? null, undefined, token);
  const [found, ignoreFiles, marks] = await Promise.all([
    find(sourceGlob),
    find("**/.gitignore"),
    find(`**/${environmentMark}`),
  ]);
  const isSearched = found.length > 0 || ["file", "vscode-remote"].includes(folder.uri.scheme);
  const all = isSearched ? { found, ignoreFiles, marks } : await walk(folder.uri, token);
  const pathOf = (uri: vscode.Uri) => uri.path.slice(folder.uri.path.replace(/\/$/, "").length + 1);
  const rules = new IgnoreRules([
    ...(await readIgnoreFiles(all.ignoreFiles, pathOf)),
    // An environment's own folder is told from the file in it.
    ...all.marks.map((uri) => ({ folder: parentOf(pathOf(uri)), text: "*" })),
  ]);
  return all.found.filter((uri) => !rules.ignores(pathOf(uri)));
}

async function readIgnoreFiles(
  uris: readonly vscode.Uri[],
  pathOf: (uri: vscode.Uri) => string,
): Promise<IgnoreFile[]> {
  const decoder = new TextDecoder();
  const files = await Promise.all(
    uris.map(async (uri) => {
      try {
        const text = decoder.decode(await vscode.workspace.fs.readFile(uri));
        return [{ folder: parentOf(pathOf(uri)), text }];
      } catch {
        // One that cannot be read says nothing: Git goes on, too.
        return [];
      }
    }),
  );
  return files.flat();
}

interface Walked {
  readonly found: vscode.Uri[];
  readonly ignoreFiles: vscode.Uri[];
  readonly marks: vscode.Uri[];
}

/** Folders that a walk enters at most: a file system without a search may be a slow one. */
const mostFolders = 5_000;

/** For virtual file systems that offer no search. */
async function walk(root: vscode.Uri, token: vscode.CancellationToken): Promise<Walked> {
  const walked: Walked = { found: [], ignoreFiles: [], marks: [] };
  const open = [root];
  for (let count = 0; count < mostFolders && open.length > 0 && !token.isCancellationRequested; count++) {
    const folder = open.shift()!;
    let entries: readonly [string, vscode.FileType][];
    try {
      entries = await vscode.workspace.fs.readDirectory(folder);
    } catch {
      continue;
    }
    for (const [name, type] of entries) {
      const uri = vscode.Uri.joinPath(folder, name);
      // Symbolic links to folders have another type, so there are no circles.
      if (type === vscode.FileType.Directory && !toolFolders.includes(name)) open.push(uri);
      else if (name === ".gitignore") walked.ignoreFiles.push(uri);
      else if (name === environmentMark) walked.marks.push(uri);
      else if (type !== vscode.FileType.Directory && isSource(name)) walked.found.push(uri);
    }
  }
  return walked;
}
