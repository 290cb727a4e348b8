/** `detect` and `check` over a folder, whole programs from start to end, beside what no such program can do without, and linters. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { root } from "../../scripts/setup/build.mjs";
import { temporaryFolder } from "../../scripts/setup/processes.mjs";
import { writeTree } from "../corpus/tree.ts";
import { atMostTimes, type Line, type Measurement } from "../define.ts";
import { lineOf, type Time } from "../measure.ts";
import { installedPeer, peerVersion } from "../peers/install.ts";
import { built, nodeRun, run } from "../programs/run.ts";

const rounds = 3;
const ruff = "@astral-sh/ruff-wasm-nodejs";

const pythonProgram = `
import ast, os, pathlib, sys, time
for file in pathlib.Path(sys.argv[1]).rglob("*.py"):
    ast.parse(file.read_text(encoding="utf-8"))
os.write(3, str(time.process_time() * 1000).encode())
`;

export const detect: Measurement = {
  id: "detect",
  async *run() {
    const folder = temporaryFolder("bench");
    const { files, megabytes } = writeTree(folder);
    const cli = path.join(root, "dist/cli.js");
    const runs: Record<string, () => Promise<Time>> = {
      "filter by words, Lezer's parse of what passes": () => nodeRun(built("limit"), folder),
      "activation-lens detect": () => nodeRun(cli, "detect", folder),
      "activation-lens check": () => nodeRun(cli, "check", "--fail-on", "never", folder),
    };
    const installed = await installedPeer(ruff);
    runs[`ruff ${peerVersion(ruff)} in wasm, default rules, warm`] = async () => {
      const { cpu } = await run(process.execPath, [built("ruff"), folder, installed]);
      // The program's own time on the wall holds more than what it says of its processor time.
      return { cpu, wall: NaN };
    };
    if (spawnSync("python3", ["--version"]).status === 0) {
      runs["Python's own ast.parse"] = () => run("python3", ["-c", pythonProgram, folder]);
    }
    const times = new Map(Object.keys(runs).map((name) => [name, [] as Time[]]));
    for (let round = 0; round < rounds; round++) {
      for (const [name, once] of Object.entries(runs)) times.get(name)!.push(await once());
    }
    const [limit, detection, advice, ...peers] = [...times].map(([name, list]) => lineOf(name, list)) as [
      Line,
      Line,
      Line,
      ...Line[],
    ];
    yield {
      title: `detect and check over ${files} files, ${megabytes.toFixed(1)} MB`,
      note: "Half the files name a framework; the others read all of them",
      lines: [limit, atMostTimes(1.5, limit, detection), atMostTimes(2, limit, advice), ...peers],
    };
  },
};
