/** A project of files in memory, at `/`. */
import type { Modules } from "../../../src/engine/detect/exports.ts";
import { ModuleSearch, parentOf } from "../../../src/engine/detect/module-search.ts";

/** @param files by their paths, which begin with `/` */
export function searchIn(files: Readonly<Record<string, string>>): ModuleSearch {
  return new ModuleSearch({
    names: (folder) => {
      const start = folder === "/" ? folder : `${folder}/`;
      const within = Object.keys(files).filter((file) => file.startsWith(start));
      return new Set(within.map((file) => file.slice(start.length).split("/")[0]!));
    },
    text: (file) => files[file],
    above: (folder) => (folder === "/" ? undefined : parentOf(folder)),
  });
}

/** What imports in the files of a folder lead to. */
export function modulesIn(files: Readonly<Record<string, string>>, folder: string): Modules {
  return searchIn(files).from(`${folder}/any.py`);
}
