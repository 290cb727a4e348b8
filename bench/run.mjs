// @ts-check
// npm run bench, bench:accuracy, bench:throughput: brings packages, builds, bundles the measurements as the product is bundled,
// and runs them. Everything that needs a newer Node is imported after asking for one.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { requireNode } from "../scripts/setup/node-version.mjs";
import { describe } from "../scripts/setup/problem.mjs";

/** Programs of their own: what must be measured in a fresh process, or runs elsewhere. */
const programs = {
  index: "bench/index.ts",
  accuracy: "bench/accuracy.ts",
  throughput: "bench/throughput.ts",
  cold: "bench/programs/cold.ts",
  "cold-parse": "bench/programs/cold-parse.ts",
  "cpu-probe": "bench/programs/cpu-probe.ts",
  host: "bench/programs/host.ts",
  limit: "bench/programs/limit.ts",
  ruff: "bench/programs/ruff.ts",
};

/** @param {string} root */
async function bundle(root) {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: programs,
    outdir: "build/bench",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
    plugins: [
      {
        name: "as-installed",
        setup: ({ onResolve }) => {
          // The parser is bundled into what ships; everything else stays where it is installed.
          onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) =>
            name.startsWith("@lezer/") || kind === "entry-point" ? undefined : { path: name, external: true },
          );
          // Scripts know where they lie.
          onResolve({ filter: /^\..*\.mjs$/ }, ({ path: name, resolveDir }) => ({
            path: pathToFileURL(path.resolve(resolveDir, name)).href,
            external: true,
          }));
        },
      },
    ],
  });
}

try {
  requireNode();
  const { build, installPackages, root } = await import("../scripts/setup/build.mjs");
  process.chdir(root);
  await installPackages();
  // What is measured of the engine alone needs nothing that ships.
  const [name = "index"] = process.argv
    .slice(2)
    .filter((word) => word === "accuracy" || word === "throughput");
  if (name === "index" && !process.argv.includes("--no-build")) await build();
  await bundle(root);
  await import(pathToFileURL(path.join(root, `build/bench/${name}.mjs`)).href);
} catch (error) {
  console.error(describe(error));
  process.exitCode = 2;
}
