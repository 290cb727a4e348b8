/**
 * The modules of a project: found as its files' imports name them, and made anew when what they hang on changes. An analysis
 * asks at once; where folders and files are read later, an answer that lacks them is not kept. Paths have `/`.
 */
import type { Module, Modules } from "./exports.ts";
import { moduleFiles, rootsIn, stemOf } from "./module-files.ts";

/** What is yet to be read. */
export const notYet = Symbol("not yet");
export type NotYet = typeof notYet;

export interface ProjectFiles {
  /** None where there is no such folder. */
  readonly names: (folder: string) => ReadonlySet<string> | NotYet;
  /** Undefined where it cannot be read. */
  readonly text: (file: string) => string | NotYet | undefined;
  /** The folder above, as long as it is the project's. */
  readonly above: (folder: string) => string | undefined;
}

type Place = string | NotYet | undefined;

export class ModuleSearch {
  readonly #files: ProjectFiles;
  readonly #modules = new Map<string, FoundModule>();
  /** Those of which something was not there yet. */
  readonly #incomplete = new Set<string>();
  /** By the folder that imports, and by name: the file. */
  readonly #places = new Map<string, Map<string, string | undefined>>();
  /** By what they asked for, a file or `?` and the last segment of a name: files, whatever became of them. */
  readonly #askers = new Map<string, Set<string>>();

  constructor(files: ProjectFiles) {
    this.#files = files;
  }

  /** What imports in a file lead to: another object as soon as that may be another. */
  from(file: string): Modules {
    return this.#module(file).modules;
  }

  /** Looks again where something was not there yet. */
  arrived(): void {
    for (const file of this.#incomplete) this.#modules.get(file)?.renew();
    this.#incomplete.clear();
  }

  /** The file has another text. @returns it and the files that what it gives leads to */
  changed(file: string): ReadonlySet<string> {
    return this.#renew([file], [file]);
  }

  /** Files were made or deleted. @returns them, and those that they may be another answer to */
  listed(files: readonly string[]): ReadonlySet<string> {
    this.#places.clear();
    return this.#renew(files, [...files, ...files.flatMap(namesFor)]);
  }

  #renew(changed: readonly string[], keys: readonly string[]): ReadonlySet<string> {
    const open = new Set(keys);
    const files = new Set(changed);
    // What is added meanwhile is reached, too.
    for (const key of open) {
      for (const asker of this.#askers.get(key) ?? []) {
        open.add(asker);
        files.add(asker);
      }
    }
    for (const file of files) this.#modules.get(file)?.renew();
    for (const file of changed) this.#modules.delete(file);
    return files;
  }

  #module(file: string): FoundModule {
    let module = this.#modules.get(file);
    if (!module) {
      const known = {
        text: () => this.#files.text(file),
        find: (name: string) => this.#find(name, file),
        missed: () => this.#incomplete.add(file),
      };
      this.#modules.set(file, (module = new FoundModule(known)));
    }
    return module;
  }

  #find(name: string, file: string): Module | NotYet | undefined {
    this.#note(`?${stemOf(name)}`, file);
    const found = this.#place(name, parentOf(file));
    if (found === undefined || found === notYet) return found;
    this.#note(found, file);
    return this.#module(found);
  }

  #note(key: string, asker: string): void {
    const askers = this.#askers.get(key);
    if (askers) askers.add(asker);
    else this.#askers.set(key, new Set([asker]));
  }

  #place(name: string, folder: string): Place {
    let places = this.#places.get(folder);
    if (!places) this.#places.set(folder, (places = new Map<string, string | undefined>()));
    if (places.has(name)) return places.get(name);
    const place = this.#search(name, folder);
    if (place !== notYet) places.set(name, place);
    return place;
  }

  #search(name: string, folder: string): Place {
    let isLate = false;
    for (const start of name.startsWith(".") ? [folder] : this.#startsAbove(folder, name)) {
      for (const relative of moduleFiles(name)) {
        const file = resolved(start, relative);
        const names = this.#files.names(parentOf(file));
        if (names === notYet) isLate = true;
        // What comes later may be nearer.
        else if (names.has(nameOf(file))) return isLate ? notYet : file;
      }
    }
    return isLate ? notYet : undefined;
  }

  /** Folders that the project's own modules may be imported from. */
  #startsAbove(folder: string, name: string): string[] {
    const above = this.#files.above(folder);
    const own = rootsIn(folder, name);
    return above === undefined ? own : [...own, ...this.#startsAbove(above, name)];
  }
}

interface Known {
  readonly text: () => string | NotYet | undefined;
  readonly find: (name: string) => Module | NotYet | undefined;
  readonly missed: () => void;
}

class FoundModule implements Module {
  readonly #known: Known;
  modules: Modules;

  constructor(known: Known) {
    this.#known = known;
    this.modules = this.#fresh();
  }

  text(): string | undefined {
    return this.#awaited(this.#known.text(), this.modules);
  }

  /** What its imports lead to may be another. */
  renew(): void {
    this.modules = this.#fresh();
  }

  #fresh(): Modules {
    const modules: Modules = {
      isIncomplete: false,
      miss: () => {
        modules.isIncomplete = true;
        this.#known.missed();
      },
      find: (name) => this.#awaited(this.#known.find(name), modules),
    };
    return modules;
  }

  #awaited<T>(answer: T | NotYet, modules: Modules): T | undefined {
    if (answer !== notYet) return answer;
    modules.miss();
    return undefined;
  }
}

export function parentOf(path: string): string {
  const end = path.lastIndexOf("/");
  return end > 0 ? path.slice(0, end) : "/";
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** What imports may call a file, as those who asked are kept. */
function namesFor(file: string): string[] {
  const stem = nameOf(file).replace(/\.\w+$/, "");
  return stem === "__init__" ? ["?", `?${nameOf(parentOf(file))}`] : [`?${stem}`];
}

/** @param relative with `../` at its start alone */
function resolved(folder: string, relative: string): string {
  if (relative.startsWith("./")) return resolved(folder, relative.slice("./".length));
  if (relative.startsWith("../")) return resolved(parentOf(folder), relative.slice("../".length));
  return `${folder === "/" ? "" : folder}/${relative}`;
}
