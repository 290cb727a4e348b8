/** Python modules of the project around a file, found as imports name them. */
import { readdirSync } from "node:fs";
import path from "node:path";
import type { Module, Modules } from "../../engine/detect/exports.ts";
import { moduleFiles } from "../../engine/detect/module-files.ts";
import { folderAbove } from "./project.ts";
import { readText } from "./read.ts";

/** Every folder is listed once, and every module read once. */
export class ProjectModules {
  readonly #listings = new Map<string, ReadonlySet<string>>();
  readonly #read = new Map<string, Module | undefined>();
  readonly #from = new Map<string, Modules>();

  /** What imports lead to in files of a folder. */
  from(folder: string): Modules {
    let modules = this.#from.get(folder);
    if (!modules) {
      const known = new Map<string, Module | undefined>();
      modules = (name) => {
        if (!known.has(name)) known.set(name, this.#find(name, folder));
        return known.get(name);
      };
      this.#from.set(folder, modules);
    }
    return modules;
  }

  #find(name: string, folder: string): Module | undefined {
    for (const start of name.startsWith(".") ? [folder] : this.#above(folder)) {
      for (const relative of moduleFiles(name)) {
        const file = path.resolve(start, relative);
        if (!this.#has(file)) continue;
        if (!this.#read.has(file)) this.#read.set(file, this.#moduleIn(file));
        return this.#read.get(file);
      }
    }
    return undefined;
  }

  #moduleIn(file: string): Module | undefined {
    const text = readText(file);
    return text.kind === "text" ? { text: text.text, modules: this.from(path.dirname(file)) } : undefined;
  }

  /** Folders that the project's own modules may be imported from: up to the repository's. */
  #above(folder: string): string[] {
    const above = folderAbove(folder);
    return above === undefined ? [folder] : [folder, ...this.#above(above)];
  }

  #has(file: string): boolean {
    const folder = path.dirname(file);
    let names = this.#listings.get(folder);
    if (!names) this.#listings.set(folder, (names = listed(folder)));
    return names.has(path.basename(file));
  }
}

function listed(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder));
  } catch {
    return new Set();
  }
}
