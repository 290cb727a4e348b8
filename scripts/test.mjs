// @ts-check
// npm test: brings what it needs from the npm registry, builds, and runs every kind of test. The last line is
// "N passed, N failed" over all of them. Everything that needs a newer Node is imported after asking for one.
import { requireNode } from "./setup/node-version.mjs";
import { describe } from "./setup/problem.mjs";

try {
  requireNode();
  const { test } = await import("./test/command.mjs");
  process.exitCode = await test(process.argv.slice(2));
} catch (error) {
  console.error(describe(error));
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
}
