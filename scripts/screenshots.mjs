// @ts-check
// npm run screenshots: renews the pictures of the documents in docs/images, from the extension as it is now in a real VS Code.
import { requireNode } from "./setup/node-version.mjs";
import { describe } from "./setup/problem.mjs";

try {
  requireNode();
  const { build, installPackages, packageExtension, runNode } = await import("./setup/build.mjs");
  const { installServer } = await import("../test/host/install.mjs");
  const { withProgress } = await import("./setup/progress.mjs");
  await installPackages();
  await installServer("newest");
  await build();
  process.env["ACTIVATION_LENS_VSIX"] = await packageExtension();
  await withProgress("Taking pictures", () => runNode("--import", "tsx", "test/ui/screenshots.ts"));
} catch (error) {
  console.error(describe(error));
  process.exitCode = 1;
}
