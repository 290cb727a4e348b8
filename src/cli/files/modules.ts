/** Modules of the project around a file: every folder is listed once. */
import { readdirSync } from "node:fs";
import path from "node:path";
import type { Modules } from "../../engine/detect/exports.ts";
import { ModuleSearch } from "../../engine/detect/module-search.ts";
import { folderAbove } from "./project.ts";
import { readText } from "./read.ts";

export class ProjectModules {
  readonly #listings = new Map<string, ReadonlySet<string>>();
  readonly #search = new ModuleSearch({
    names: (folder) => this.#names(folder),
    text: (file) => {
      const text = readText(file);
      return text.kind === "text" ? text.text : undefined;
    },
    above: (folder) => {
      const above = folderAbove(folder);
      return above === undefined ? undefined : withSlashes(above);
    },
  });

  /** What imports in a file lead to. */
  from(file: string): Modules {
    return this.#search.from(withSlashes(file));
  }

  #names(folder: string): ReadonlySet<string> {
    let names = this.#listings.get(folder);
    if (!names) this.#listings.set(folder, (names = listed(folder)));
    return names;
  }
}

function listed(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder));
  } catch {
    return new Set();
  }
}

function withSlashes(file: string): string {
  return file.split(path.sep).join("/");
}
