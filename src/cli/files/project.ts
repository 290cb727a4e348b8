/** The folders of the project around a file. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** The folder above, as long as it is the project's: undefined for the one that the repository, or the disk, begins with. */
export function folderAbove(folder: string): string | undefined {
  const above = path.dirname(folder);
  return above === folder || existsSync(path.join(folder, ".git")) ? undefined : above;
}

/** Undefined where there is no such file, or none that can be read: it says nothing. */
export function textIn(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
