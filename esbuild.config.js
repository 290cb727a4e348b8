// Builds what ships: one engine, bundled into each program that needs it.
//   dist/extension.js      extension host (node): what is registered at activation
//   dist/features.js       the rest of it, read when first used
//   dist/extension.web.js  extension host (web worker)
//   dist/webview.js, .css  the lab's page; no externals, so an import of vscode or node fails here
//   dist/cli.js            command line
//   dist/engine.mjs, engine.d.mts   the engine for other programs
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const esbuild = require("esbuild");

const root = __dirname;
const watch = process.argv.includes("--watch");
const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));

/**
 * What is made of the engine's lists by running them: every function's formula, typeset, as `formulas:svg` and
 * `formulas:mathml`, and what frameworks do with it as `frameworks:summaries`, all by id.
 */
const madeFromLists = {
  name: "made-from-lists",
  setup(build) {
    build.onResolve({ filter: /^(formulas|frameworks):/ }, ({ path: name }) => ({
      path: name,
      namespace: "made",
    }));
    build.onLoad({ filter: /^frameworks:/, namespace: "made" }, async () => {
      const { summaries } = await load("src/engine/frameworks/summary.ts");
      const watchDirs = ["src/engine/frameworks", "src/engine/functions"].map((name) =>
        path.join(root, name),
      );
      return { contents: `export const summaries = ${JSON.stringify(summaries())};`, watchDirs };
    });
    build.onLoad({ filter: /^formulas:/, namespace: "made" }, async ({ path: name }) => {
      const { toSvgs, toMathMl } = await import("./scripts/typeset.mjs");
      const { functions } = await load("src/engine/functions/index.ts");
      const latex = functions.map((f) => [f.id, f.formula.latex]);
      const typeset = {
        "formulas:svg": () => toSvgs(latex),
        "formulas:mathml": () => ({
          formulas: Object.fromEntries(latex.map(([id, text]) => [id, toMathMl(text)])),
        }),
      }[name]();
      const watchDirs = [path.join(root, "src/engine/functions")];
      return {
        contents: Object.entries(typeset)
          .map(([part, value]) => `export const ${part} = ${JSON.stringify(value)};`)
          .join("\n"),
        watchDirs,
      };
    });
  },
};

/**
 * Compiling a file costs whether its code runs or not, so in the node host what activation does not need is a file apart.
 * A web worker's host reads one file only; there `import()` merely runs the code later.
 */
const featuresApart = {
  name: "features-apart",
  setup(build) {
    build.onResolve({ filter: /\/features\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./features.js", external: true } : undefined,
    );
  },
};

/** Grammars bring the colours of their highlighting along, which nothing here draws: they are left out. */
const withoutColours = {
  name: "without-colours",
  setup(build) {
    build.onLoad({ filter: /@lezer[\\/]\w+[\\/]dist[\\/]index\.js$/ }, ({ path: file }) => {
      const text = readFileSync(file, "utf8");
      const contents = text
        .replace(/^const \w+ = styleTags\(\{[\s\S]*?^\}\);$/gm, "")
        .replace(/^\s*propSources: \[\w+\],?$/gm, "")
        .replace(/^import \{ styleTags, tags \} from ['"]@lezer\/highlight['"];$/gm, "");
      return contents.includes("styleTags") ? undefined : { contents, loader: "js" };
    });
  },
};

/** chart.js' scales have static fields that a bundler dare not drop, registered or not; only the linear one is used. */
const withoutScales = {
  name: "without-scales",
  setup(build) {
    build.onLoad({ filter: /chart\.js[\\/]dist[\\/]chart\.js$/ }, ({ path: file }) => ({
      contents: readFileSync(file, "utf8").replace(
        /^class (?!Linear)(\w+Scale) extends [\s\S]*?^\}/gm,
        "class $1 {}",
      ),
      loader: "js",
    }));
  },
};

/**
 * Only other programs send arrays through a function. Elsewhere the loops that make that quick are left out, and what they are
 * quicker than stays: number by number.
 */
const withoutLoops = {
  name: "without-loops",
  setup(build) {
    const plain = {
      arrays: "export const singleValues = (curve, params, along, xs) => xs.map(along);",
      "single-shares":
        "const none = () => undefined; export { none as singleShares, none as singleLogShares };",
    };
    build.onLoad({ filter: /functions[\\/](arrays|single-shares)\.ts$/ }, ({ path: file }) => ({
      contents: plain[path.basename(file, ".ts")],
      loader: "js",
    }));
  },
};

/** Runs a module of the engine. */
async function load(file) {
  const built = await esbuild.build({
    entryPoints: [path.join(root, file)],
    bundle: true,
    format: "cjs",
    write: false,
  });
  const module = { exports: {} };
  new Function("module", "exports", built.outputFiles[0].text)(module, module.exports);
  return module.exports;
}

const common = {
  bundle: true,
  minify: !watch,
  sourcemap: watch ? "linked" : false,
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
  absWorkingDir: root,
  outdir: "dist",
  plugins: [madeFromLists, withoutColours, withoutScales, withoutLoops],
};
const extension = { ...common, format: "cjs", external: ["vscode"], target: "es2022" };

const bundles = [
  {
    ...extension,
    platform: "node",
    entryPoints: { extension: "src/extension/main.ts", features: "src/extension/features.ts" },
    plugins: [...common.plugins, featuresApart],
    // Through `require`, which is where the host provides `vscode`.
    supported: { "dynamic-import": false },
  },
  { ...extension, platform: "browser", entryPoints: { "extension.web": "src/extension/main.ts" } },
  {
    ...common,
    platform: "browser",
    format: "iife",
    target: "es2022",
    entryPoints: { webview: "src/webview/main.ts" },
    // A function around the page, whose text the page starts its worker from: no program is there twice.
    banner: { js: "(function activationLensPage() {" },
    footer: { js: "})();" },
  },
  {
    ...common,
    platform: "node",
    format: "cjs",
    target: "node20",
    entryPoints: { cli: "src/cli/main.ts" },
    banner: { js: "#!/usr/bin/env node" },
    define: { activationLensVersion: JSON.stringify(version) },
  },
  {
    ...common,
    platform: "neutral",
    format: "esm",
    target: "es2022",
    entryPoints: { engine: "src/engine/public.ts" },
    plugins: [],
    outExtension: { ".js": ".mjs" },
    // Names stay readable for whoever debugs through the engine.
    minify: false,
  },
];

function writeEngineTypes() {
  const { generateDtsBundle } = require("dts-bundle-generator");
  const [types] = generateDtsBundle([{ filePath: "src/engine/public.ts", output: { noBanner: true } }], {
    preferredConfigPath: path.join(root, "src/engine/tsconfig.json"),
  });
  writeFileSync(path.join(root, "dist/engine.d.mts"), types);
}

async function main() {
  if (watch) {
    const contexts = await Promise.all(bundles.map((options) => esbuild.context(options)));
    await Promise.all(contexts.map((context) => context.watch()));
    return;
  }
  const results = await Promise.all(bundles.map((options) => esbuild.build(options)));
  if (!existsSync(path.join(root, "build"))) mkdirSync(path.join(root, "build"));
  // Which packages went into what ships: ThirdPartyNotices is made from it, and a test compares.
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const packages = inputs.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  writeFileSync(
    path.join(root, "build/bundled-packages.json"),
    JSON.stringify([...new Set(packages)].sort(), null, 2),
  );
  writeEngineTypes();
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
