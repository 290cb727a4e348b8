/** Which files Git would not look at, by the `.gitignore` files on the way to them. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import ignore, { type Ignore } from "ignore";

/** The rules of one folder's `.gitignore`, and those of the folders around it. */
interface Rules {
  readonly folder: string;
  readonly matcher: Ignore;
  readonly outer: Rules | undefined;
}

export type IgnoreRules = Rules | undefined;

// As Git does by default on each system.
const options = { ignorecase: process.platform === "win32" || process.platform === "darwin" };

/** The rules that hold in a folder, given those that hold around it. */
export function rulesIn(folder: string, outer: IgnoreRules): IgnoreRules {
  try {
    const lines = readFileSync(path.join(folder, ".gitignore"), "utf8");
    return { folder, matcher: ignore(options).add(lines), outer };
  } catch {
    // There is none, or none that can be read: Git goes on, too.
    return outer;
  }
}

/**
 * The rules that hold around a folder: those of the folders up to the root of its Git repository. There are none outside
 * of a repository, and none if they would ignore the folder itself, since someone asked for it by name.
 */
export function rulesAround(folder: string): IgnoreRules {
  const around: string[] = [];
  for (let at = folder; !existsSync(path.join(at, ".git"));) {
    const parent = path.dirname(at);
    if (parent === at) return undefined;
    around.unshift(parent);
    at = parent;
  }
  let rules: IgnoreRules;
  for (const [index, at] of around.entries()) {
    rules = rulesIn(at, rules);
    if (isIgnored(around[index + 1] ?? folder, true, rules)) return undefined;
  }
  return rules;
}

/** The innermost folder with an opinion decides. The folders above `file` are taken not to be ignored. */
export function isIgnored(file: string, isFolder: boolean, rules: IgnoreRules): boolean {
  for (let at = rules; at; at = at.outer) {
    const relative = path.relative(at.folder, file).split(path.sep).join("/");
    const { ignored, unignored } = at.matcher.test(isFolder ? `${relative}/` : relative);
    if (ignored || unignored) return ignored;
  }
  return false;
}
