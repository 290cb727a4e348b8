/** The versions of frameworks that the project around a file asks for. */
import path from "node:path";
import {
  type Versions,
  nearest,
  newestVersions,
  requirementFiles,
  versionsIn,
} from "../../engine/frameworks/versions.ts";
import { folderAbove, textIn } from "./project.ts";

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
    const above = folderAbove(folder);
    const around = above === undefined ? newestVersions : this.in(above);
    const texts = requirementFiles.flatMap((name) => textIn(path.join(folder, name)) ?? []);
    return nearest(versionsIn(texts), around);
  }
}
