// @ts-check
// A desktop VS Code, where there is one that can show a window.
import { existsSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { hasScreen } from "../setup/machine.mjs";
import { Problem } from "../setup/problem.mjs";

/** Places of the program itself; the `code` command is a script that starts it and ends at once. */
const usualPlaces = {
  linux: [
    "/usr/share/code/code",
    "/usr/share/code-insiders/code-insiders",
    "/opt/visual-studio-code/code",
    "/snap/code/current/usr/share/code/code",
    "/usr/share/codium/codium",
  ],
  darwin: ["/Applications", path.join(homedir(), "Applications")].flatMap((folder) =>
    ["Visual Studio Code", "Visual Studio Code - Insiders", "VSCodium"].flatMap((name) =>
      ["Electron", "Code", "VSCodium"].map((binary) =>
        path.join(folder, `${name}.app/Contents/MacOS`, binary),
      ),
    ),
  ),
  win32: ["LOCALAPPDATA", "ProgramFiles"].flatMap((variable) => {
    const folder = process.env[variable];
    const programs = variable === "LOCALAPPDATA" ? "Programs" : "";
    return folder === undefined ? [] : [path.join(folder, programs, "Microsoft VS Code", "Code.exe")];
  }),
};

/** Where the program is, seen from the real place of the `code` command. */
const besideCommand = {
  linux: ["../code", "../code-insiders", "../codium"],
  darwin: ["../../../../MacOS/Electron", "../../../../MacOS/Code"],
  win32: ["../Code.exe"],
};

/** @returns {string | undefined} */
export function desktopVscode() {
  const named = process.env["VSCODE_EXECUTABLE"];
  if (named) {
    if (existsSync(named)) return named;
    throw new Problem(`VSCODE_EXECUTABLE names ${named}, which does not exist.`, "Correct or unset it.");
  }
  const { platform } = process;
  if (platform !== "linux" && platform !== "darwin" && platform !== "win32") return undefined;
  if (!hasScreen()) return undefined;
  return [...fromPath(platform), ...usualPlaces[platform]].find((file) => existsSync(file));
}

/** @param {keyof typeof besideCommand} platform */
function fromPath(platform) {
  const command = platform === "win32" ? "code.cmd" : "code";
  return (process.env["PATH"] ?? "")
    .split(path.delimiter)
    .map((folder) => path.join(folder, command))
    .filter((file) => path.isAbsolute(file) && existsSync(file))
    .map((file) => path.dirname(realpathSync(file)))
    .flatMap((folder) => besideCommand[platform].map((place) => path.resolve(folder, place)));
}
