// @ts-check
import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { installServer } from "../../test/host/install.mjs";
import { pageAddress, quietSettings, remoteUri, startServer } from "../../test/host/server.mjs";
import { build, installPackages, packageExtension, root } from "../setup/build.mjs";
import { serverObstacle } from "../setup/machine.mjs";
import { Problem } from "../setup/problem.mjs";
import { cleanUp, onStopRequest, start, temporaryFolder } from "../setup/processes.mjs";
import { desktopVscode } from "./desktop.mjs";
import { openBrowser } from "./open-browser.mjs";

const usage = `npm start -- [options]

Opens VS Code on samples/ with the extension in it: a desktop VS Code where there is one, else a VS Code server from npm,
shown in the browser.

  --server    the server even where there is a desktop VS Code
  --port N    the server's port (as without it: any free one)
  --no-open   print the server's address without opening a browser
  --help      show this

Environment: VSCODE_EXECUTABLE (a desktop VS Code's executable), BROWSER (what to open the address with)`;

const samples = path.join(root, "samples");
/** Open at first: it has what the extension is about. */
const firstModel = path.join(samples, "pytorch_cnn.py");

/** What the first look needs beside the quiet settings. */
const settings = { ...quietSettings, "editor.hover.delay": 300 };

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
export async function startCommand(args) {
  const options = readOptions(args);
  if (options === undefined) {
    console.log(usage);
    return 0;
  }
  /** @type {Promise<number>} */
  const stopped = new Promise((resolve) => {
    onStopRequest(() => {
      console.log("\nStopping …");
      resolve(0);
    });
  });
  try {
    return await Promise.race([open(options), stopped]);
  } finally {
    await cleanUp();
    // What was under way (an installation, a build) has been ended with its processes.
    void stopped.then(() => process.exit(0));
  }
}

/** @param {readonly string[]} args */
function readOptions(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      server: { type: "boolean", default: false },
      port: { type: "string", default: "0" },
      "no-open": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return undefined;
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Problem(`"${values.port}" is no port.`, "Give a number from 1 to 65535, or leave --port out.");
  }
  return { server: values.server, port, browser: !values["no-open"] };
}

/**
 * @param {NonNullable<ReturnType<typeof readOptions>>} options
 * @returns {Promise<number>} exit code
 */
async function open({ server, port, browser }) {
  const desktop = server ? undefined : desktopVscode();
  const obstacle = serverObstacle();
  if (desktop === undefined && obstacle !== undefined) {
    throw new Problem(
      `There is no desktop VS Code here, and the VS Code server from npm cannot take its place: ${obstacle}.`,
      "Install VS Code (https://code.visualstudio.com), or name its executable in VSCODE_EXECUTABLE.",
    );
  }
  await installPackages();
  if (desktop === undefined) await installServer("newest");
  await build();
  return desktop === undefined ? await openServer(port, browser) : await openDesktop(desktop);
}

/** @param {string} executable */
async function openDesktop(executable) {
  const profile = temporaryFolder("profile");
  mkdirSync(path.join(profile, "User"));
  writeFileSync(path.join(profile, "User/settings.json"), JSON.stringify(settings, null, 2));
  const child = start(
    executable,
    [
      samples,
      firstModel,
      `--extensionDevelopmentPath=${root}`,
      `--user-data-dir=${profile}`,
      `--extensions-dir=${path.join(profile, "extensions")}`,
      ...[
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--new-window",
        "--disable-workspace-trust",
        "--skip-welcome",
        "--skip-release-notes",
        "--disable-updates",
      ],
    ],
    { stdio: "ignore" },
  );
  console.log(`\nVS Code is open on the samples (${executable}). Close its window or press Ctrl-C to stop.`);
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  return code === 0 ? 0 : 1;
}

/**
 * @param {number} port
 * @param {boolean} browser
 * @returns {Promise<number>}
 */
async function openServer(port, browser) {
  const vsix = await packageExtension();
  const token = randomBytes(24).toString("hex");
  const server = await startServer({ vsix, port, token, settings });
  const address = pageAddress(server, {
    folder: samples,
    token,
    payload: [["openFile", remoteUri(server, firstModel)]],
  });
  console.log(`\nVS Code with Activation Lens, on the samples:\n\n  ${address}\n`);
  console.log(
    "The token in the address is new each time; only this machine can reach it. Press Ctrl-C to stop.",
  );
  if (browser && !openBrowser(address)) console.log("No browser was found here to open it in.");
  throw new Error(`The VS Code server has ended:\n${await server.ended}`);
}
