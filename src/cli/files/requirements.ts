/** The versions of frameworks that the project around a file asks for. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  type Versions,
  nearest,
  newestVersions,
  requirementFiles,
  versionsIn,
} from "../../engine/frameworks/versions.ts";

/** Requirement files are read once for all files of a folder. */
export class Requirements {
  readonly #known = new Map<string, Versions>();

  /** What the folder's own requirement files say, and the nearest above it up to the repository's. */
  in(folder: string): Versions {
    let versions = this.#known.get(folder);
    if (!versions) this.#known.set(folder, (versions = this.#read(folder)));
    return versions;
  }

  #read(folder: string): Versions {
    const above = path.dirname(folder);
    const isTop = above === folder || existsSync(path.join(folder, ".git"));
    const around = isTop ? newestVersions : this.in(above);
    return nearest(versionsIn(requirementFiles.flatMap((name) => textIn(path.join(folder, name)))), around);
  }
}

/** Nothing where there is no such file, or none that can be read: it says nothing about versions. */
function textIn(file: string): string[] {
  try {
    return [readFileSync(file, "utf8")];
  } catch {
    return [];
  }
}
