/** Finding the files in a folder that can be read. */
import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { type IgnoreRules, isIgnored, rulesAround, rulesIn } from "./ignored.ts";
import { reasonOf } from "./reason.ts";

/** `file` is its place on disk, `shown` its path from where the walk began (itself ""), with `/` on every system. */
export type Found =
  | { readonly kind: "file"; readonly file: string; readonly shown: string }
  | { readonly kind: "skipped"; readonly shown: string; readonly reason: string };

/** What tools and installers make, not people. */
const toolFolders = new Set([
  ".git",
  ".hg",
  ".svn",
  "node_modules",
  "__pycache__",
  ".ipynb_checkpoints",
  "site-packages",
]);
/** What a folder has in it if it is a Python environment. */
const environmentMarks = new Set(["pyvenv.cfg", "conda-meta"]);

/** A file or folder on the way. */
interface Place {
  readonly name: string;
  readonly file: string;
  readonly shown: string;
  readonly rules: IgnoreRules;
}

/**
 * Every file in a folder and its folders that is wanted and that Git would not ignore, in alphabetical order, then those
 * behind symbolic links to folders. A folder is entered once, however many ways lead to it, so links cannot go in
 * circles; what is skipped for a reason that its name does not tell is yielded with it.
 * @param wanted whether a file of this name is to be found
 */
export function walk(root: string, wanted: (name: string) => boolean): Generator<Found> {
  return new Walk(wanted).from(path.resolve(root));
}

class Walk {
  readonly #wanted: (name: string) => boolean;
  readonly #entered = new Set<string>();
  readonly #links: Place[] = [];

  constructor(wanted: (name: string) => boolean) {
    this.#wanted = wanted;
  }

  *from(root: string): Generator<Found> {
    yield* this.#inFolder({ name: "", file: root, shown: "", rules: rulesAround(root) });
    for (let link = this.#links.shift(); link; link = this.#links.shift()) yield* this.#inFolder(link);
  }

  *#inFolder(folder: Place): Generator<Found> {
    let entries: Dirent[];
    try {
      const real = realpathSync.native(folder.file);
      if (this.#entered.has(real)) {
        yield skipped(folder, "a symbolic link to a folder that is read already");
        return;
      }
      this.#entered.add(real);
      entries = readdirSync(folder.file, { withFileTypes: true });
    } catch (error) {
      yield skipped(folder, reasonOf(error));
      return;
    }
    const named = folder.shown === "";
    if (!named && entries.some(({ name }) => environmentMarks.has(name))) return;
    const rules = rulesIn(folder.file, folder.rules);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const { name } = entry;
      const place = { name, file: path.join(folder.file, name), shown: folder.shown + name, rules };
      if (entry.isSymbolicLink()) yield* this.#behindLink(place);
      else if (entry.isDirectory()) yield* this.#entering(place);
      else yield* this.#taking(place, entry.isFile());
    }
  }

  *#entering(place: Place): Generator<Found> {
    if (toolFolders.has(place.name) || isIgnored(place.file, true, place.rules)) return;
    yield* this.#inFolder({ ...place, shown: `${place.shown}/` });
  }

  *#taking(place: Place, isFile: boolean): Generator<Found> {
    if (!this.#wanted(place.name) || isIgnored(place.file, false, place.rules)) return;
    yield isFile
      ? { kind: "file", file: place.file, shown: place.shown }
      : skipped(place, "not a regular file");
  }

  *#behindLink(place: Place): Generator<Found> {
    if (toolFolders.has(place.name) || isIgnored(place.file, false, place.rules)) return;
    try {
      const target = statSync(place.file);
      if (target.isDirectory()) this.#links.push({ ...place, shown: `${place.shown}/` });
      else yield* this.#taking(place, target.isFile());
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      yield skipped(place, code === "ENOENT" ? "a symbolic link to nothing" : reasonOf(error));
    }
  }
}

function skipped({ shown }: Place, reason: string): Found {
  return { kind: "skipped", shown, reason };
}
