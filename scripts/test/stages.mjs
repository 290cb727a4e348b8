// @ts-check
// What `npm test` runs, in this order. A check is one test that passes when its programs exit 0; a suite prints its counts
// through test/reporter.ts.

/** What must be there before a stage can run. @typedef {"build" | "editor" | "server" | "browser" | "vsix"} Need */

/**
 * @typedef {object} Stage
 * @property {string} id
 * @property {string} title
 * @property {"check" | "suite"} kind
 * @property {readonly Need[]} needs without which it does not run
 * @property {readonly Need[]} [wants] brought before it; it runs all the same without them
 * @property {number} minutes after which it is ended and has failed
 * @property {(options: { grep?: string | undefined, edition: string }) => readonly (readonly string[])[]} programs run by Node
 * @property {string} [linePrefix] only lines that begin so are the suite's, the others are an editor's
 */

const mocha = "node_modules/mocha/bin/mocha.js";
const strict = ["--forbid-only", "--forbid-pending", "--reporter", "test/reporter.ts"];

/** @param {string | undefined} grep */
const grepArgument = (grep) => (grep === undefined ? [] : ["--grep", grep]);

/**
 * @param {"node" | "web"} host
 * @returns {Stage["programs"]}
 */
const integration =
  (host) =>
  ({ grep, edition }) => [
    ["test/integration/run.mjs", "--host", host, "--vscode", edition, ...grepArgument(grep)],
  ];

/** @type {readonly Stage[]} */
export const stages = [
  {
    id: "types",
    title: "Types",
    kind: "check",
    needs: [],
    minutes: 5,
    programs: () => [["node_modules/typescript/bin/tsc", "-b"]],
  },
  {
    id: "lint",
    title: "Lint and format",
    kind: "check",
    needs: [],
    minutes: 5,
    programs: () => [
      ["node_modules/eslint/bin/eslint.js", "."],
      ["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."],
    ],
  },
  {
    id: "build",
    title: "Build",
    kind: "check",
    needs: ["build"],
    minutes: 5,
    programs: () => [],
  },
  {
    id: "unit",
    title: "Unit tests",
    kind: "suite",
    needs: [],
    wants: ["build"],
    minutes: 10,
    programs: ({ grep }) => [[mocha, ...strict, ...grepArgument(grep)]],
  },
  {
    id: "package",
    title: "Packed command line and engine, as a stranger gets them",
    kind: "suite",
    needs: ["build"],
    minutes: 5,
    programs: ({ grep }) => [
      [mocha, "--config", "test/package/.mocharc.json", ...strict, ...grepArgument(grep)],
    ],
  },
  {
    id: "integration",
    title: "Integration, extension host in Node",
    kind: "suite",
    needs: ["build", "editor"],
    minutes: 6,
    programs: integration("node"),
    linePrefix: "activation-lens| ",
  },
  {
    id: "integration-web",
    title: "Integration, extension host in a web worker",
    kind: "suite",
    needs: ["build", "editor"],
    minutes: 6,
    programs: integration("web"),
    linePrefix: "activation-lens| ",
  },
  {
    id: "ui",
    title: "User interface in Chromium, packaged extension",
    kind: "suite",
    needs: ["build", "server", "browser", "vsix"],
    minutes: 25,
    programs: ({ grep }) => [
      [
        mocha,
        "--config",
        "test/ui/.mocharc.json",
        ...strict,
        "--reporter-option",
        "lines=tests",
        ...grepArgument(grep),
      ],
    ],
  },
];
