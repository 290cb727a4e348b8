/** Where a Python module of the project may lie. */

/**
 * Paths with `/` from the folder that the name counts from, the likeliest first: of the importing file for a relative
 * name (`.layers`, `..nn.act`), of a root of the project for any other.
 */
export function moduleFiles(name: string): string[] {
  const [, dots = "", rest = ""] = /^(\.*)(.*)$/.exec(name) ?? [];
  const up = "../".repeat(Math.max(0, dots.length - 1));
  const inner = rest.replaceAll(".", "/");
  if (inner === "") return [`${up}__init__.py`];
  return [`${up}${inner}.py`, `${up}${inner}/__init__.py`];
}

/** The roots that a folder is or has, the likeliest first: packages often lie in `src`, whatever imports them. */
export function rootsIn(folder: string): string[] {
  return [folder, `${folder === "/" ? "" : folder}/src`];
}
