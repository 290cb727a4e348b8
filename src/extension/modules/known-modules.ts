/**
 * Python modules of a folder of the workspace, found as imports name them. An analysis asks for them at once, and files
 * are read later: what it asked for in vain is read before it is made again. Pure: how files are read comes in.
 */
import type { Module, Modules } from "../../engine/detect/exports.ts";
import { moduleFiles } from "../../engine/detect/module-files.ts";

/** Paths have `/`. Each fails where there is nothing of the kind. */
export interface ModuleFiles {
  readonly list: (folder: string) => Thenable<readonly string[]>;
  readonly read: (file: string) => Thenable<string>;
}

/** Imports of imports could lead through all of a large project; who imports more than this has other troubles. */
const mostModules = 500;

export class KnownModules {
  readonly #top: string;
  readonly #files: ModuleFiles;
  readonly #listings = new Map<string, ReadonlySet<string>>();
  readonly #texts = new Map<string, string | undefined>();
  readonly #loading = new Map<string, Promise<void>>();
  /** By folder: new ones as soon as anything else is known. */
  readonly #from = new Map<string, Modules>();
  readonly #modules = new Map<string, Module>();

  /** @param top folder that names are not looked for above */
  constructor(top: string, files: ModuleFiles) {
    this.#top = top;
    this.#files = files;
  }

  /** What imports lead to in files of a folder, as far as it was read; the same object as long as nothing else is known. */
  from(folder: string): Modules {
    let modules = this.#from.get(folder);
    if (!modules) this.#from.set(folder, (modules = (name) => this.#find(name, folder)));
    return modules;
  }

  /** Lists the folders that every import of a file in this one is looked for in. */
  async prepare(folder: string): Promise<void> {
    for (const above of this.#above(folder)) this.#names(above);
    await this.read();
  }

  /** Reads what was asked for in vain. @returns whether there was anything: then asking again has another answer */
  async read(): Promise<boolean> {
    if (this.#loading.size === 0) return false;
    await Promise.all(this.#loading.values());
    return true;
  }

  /** Another text is in the file. */
  changed(file: string): void {
    if (this.#texts.delete(file)) this.#renew();
  }

  /** The file was made or deleted. */
  listed(file: string): void {
    this.changed(file);
    if (this.#listings.delete(parentOf(file))) this.#renew();
  }

  #find(name: string, folder: string): Module | undefined {
    for (const start of name.startsWith(".") ? [folder] : this.#above(folder)) {
      for (const relative of moduleFiles(name)) {
        const file = resolved(start, relative);
        if (this.#names(parentOf(file))?.has(nameOf(file))) return this.#moduleIn(file);
      }
    }
    return undefined;
  }

  #moduleIn(file: string): Module | undefined {
    if (!this.#texts.has(file)) {
      if (this.#texts.size < mostModules) this.#load(file, this.#files.read, this.#texts, undefined);
      return undefined;
    }
    const text = this.#texts.get(file);
    let module = this.#modules.get(file);
    if (!module && text !== undefined)
      this.#modules.set(file, (module = { text, modules: this.from(parentOf(file)) }));
    return module;
  }

  /** Names in a folder; undefined where they are yet to be read. */
  #names(folder: string): ReadonlySet<string> | undefined {
    const known = this.#listings.get(folder);
    if (known || !this.#isWithin(folder)) return known ?? nothing;
    if (folder !== this.#top) {
      const around = this.#names(parentOf(folder));
      // A folder that is not there is not asked for.
      if (!around?.has(nameOf(folder))) return around && nothing;
    }
    const list = async () => new Set(await this.#files.list(folder));
    this.#load(folder, list, this.#listings, nothing);
    return undefined;
  }

  #load<T>(path: string, read: (path: string) => Thenable<T>, into: Map<string, T>, otherwise: T): void {
    if (this.#loading.has(path)) return;
    const keep = (found: T) => {
      into.set(path, found);
      this.#loading.delete(path);
      this.#renew();
    };
    this.#loading.set(
      path,
      Promise.resolve(read(path)).then(keep, () => {
        keep(otherwise);
      }),
    );
  }

  #renew(): void {
    this.#from.clear();
    this.#modules.clear();
  }

  /** The folder and those above it. */
  #above(folder: string): string[] {
    return this.#isWithin(folder) && folder !== this.#top
      ? [folder, ...this.#above(parentOf(folder))]
      : [folder];
  }

  #isWithin(folder: string): boolean {
    return folder === this.#top || folder.startsWith(`${this.#top === "/" ? "" : this.#top}/`);
  }
}

const nothing: ReadonlySet<string> = new Set();

export function parentOf(path: string): string {
  const end = path.lastIndexOf("/");
  return end > 0 ? path.slice(0, end) : "/";
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** @param relative with `../` at its start alone */
function resolved(folder: string, relative: string): string {
  if (relative.startsWith("../")) return resolved(parentOf(folder), relative.slice("../".length));
  return `${folder === "/" ? "" : folder}/${relative}`;
}
