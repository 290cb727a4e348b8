/** Who may import whom, and what the pure parts may not name. An arrow that is not listed here is wrong. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const src = path.resolve(import.meta.dirname, "../src");

/** What every room may import. */
const everywhere = ["engine/range.ts", "engine/l10n.ts"];

/** Each room and the rooms it may import from, beside itself and what every room may import. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  "engine/math": [],
  "engine/functions": ["engine/math"],
  "engine/frameworks": ["engine/functions"],
  "engine/syntax": [],
  "engine/notebook": [],
  "engine/languages": ["engine/syntax", "engine/notebook"],
  "engine/detect": ["engine/syntax", "engine/frameworks", "engine/functions"],
  "engine/rewrite": [
    "engine/detect",
    "engine/syntax",
    "engine/frameworks",
    "engine/functions",
    "engine/rewrite/set-parameter.ts",
  ],
  "engine/rewrite/set-parameter.ts": ["engine/functions"],
  "engine/advise": [
    "engine/convolve",
    "engine/detect",
    "engine/syntax",
    "engine/frameworks",
    "engine/functions",
  ],
  "engine/formats": ["engine/functions", "engine/math"],
  "engine/curve": ["engine/functions", "engine/formats", "engine/math"],
  "engine/transform": ["engine/functions", "engine/math"],
  "engine/choose": ["engine/functions"],
  "engine/flow": ["engine/functions", "engine/math"],
  "engine/convolve": ["engine/flow", "engine/math"],
  "engine/network": ["engine/flow", "engine/functions", "engine/math"],
  engine: ["engine/functions", "engine/math"],
  webview: [
    "engine/functions",
    "engine/frameworks",
    "engine/math",
    "engine/curve",
    "engine/transform",
    "engine/choose",
    "engine/flow",
    "engine/convolve",
    "engine/network",
    "engine/rewrite/set-parameter.ts",
    "webview/protocol.ts",
    "webview/protocol",
  ],
  "webview/protocol": ["engine/convolve"],
  "webview/protocol.ts": [
    "webview/protocol",
    "engine/convolve",
    "engine/choose",
    "engine/flow",
    "engine/functions",
    "engine/network",
    "engine/rewrite/set-parameter.ts",
  ],
  cli: ["engine/*"],
  extension: ["engine/*", "webview/protocol.ts"],
};

/** Packages a room may import, types included. No room may import any other. */
const packages: Readonly<Record<string, readonly string[]>> = {
  "engine/syntax": ["@lezer/*"],
  "engine/advise": ["smol-toml"],
  webview: ["chart.js", "formulas:mathml", "frameworks:summaries"],
  cli: ["ignore", "node:*", "sarif"],
  extension: ["vscode", "ignore", "formulas:svg"],
};

/** Pure files of the extension: they may use vscode's types, never its values. */
const pureExtension = [
  /^extension\/commands\//,
  /^extension\/views\//,
  /^extension\/activations\/(inventory|tree|glob|ignored|slices|scan)\.ts$/,
  /^extension\/inlay-hints\/hints\.ts$/,
  /^extension\/differences\/markdown\.ts$/,
  /^extension\/status\/summary\.ts$/,
  /^extension\/diagnostics\/wanted\.ts$/,
  /^extension\/rewrite\/(apply|choices|site)\.ts$/,
  /^extension\/hover\/(facts|markdown)\.ts$/,
  /^extension\/panel\/(choose-picture|exported-file|lab-link|lab-state|save-file)\.ts$/,
  /^extension\/(counts|l10n|settings|manifest|steps|walkthrough)\.ts$/,
];

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
  /** By `import()`: read when the call is reached. */
  readonly lazy?: boolean;
}

function sourceFiles(folder = src): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(full);
    return entry.name.endsWith(".ts") ? [full] : [];
  });
}

