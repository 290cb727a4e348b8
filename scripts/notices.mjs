// Writes ThirdPartyNotices.txt: every package of which something is in dist/, with its licence text.
// Run after a build; the build leaves the list of packages it bundled.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

// The hover's typeset formulas are outlines of this font's glyphs, drawn when the bundles are built. Its package names its
// licence without the text, which is the one of MathJax itself.
const font = "@mathjax/mathjax-newcm-font";
const licenceElsewhere = { [font]: "@mathjax/src" };

/** @returns {string} the text that must be in ThirdPartyNotices.txt */
export function notices(root = process.cwd()) {
  const bundled = JSON.parse(readFileSync(path.join(root, "build/bundled-packages.json"), "utf8"));
  const entries = [...bundled, font].sort().map((name) => entry(path.join(root, "node_modules"), name));
  const head =
    "Activation Lens includes parts of the following packages, each under its own licence.\n" +
    "Versions are in package-lock.json.\n";
  return [head, ...entries].join(`\n${"-".repeat(78)}\n\n`);
}

function entry(modules, packageName) {
  const folder = path.join(modules, packageName);
  const { name, license, homepage, repository } = JSON.parse(
    readFileSync(path.join(folder, "package.json"), "utf8"),
  );
  const home = path.join(modules, licenceElsewhere[packageName] ?? packageName);
  const file = readdirSync(home).find((f) => /^licen[cs]e/i.test(f));
  if (!file) throw new Error(`${packageName} has no licence text`);
  const text = readFileSync(path.join(home, file), "utf8").replaceAll("\r", "").trim();
  const address = homepage ?? (typeof repository === "string" ? repository : repository?.url) ?? "";
  return `${name}\nLicence: ${license}\n${address}\n\n${text}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync("ThirdPartyNotices.txt", notices());
}
