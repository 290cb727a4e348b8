// Builds and packs the extension: activation-lens-<version>.vsix in the folder given, else in the root.
//   npm run package [-- --out FOLDER] [--no-build]
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

const root = path.resolve(import.meta.dirname, "..");
const { values } = parseArgs({
  options: { out: { type: "string", default: root }, "no-build": { type: "boolean", default: false } },
});
const node = (...args) =>
  execFileSync(process.execPath, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });

if (!values["no-build"]) node("esbuild.config.js");
const { name, version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
const file = path.join(path.resolve(values.out), `${name}-${version}.vsix`);
// There is no repository address to rewrite relative links to, and everything needed is bundled.
node(
  path.join(root, "node_modules/@vscode/vsce/vsce"),
  ...["package", "--no-dependencies", "--no-rewrite-relative-links", "--allow-missing-repository"],
  ...["--out", file],
);
