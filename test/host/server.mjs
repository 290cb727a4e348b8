// @ts-check
// A real VS Code server on loopback, with folders of its own: the editor that people know, in a browser.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { URLSearchParams } from "node:url";
import { Problem } from "../../scripts/setup/problem.mjs";
import { start, stop, temporaryFolder } from "../../scripts/setup/processes.mjs";
import { serverPlace } from "./install.mjs";

const startTimeoutMs = 60_000;

/** Nothing that moves, asks or advertises beside the extension. */
export const quietSettings = {
  "chat.disableAIFeatures": true,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "telemetry.telemetryLevel": "off",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "update.mode": "none",
};

/**
 * @typedef {object} ServerOptions
 * @property {import("./install.mjs").Edition} [edition]
 * @property {string} [vsix] an extension to install first
 * @property {Record<string, unknown>} [settings] user settings beside the quiet ones
 * @property {string} [token] the connection token a page must show; without one, whoever reaches the port is let in
 * @property {number} [port] 0: any free one
 * @property {boolean} [testDriver] lets a page run an extension under development, at the price of no pop-ups
 * @property {Record<string, string | undefined>} [env]
 */

/**
 * @typedef {object} Server
 * @property {string} origin "http://localhost:1234"
 * @property {string} authority "localhost:1234", as vscode-remote uris name this server
 * @property {string} settingsFile
 * @property {string} extensionsFolder
 * @property {() => string} log all it printed so far
 * @property {Promise<string>} ended what it said last, once it has ended
 * @property {() => Promise<void>} stop
 */

/**
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>}
 */
export async function startServer({
  edition = "newest",
  vsix,
  settings = {},
  token,
  port = 0,
  testDriver = false,
  env = {},
} = {}) {
  const folder = temporaryFolder("server");
  const settingsFile = path.join(folder, "data/User/settings.json");
  const extensionsFolder = path.join(folder, "extensions");
  mkdirSync(path.dirname(settingsFile), { recursive: true });
  writeFileSync(settingsFile, JSON.stringify({ ...quietSettings, ...settings }, null, 2));

  const folders = ["--server-data-dir", folder, "--user-data-dir", path.join(folder, "data")];
  folders.push("--extensions-dir", extensionsFolder);
  const run = (/** @type {readonly string[]} */ args) => runServer(edition, [...folders, ...args], env);

  if (vsix !== undefined) await installExtension(run, vsix);
  const { child, output } = run([
    ...["--host", "127.0.0.1", "--port", String(port)],
    ...(token === undefined ? ["--without-connection-token"] : ["--connection-token", token]),
    "--accept-server-license-terms",
    ...["--telemetry-level", "off"],
    "--disable-workspace-trust",
    "--disable-getting-started-override",
    // Asking a login shell for its environment takes seconds, and nothing here needs it.
    "--force-disable-user-env",
    ...(testDriver ? ["--enable-smoke-test-driver"] : []),
  ]);
  const listening = await listeningPort(child, output, port);
  return {
    origin: `http://localhost:${listening}`,
    authority: `localhost:${listening}`,
    settingsFile,
    extensionsFolder,
    log: output,
    ended: new Promise((resolve) => child.once("exit", () => resolve(lastLines(output())))),
    stop: () => stop(child),
  };
}

/**
 * The address at which the server shows a folder.
 * @param {Server} server
 * @param {{ folder: string, token?: string, payload?: readonly (readonly [key: string, value: string])[] }} page
 */
export function pageAddress({ origin }, { folder, token, payload = [] }) {
  const query = new URLSearchParams();
  if (token !== undefined) query.set("tkn", token);
  query.set("folder", folder);
  query.set("payload", JSON.stringify([["skipWelcome", "true"], ...payload]));
  // VS Code reads the query itself and takes "+" for itself, not for a space.
  return `${origin}/?${query.toString().replaceAll("+", "%20").replaceAll("%2F", "/").replaceAll("%3A", ":")}`;
}

/**
 * @param {Server} server
 * @param {string} file an absolute path
 */
export const remoteUri = ({ authority }, file) => `vscode-remote://${authority}${file}`;

/**
 * @param {import("./install.mjs").Edition} edition
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} env
 */
function runServer(edition, args, env) {
  const { node, main } = serverPlace(edition);
  const child = start(node, [main, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  child.stdout?.on("data", (data) => (text += String(data)));
  child.stderr?.on("data", (data) => (text += String(data)));
  child.on("error", (error) => (text += error.message));
  return { child, output: () => text };
}

/**
 * @param {(args: readonly string[]) => ReturnType<typeof runServer>} run
 * @param {string} vsix
 */
async function installExtension(run, vsix) {
  const { child, output } = run(["--install-extension", vsix, "--force"]);
  const code = await new Promise((resolve) => {
    child.on("error", resolve);
    child.on("close", resolve);
  });
  if (code !== 0) throw new Error(`VS Code did not install ${vsix}:\n${output()}`);
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {() => string} output
 * @param {number} asked
 * @returns {Promise<number>}
 */
async function listeningPort(child, output, asked) {
  const deadline = Date.now() + startTimeoutMs;
  for (;;) {
    const listening = /Extension host agent listening on (\d+)/.exec(output())?.[1];
    if (listening !== undefined) return Number(listening);
    if (/EADDRINUSE/.test(output())) {
      await stop(child);
      throw new Problem(
        `Port ${asked} is taken.`,
        "Choose another with --port, or leave it out to get any free one.",
      );
    }
    const ended = child.exitCode !== null || child.signalCode !== null;
    if (ended || Date.now() > deadline) {
      await stop(child);
      throw new Error(
        `The VS Code server ${ended ? "ended at once" : "did not start"}:\n${lastLines(output())}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** @param {string} text */
const lastLines = (text) => text.trimEnd().split("\n").slice(-20).join("\n");