const importLine = /^(?:import|export)\s+(type\s)?(?:[^;"']*?from\s*)?"([^"]+)"|import\("([^"]+)"\)/gm;

function importsOf(file: string, text: string): Import[] {
  const name = path.relative(src, file).replaceAll(path.sep, "/");
  return [...text.matchAll(importLine)].map((match) => {
    const target = match[2] ?? match[3]!;
    const inside = target.startsWith(".");
    return {
      file: name,
      target: inside ? path.posix.normalize(path.posix.join(path.posix.dirname(name), target)) : target,
      typeOnly: match[1] !== undefined,
      lazy: match[3] !== undefined,
    };
  });
}

/** The most specific room of `rooms` that a file lies in. */
function roomOf(file: string, rooms: readonly string[]): string | undefined {
  return rooms
    .filter((room) => file === room || file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function allows(list: readonly string[], target: string): boolean {
  return list.some((entry) =>
    entry.endsWith("*")
      ? target.startsWith(entry.slice(0, -1))
      : target === entry || target.startsWith(`${entry}/`),
  );
}

function isWrong({ file, target, typeOnly }: Import): boolean {
  const isOurs = target.startsWith("engine/") || /^(webview|extension|cli)\//.test(target);
  if (!isOurs) {
    if (target === "vscode" && !typeOnly && pureExtension.some((pure) => pure.test(file))) return true;
    if (target.startsWith("chart.js") && !file.startsWith("webview/charts/")) return true;
    return !allows(packages[roomOf(file, Object.keys(packages)) ?? ""] ?? [], target);
  }
  if (target.endsWith("/main.ts")) return true;
  if (everywhere.includes(target)) return false;
  const from = roomOf(file, Object.keys(arrows));
  if (from === undefined) return true;
  const to = roomOf(target, Object.keys(arrows));
  return from !== to && !allows(arrows[from]!, target);
}

describe("architecture", () => {
  const files = sourceFiles().map((file) => ({ file, text: readFileSync(file, "utf8") }));
  const imports = files.flatMap(({ file, text }) => importsOf(file, text));

  it("imports only along the arrows", () => {
    const wrong = imports.filter(isWrong).map(({ file, target }) => `${file} → ${target}`);
    assert.deepEqual(wrong, []);
    assert.ok(imports.length > files.length, "the import lines were found");
  });

  it("rejects wrong arrows", () => {
    const examples: Import[] = [
      { file: "engine/functions/relu.ts", target: "vscode", typeOnly: true },
      { file: "engine/functions/relu.ts", target: "engine/detect/use.ts", typeOnly: true },
      { file: "engine/math/jet.ts", target: "node:fs", typeOnly: false },
      { file: "webview/main.ts", target: "engine/detect/use.ts", typeOnly: true },
      { file: "webview/main.ts", target: "extension/settings.ts", typeOnly: false },
      { file: "webview/views/function.ts", target: "chart.js", typeOnly: false },
      { file: "extension/main.ts", target: "webview/main.ts", typeOnly: false },
      { file: "extension/main.ts", target: "webview/state.ts", typeOnly: false },
      { file: "extension/commands/open-lab.ts", target: "vscode", typeOnly: false },
      { file: "cli/detect.ts", target: "webview/protocol.ts", typeOnly: false },
      { file: "cli/detect.ts", target: "left-pad", typeOnly: false },
    ];
    assert.deepEqual(
      examples.filter((example) => !isWrong(example)),
      [],
    );
  });

  it("has no cycles of files", () => {
    const next = new Map<string, string[]>();
    for (const { file, target, typeOnly } of imports) {
      if (!typeOnly && target.endsWith(".ts")) next.set(file, [...(next.get(file) ?? []), target]);
    }
    const done = new Set<string>();
    const walk = (file: string, trail: readonly string[]): void => {
      assert.ok(!trail.includes(file), `cycle: ${[...trail, file].join(" → ")}`);
      if (done.has(file)) return;
      for (const target of next.get(file) ?? []) walk(target, [...trail, file]);
      done.add(file);
    };
    for (const file of next.keys()) walk(file, []);
  });

  it("loads nothing to speak of at activation", () => {
    const loaded = new Set(["extension/main.ts"]);
    // A set grows while it is walked, so this goes on to what the files found import in their turn.
    for (const file of loaded) {
      for (const found of imports) {
        if (found.file === file && !found.typeOnly && !found.lazy) loaded.add(found.target);
      }
    }
    const heavy = [...loaded].filter((file) =>
      /^(engine\/(advise\/(?!levels)|functions|frameworks|detect|curve|transform|languages|syntax)|webview|@)|features|formulas/.test(
        file,
      ),
    );
    assert.deepEqual(heavy, []);
    assert.ok(loaded.size > 2, "the imports were followed");
  });

  it("keeps clocks, chance and the console out of the engine", () => {
    const impure = /\b(Math\.random|Date\b|performance\.|console\.|setTimeout|globalThis\b)/;
    const wrong = files.filter(
      ({ file, text }) => file.includes("/engine/") && impure.test(stripComments(text)),
    );
    assert.deepEqual(
      wrong.map(({ file }) => path.relative(src, file)),
      [],
    );
  });
});

function stripComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
}
