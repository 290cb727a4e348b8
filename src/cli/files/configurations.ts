/** What the project around a file says about the rules, in the nearest pyproject.toml that says something. */
import path from "node:path";
import { type Configuration, configurationIn, nothingConfigured } from "../../engine/advise/configuration.ts";
import { folderAbove, textIn } from "./project.ts";

export interface FolderConfiguration extends Configuration {
  /** Where its file lies; undefined where there is none. */
  readonly folder?: string;
}

export class Configurations {
  readonly #known = new Map<string, FolderConfiguration>();
  readonly #onProblem: (file: string, problem: string) => void;

  constructor(onProblem: (file: string, problem: string) => void) {
    this.#onProblem = onProblem;
  }

  in(folder: string): FolderConfiguration {
    let configuration = this.#known.get(folder);
    if (!configuration) this.#known.set(folder, (configuration = this.#read(folder)));
    return configuration;
  }

  #read(folder: string): FolderConfiguration {
    const file = path.join(folder, "pyproject.toml");
    const own = configurationIn(textIn(file) ?? "");
    for (const problem of own?.problems ?? []) this.#onProblem(file, problem);
    if (own) return { ...own, folder };
    const above = folderAbove(folder);
    return above === undefined ? nothingConfigured : this.in(above);
  }
}
