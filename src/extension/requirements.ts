/** The versions of frameworks that the project around a document asks for, read through the editor's file systems. */
import * as vscode from "vscode";
import {
  type Versions,
  nearest,
  newestVersions,
  requirementFiles,
  versionsIn,
} from "../engine/frameworks/versions.ts";
import { FolderFacts } from "./folder-facts.ts";

export class Requirements extends FolderFacts<Versions> {
  constructor() {
    super(requirementFiles, newestVersions, async (folder, above) => {
      const around = above();
      return nearest(versionsIn(await textsIn(folder)), await around);
    });
  }
}

async function textsIn(folder: vscode.Uri): Promise<string[]> {
  const names = new Set((await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name));
  const decoder = new TextDecoder();
  return Promise.all(
    requirementFiles
      .filter((name) => names.has(name))
      .map(async (name) =>
        decoder.decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name))),
      ),
  );
}
