// @ts-check
// Every program started here leads a process group of its own, and every temporary folder is on one list, so that
// nothing outlives the command that made it: not on success, not on failure, not on Ctrl-C.
import { execFileSync, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setInterval } from "node:timers";

const graceMs = 8000;
const windows = process.platform === "win32";

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();
/** @type {Set<string>} */
const folders = new Set();

// Whatever descends from this command carries the mark in its environment, even when it has left its process group.
const markName = "ACTIVATION_LENS_RUN";
const inheritedMark = process.env[markName];
const mark = inheritedMark ?? randomUUID();

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 */
export function start(command, args, options = {}) {
  const env = { ...(options.env ?? process.env), [markName]: mark };
  const child = spawn(command, args, { detached: !windows, ...options, env });
  running.add(child);
  // An unheard "error" would end this program; whoever cares listens too.
  child.on("error", () => running.delete(child));
  child.on("close", () => {
    signalGroup(child, "SIGKILL");
    running.delete(child);
  });
  return child;
}

/**
 * Ends a program and all it started: asks first, then insists.
 * @param {import("node:child_process").ChildProcess} child
 */
export async function stop(child) {
  if (child.pid === undefined) return;
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    signalGroup(child, "SIGTERM");
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
  }
  signalGroup(child, "SIGKILL");
  running.delete(child);
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (windows) execFileSync("taskkill", ["/pid", String(child.pid), "/T", "/F"], { stdio: "ignore" });
    else process.kill(-child.pid, signal);
  } catch {
    // The group has ended already.
  }
}

/**
 * @param {string} name
 * @param {string} [parent]
 * @returns {string} a fresh folder, removed when this program ends
 */
export function temporaryFolder(name, parent = tmpdir()) {
  mkdirSync(parent, { recursive: true });
  const folder = realpathSync(mkdtempSync(path.join(parent, `activation-lens-${name}-`)));
  folders.add(folder);
  return folder;
}

/** Ends what still runs and removes the temporary folders. */
export async function cleanUp() {
  await Promise.all([...running].map(stop));
  endMarked();
  removeFolders();
}

/** Linux only: elsewhere process groups have to do. */
function endMarked() {
  if (process.platform !== "linux" || inheritedMark !== undefined) return;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const marked = readFileSync(`/proc/${pid}/environ`, "latin1").includes(`${markName}=${mark}`);
      if (marked && Number(pid) !== process.pid) process.kill(Number(pid), "SIGKILL");
    } catch {
      // It has ended, or it is someone else's.
    }
  }
}

function removeFolders() {
  for (const folder of folders)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  folders.clear();
}

/**
 * Calls back once when the person (Ctrl-C), the system or a closed terminal asks this program to end, and also when
 * the npm that started it has gone without a word.
 * @param {(reason: string) => void} callback
 */
export function onStopRequest(callback) {
  let asked = false;
  /** @param {string} reason */
  const once = (reason) => {
    if (asked) return;
    asked = true;
    callback(reason);
  };
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.on(signal, () => once(signal));
  if (process.env["npm_execpath"] === undefined) return;
  const before = ancestors();
  setInterval(() => {
    if (ancestors() !== before) once("npm has ended");
  }, 1000).unref();
}

/** The shell that npm runs a script in, and npm above it: npm may end and leave the shell waiting for us. */
function ancestors() {
  const shell = process.ppid;
  if (process.platform !== "linux") return String(shell);
  try {
    return `${shell} ${/^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${shell}/status`, "utf8"))?.[1]}`;
  } catch {
    return String(shell);
  }
}

// Whatever way this program ends, its children end with it.
process.on("exit", () => {
  for (const child of running) signalGroup(child, "SIGKILL");
  endMarked();
  removeFolders();
});
