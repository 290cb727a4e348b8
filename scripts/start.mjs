// @ts-check
// npm start: brings what it needs from the npm registry, builds, and opens a real VS Code on the samples with the extension
// in it. Everything that needs a newer Node is imported after asking for one.
import { requireNode } from "./setup/node-version.mjs";
import { describe } from "./setup/problem.mjs";

try {
  requireNode();
  const { startCommand } = await import("./start/command.mjs");
  process.exitCode = await startCommand(process.argv.slice(2));
} catch (error) {
  console.error(describe(error));
  process.exitCode = 1;
}
