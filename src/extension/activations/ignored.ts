/** Which files of a folder Git would not look at, and which settings hide. Pure. */
import ignore, { type Ignore } from "ignore";

/** A `.gitignore`: the folder it is in, from the root and with `/` ("" for the root), and what it says. */
export interface IgnoreFile {
  readonly folder: string;
  readonly text: string;
}

export class IgnoreRules {
  readonly #matchers = new Map<string, Ignore>();
  readonly #folders = new Map<string, boolean>();

  constructor(files: readonly IgnoreFile[]) {
    for (const { folder, text } of files) this.#matchers.set(folder, ignore().add(text));
  }

  /** @param path of a file, from the root and with `/` */
  ignores(path: string): boolean {
    return this.#isInIgnored(path) || this.#judge(path, false);
  }

  /** What lies in an ignored folder is ignored, whatever else says so. */
  #isInIgnored(path: string): boolean {
    const folder = parentOf(path);
    if (folder === "") return false;
    let known = this.#folders.get(folder);
    if (known === undefined) {
      known = this.#isInIgnored(folder) || this.#judge(folder, true);
      this.#folders.set(folder, known);
    }
    return known;
  }

  /** The innermost `.gitignore` with an opinion decides. */
  #judge(path: string, isFolder: boolean): boolean {
    if (this.#matchers.size === 0) return false;
    for (let folder = parentOf(path); ; folder = parentOf(folder)) {
      const relative = folder === "" ? path : path.slice(folder.length + 1);
      const verdict = this.#matchers.get(folder)?.test(isFolder ? `${relative}/` : relative);
      if (verdict && (verdict.ignored || verdict.unignored)) return verdict.ignored;
      if (folder === "") return false;
    }
  }
}

/** The folder of a path with `/`; "" where it names none. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** One glob for what the settings `files.exclude` and `search.exclude` hide; undefined if they hide nothing. */
export function excludeGlob(...settings: readonly unknown[]): string | undefined {
  const globs = settings.flatMap((setting) =>
    typeof setting === "object" && setting !== null
      ? Object.entries(setting).flatMap(([glob, on]) => (on === true ? [glob.replace(/\/$/, "")] : []))
      : [],
  );
  const distinct = [...new Set(globs)].filter((glob) => glob !== "");
  return distinct.length > 1 ? `{${distinct.join(",")}}` : distinct[0];
}
