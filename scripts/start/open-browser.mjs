// @ts-check
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { hasScreen } from "../setup/machine.mjs";

// wslview first: in WSL it opens the browser of Windows.
const openers = ["wslview", "xdg-open", "sensible-browser"];

/**
 * Shows an address in the person's own browser where there is one; nothing happens where there is none.
 * @param {string} address
 * @returns {boolean} whether one was asked
 */
export function openBrowser(address) {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  const find = (/** @type {string} */ name) =>
    folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
  const opener =
    process.env["BROWSER"] || find("wslview") || (hasScreen() ? openers.map(find).find(Boolean) : undefined);
  if (!opener) return false;
  // The browser is the person's: it stays when this program ends.
  const child = spawn(opener, [address], { detached: true, stdio: "ignore" });
  child.on("error", () => undefined);
  child.unref();
  return true;
}
