// @ts-check
// Which Chromium the tests drive: the one named in CHROMIUM, else an installed one, else the one from npm.
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import path from "node:path";
import { Problem } from "../../scripts/setup/problem.mjs";
import { installBrowser } from "./install.mjs";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];
const macApplications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const windowsApplications = ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].map((folder) =>
  path.join(process.env[folder] ?? "", "Google/Chrome/Application/chrome.exe"),
);

/**
 * How to launch it with playwright-core's `chromium.launch`.
 * @returns {Promise<{ executablePath: string, args: string[], env: Record<string, string> }>}
 */
export async function browserLaunchOptions() {
  // As root there is no sandbox, and /dev/shm is tiny in containers.
  const args = ["--no-sandbox", "--disable-dev-shm-usage"];
  const env = { .../** @type {Record<string, string>} */ (process.env) };
  const installed = namedBrowser() ?? installedBrowser();
  if (installed !== undefined) return { executablePath: installed, args, env };
  const { executable, libraries, fonts } = await installBrowser();
  if (lacksLibraries(executable)) {
    env["LD_LIBRARY_PATH"] = [libraries, process.env["LD_LIBRARY_PATH"]].filter(Boolean).join(":");
  }
  if (!hasFonts()) env["FONTCONFIG_FILE"] = fontConfiguration(fonts);
  return { executablePath: executable, args, env };
}

function namedBrowser() {
  const named = process.env["CHROMIUM"];
  if (named === undefined || named === "") return undefined;
  if (existsSync(named)) return named;
  throw new Problem(
    `CHROMIUM names ${named}, which does not exist.`,
    "Name a Chromium or Chrome executable, or unset it.",
  );
}

function installedBrowser() {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  const onPath = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...onPath, ...macApplications, ...windowsApplications].find(
    (file) => path.isAbsolute(file) && existsSync(file),
  );
}

/** @param {string} executable */
function lacksLibraries(executable) {
  try {
    return execFileSync("ldd", [executable], { encoding: "utf8" }).includes("not found");
  } catch {
    return true;
  }
}

function hasFonts() {
  const folders = ["/usr/share/fonts", "/usr/local/share/fonts"].filter((folder) => existsSync(folder));
  return existsSync("/etc/fonts/fonts.conf") && folders.some((folder) => readdirSync(folder).length > 0);
}

/**
 * @param {string} fonts
 * @returns {string} a file that tells Chromium where the fonts that came with it are
 */
function fontConfiguration(fonts) {
  const file = path.join(fonts, "local.conf");
  const cache = path.join(fonts, "cache");
  writeFileSync(file, `<fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>\n`);
  return file;
}
