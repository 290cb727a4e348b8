#!/usr/bin/env node
// @ts-check
// Stands in for the VS Code executable where there is none: takes the arguments that @vscode/test-electron gives it, runs
// the suite in the extension host of the VS Code server from npm, with Chromium as its window, and exits as it ended.
import { readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { cleanUp, onStopRequest } from "../../scripts/setup/processes.mjs";
import { describe } from "../../scripts/setup/problem.mjs";
import { browserLaunchOptions } from "./browser.mjs";
import { editions } from "./install.mjs";
import { pageAddress, remoteUri, startServer } from "./server.mjs";

const timeoutMs = 240_000;

/** @param {string} name */
const argument = (name) => process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);

function options() {
  const development = argument("extensionDevelopmentPath");
  const tests = argument("extensionTestsPath");
  const folder = process.argv.slice(2).find((arg) => !arg.startsWith("-"));
  if (development === undefined || tests === undefined || folder === undefined) {
    throw new Error("needs a folder, --extensionDevelopmentPath= and --extensionTestsPath=");
  }
  const edition = editions.find((name) => name === process.env["VSCODE_EDITION"]) ?? "newest";
  return { development, tests, folder, kind: argument("extensionDevelopmentKind"), edition };
}

/** @param {string} folder */
function extensionId(folder) {
  const { publisher, name } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  return `${publisher}.${name}`;
}

async function run() {
  const { development, tests, folder, kind, edition } = options();
  // In a desktop VS Code the argument itself moves the extension to the web worker host; a server takes the setting.
  const settings =
    kind === undefined ? {} : { "remote.extensionKind": { [extensionId(development)]: [kind] } };
  const server = await startServer({ edition, testDriver: true, settings });
  const browser = await chromium.launch(await browserLaunchOptions());
  const page = await browser.newPage();
  /** @type {Promise<number>} */
  const code = new Promise((resolve, reject) => {
    void page.exposeFunction("codeAutomationExit", resolve);
    page.on("crash", () => reject(new Error("the page crashed")));
    void server.ended.then((said) => reject(new Error(`the VS Code server ended:\n${said}`)));
    setTimeout(() => reject(new Error(`no result within ${timeoutMs / 1000} s`)), timeoutMs).unref();
  });
  await page.exposeFunction(
    "codeAutomationLog",
    (/** @type {string} */ _type, /** @type {unknown[]} */ args) =>
      process.stdout.write(`${args.join(" ")}\n`),
  );
  await page.goto(
    pageAddress(server, {
      folder: path.resolve(folder),
      payload: [
        ["extensionDevelopmentPath", remoteUri(server, path.resolve(development))],
        ["extensionTestsPath", remoteUri(server, path.resolve(tests))],
      ],
    }),
  );
  return await code.finally(() => browser.close());
}

onStopRequest(() => void cleanUp().then(() => process.exit(130)));
const exitCode = await run().catch((error) => {
  console.error(describe(error));
  return 1;
});
await cleanUp();
process.exit(exitCode);
