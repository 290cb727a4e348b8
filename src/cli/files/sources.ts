/** The files that a command's PATHs name, and what is in them. */
import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { isSource } from "../../engine/languages/files.ts";
import { readInput } from "../streams.ts";
import { readText, type Text, textOf } from "./read.ts";
import { walk } from "./walk.ts";

export interface SourceFile {
  /** Its path for the user. */
  readonly shown: string;
  /** Its name tells what kind of file it is; standard input has none. */
  readonly name?: string;
  /** Where it lies on disk; standard input lies nowhere. */
  readonly file?: string;
  /** The folder it lies in; standard input is taken to come from where the program runs. */
  readonly folder: string;
  readonly text: Text;
  /** Whether it was named itself, not found in a folder. */
  readonly named: boolean;
  /** The folder whose walk found it. */
  readonly root?: string;
}

/** @param prefixed whether paths in a folder begin with the folder's */
export async function* sourcesOf(path: string, prefixed: boolean): AsyncGenerator<SourceFile> {
  if (path === "-") {
    const text = textOf((await readInput()).toString("utf8"));
    yield { shown: path, folder: resolve("."), text, named: true };
  } else if (!isFolder(path)) {
    const file = resolve(path);
    yield { shown: path, name: path, file, folder: dirname(file), text: readText(path), named: true };
  } else {
    const root = resolve(path);
    const prefix = prefixed ? `${path.replace(/[/\\]+$/, "")}/` : "";
    for (const found of walk(path, isSource)) {
      const text: Text =
        found.kind === "file" ? readText(found.file) : { kind: "unreadable", reason: found.reason };
      const named = found.shown === "";
      const shown = named ? path : prefix + found.shown;
      const file = found.kind === "file" ? found.file : root;
      const folder = found.kind === "file" ? dirname(file) : root;
      yield { shown, name: found.shown, file, folder, text, named, root };
    }
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Reading it will say why.
    return false;
  }
}
