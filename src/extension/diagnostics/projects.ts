/** What pyproject.toml says about the rules around a file: the nearest in its workspace folder that says something. */
import * as vscode from "vscode";
import { type Configuration, configurationIn } from "../../engine/advise/configuration.ts";
import { FolderFacts } from "../folder-facts.ts";
import type { Project } from "./wanted.ts";

interface Found {
  readonly folder: vscode.Uri;
  readonly configuration: Configuration;
}

const name = "pyproject.toml";

export class Projects extends FolderFacts<Found | undefined> {
  constructor(log: vscode.LogOutputChannel) {
    super([name], undefined, async (folder, above) => {
      const file = vscode.Uri.joinPath(folder, name);
      const configuration = configurationIn(await textOf(file));
      for (const problem of configuration?.problems ?? []) log.warn(`${file.fsPath}: ${problem}`);
      return configuration ? { folder, configuration } : above();
    });
  }

  async around(file: vscode.Uri): Promise<Project | undefined> {
    const found = vscode.workspace.getWorkspaceFolder(file) && (await this.of(file));
    return found && { configuration: found.configuration, path: pathFrom(found.folder, file) };
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

function pathFrom(folder: vscode.Uri, file: vscode.Uri): string {
  return file.path.slice(folder.path.length).replace(/^\//, "");
}
