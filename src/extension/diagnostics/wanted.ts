/** Which findings somebody wants, by the editor's settings and the project's. Pure. */
import ignore from "ignore";
import type { Choice } from "../../engine/advise/advise.ts";
import { type Configuration, readRules, severityIn, slightestOf } from "../../engine/advise/configuration.ts";
import { type Settings, settings as known } from "../settings.ts";

/** Of a pyproject.toml. */
export interface Project {
  readonly configuration: Configuration;
  /** The file's path from the folder that the project's file lies in, with `/`. */
  readonly path: string;
}

/**
 * @param path of the file from its workspace folder, with `/`; undefined outside of one
 * @returns undefined where nothing is wanted
 */
export function wanted(
  settings: Pick<Settings, "get">,
  project: Project | undefined,
  path: string | undefined,
): Pick<Choice, "upTo" | "severityOf"> | undefined {
  const set = settings.get("diagnostics.level");
  // Left at its default, it gives way to what the project says.
  const level = set === known["diagnostics.level"].default ? (project?.configuration.level ?? set) : set;
  const upTo = slightestOf(level);
  if (upTo === undefined) return undefined;
  const isExcluded = project?.configuration.exclude
    ? matches(project.configuration.exclude, project.path)
    : path !== undefined && matches(settings.get("diagnostics.exclude"), path);
  if (isExcluded) return undefined;
  const rules = { ...project?.configuration.rules, ...readRules(settings.get("rules")).rules };
  return { upTo, severityOf: severityIn(rules) };
}

function matches(patterns: readonly string[], path: string): boolean {
  return (
    ignore.isPathValid(path) &&
    ignore()
      .add([...patterns])
      .ignores(path)
  );
}
