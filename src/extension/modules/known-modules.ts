/**
 * Modules of a folder of the workspace. An analysis asks for them at once, and files are read later: what it asked for in
 * vain is read before it is made again. Pure: how files are read comes in.
 */
import type { Modules } from "../../engine/detect/exports.ts";
import { ModuleSearch, type NotYet, nameOf, notYet, parentOf } from "../../engine/detect/module-search.ts";
import { Recent } from "../../engine/detect/recent.ts";
import { type Pace as ScanPace, sliceMs } from "../activations/slices.ts";

export type Pace = Pick<ScanPace, "now" | "rest">;

/** Paths have `/`. Each fails where there is nothing of the kind. */
export interface ModuleFiles {
  readonly list: (folder: string) => Thenable<readonly string[]>;
  readonly read: (file: string) => Thenable<string>;
}

/** Texts of so many characters together are kept; others are read again when they are asked for. */
const mostCharacters = 8_000_000;

/** How often something is made again, as what was read for it leads to other files. */
const mostRounds = 50;

/** Breaks an analysis off where its slice is over. */
class OutOfTime extends Error {}

export class KnownModules {
  readonly #top: string;
  readonly #files: ModuleFiles;
  readonly #search: ModuleSearch;
  readonly #listings = new Map<string, ReadonlySet<string>>();
  readonly #texts = new Recent<string, string>(mostCharacters, (text) => text.length);
  /** Files that cannot be read. */
  readonly #unreadable = new Set<string>();
  readonly #loading = new Map<string, Promise<void>>();

  /** In which modules are being read. */
  #slice: { readonly now: () => number; readonly end: number; given: number } | undefined;

  /** @param top folder that names are not looked for above */
  constructor(top: string, files: ModuleFiles) {
    this.#top = top;
    this.#files = files;
    this.#search = new ModuleSearch({
      names: (folder) => this.#names(folder),
      text: (file) => this.#text(file),
      above: (folder) => (this.#isWithin(folder) && folder !== this.#top ? parentOf(folder) : undefined),
    });
  }

  /**
   * Has something made by what imports in a file lead to, and made again as long as reading their files says more.
   * @param waiting milliseconds at most that are waited for files; what comes later serves the next
   * @param pace in whose slices modules are read; undefined: at once
   */
  async with<T>(file: string, make: (modules: Modules) => T, waiting: number, pace?: Pace): Promise<T> {
    const end = Date.now() + waiting;
    // Every import of the file is looked for in the folders down to its own.
    while (this.#names(parentOf(file)) === notYet && (await this.#isReadBy(end)));
    for (let round = 0; ; round++) {
      const { made, isIncomplete } = await this.#made(file, make, pace);
      if (!isIncomplete || round === mostRounds || !(await this.#isReadBy(end))) return made;
    }
  }

  async #made<T>(
    file: string,
    make: (modules: Modules) => T,
    pace: Pace | undefined,
  ): Promise<{ readonly made: T; readonly isIncomplete: boolean }> {
    // What was read until now is kept but for the file's own part: each slice is longer, so that few are enough.
    for (let length = sliceMs; ; length *= 2) {
      this.#slice = pace && { now: pace.now, end: pace.now() + length, given: 0 };
      const modules = this.#search.from(file);
      try {
        return { made: make(modules), isIncomplete: modules.isIncomplete };
      } catch (error) {
        if (!(error instanceof OutOfTime)) throw error;
      } finally {
        this.#slice = undefined;
      }
      await pace?.rest();
    }
  }

  /** Another text is in the file. @returns files that hang on it, it among them */
  changed(file: string): ReadonlySet<string> {
    this.#forget(file);
    return this.#search.changed(file);
  }

  /** The files were made or deleted. @returns files that this may matter to, they among them */
  listed(files: readonly string[]): ReadonlySet<string> {
    for (const file of files) {
      this.#forget(file);
      for (let folder = parentOf(file); this.#isWithin(folder); folder = parentOf(folder)) {
        this.#listings.delete(folder);
        this.#loading.delete(folder);
        if (folder === this.#top) break;
      }
    }
    return this.#search.listed(files);
  }

  /** Waits for what was asked for in vain. @returns whether it was read before the end, a time */
  async #isReadBy(end: number): Promise<boolean> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, Math.max(0, end - Date.now()), false);
    });
    try {
      return await Promise.race([Promise.all(this.#loading.values()).then(() => true), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  #forget(file: string): void {
    this.#texts.delete(file);
    this.#unreadable.delete(file);
    this.#loading.delete(file);
  }

  #text(file: string): string | NotYet | undefined {
    if (this.#unreadable.has(file)) return undefined;
    const text = this.#texts.get(file);
    if (text !== undefined) {
      const slice = this.#slice;
      if (slice && slice.given++ > 0 && slice.now() >= slice.end) throw new OutOfTime();
      return text;
    }
    this.#load(
      file,
      this.#files.read,
      (read) => {
        this.#texts.set(file, read);
      },
      () => this.#unreadable.add(file),
    );
    return notYet;
  }

  #names(folder: string): ReadonlySet<string> | NotYet {
    const known = this.#listings.get(folder);
    if (known || !this.#isWithin(folder)) return known ?? nothing;
    if (folder !== this.#top) {
      const around = this.#names(parentOf(folder));
      // A folder that is not there is not asked for.
      if (around === notYet || !around.has(nameOf(folder))) return around === notYet ? notYet : nothing;
    }
    this.#load(
      folder,
      this.#files.list,
      (names) => this.#listings.set(folder, new Set(names)),
      () => this.#listings.set(folder, nothing),
    );
    return notYet;
  }

  #load<T>(
    path: string,
    load: (path: string) => Thenable<T>,
    keep: (found: T) => void,
    fail: () => void,
  ): void {
    if (this.#loading.has(path)) return;
    // What changed meanwhile was forgotten, and is read again.
    const end = (use: () => void) => {
      if (this.#loading.get(path) !== loading) return;
      this.#loading.delete(path);
      use();
      this.#search.arrived();
    };
    const loading = Promise.resolve(load(path)).then(
      (found) => {
        end(() => {
          keep(found);
        });
      },
      () => {
        end(fail);
      },
    );
    this.#loading.set(path, loading);
  }

  #isWithin(folder: string): boolean {
    return folder === this.#top || folder.startsWith(`${this.#top === "/" ? "" : this.#top}/`);
  }
}

const nothing: ReadonlySet<string> = new Set();
