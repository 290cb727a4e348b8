/** Where a Python module of the project may lie, and a file that C++ includes. */

/** How a file that is included is asked for, beside modules. */
export function includeName(file: string): string {
  return `"${file}"`;
}

function includedFile(name: string): string | undefined {
  return /^"(.*)"$/.exec(name)?.[1];
}

/** The last part of a name, without what says its kind. */
export function stemOf(name: string): string {
  const file = includedFile(name);
  return file === undefined
    ? name.slice(name.lastIndexOf(".") + 1)
    : file.slice(file.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
}

/**
 * Paths with `/` from the folder that the name counts from, the likeliest first: of the importing file for a relative
 * name (`.layers`, `..nn.act`), of a root of the project for any other.
 */
export function moduleFiles(name: string): string[] {
  const file = includedFile(name);
  if (file !== undefined) return [file];
  const [, dots = "", rest = ""] = /^(\.*)(.*)$/.exec(name) ?? [];
  const up = "../".repeat(Math.max(0, dots.length - 1));
  const inner = rest.replaceAll(".", "/");
  if (inner === "") return [`${up}__init__.py`];
  return [`${up}${inner}.py`, `${up}${inner}/__init__.py`];
}

/**
 * The roots that a folder is or has, the likeliest first: packages often lie in `src`, whatever imports them, and what is
 * included in `include`.
 */
export function rootsIn(folder: string, name: string): string[] {
  const top = folder === "/" ? "" : folder;
  return [folder, `${top}/src`, ...(includedFile(name) === undefined ? [] : [`${top}/include`])];
}
