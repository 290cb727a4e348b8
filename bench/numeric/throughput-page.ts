/** docs/throughput.md. */
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";
import { root } from "../../scripts/setup/build.mjs";
import { numberText } from "../../src/engine/curve/number-text.ts";
import type { Group } from "../define.ts";
import { groupMarkdown } from "../report.ts";
import { table } from "./accuracy-page.ts";
import type { ArrayGroup } from "./arrays.ts";
import { libraryVersion } from "./install.ts";

/** @returns where it was written */
export function writeThroughput(arrays: readonly ArrayGroup[], hover: Group): string {
  const file = path.join(root, "docs/throughput.md");
  const parts = [head(), ...[...arrays, hover].map((group) => groupMarkdown(group)), deviations(arrays)];
  writeFileSync(file, `${parts.join("\n\n")}\n`);
  return file;
}

function head(): string {
  const versions = ["onnxruntime-node", "@tensorflow/tfjs-core"].map(
    (name) => `${name} ${libraryVersion(name)}`,
  );
  return `<!-- Written by npm run bench:throughput. -->

# Throughput

Float32Arrays of 10⁶ elements, normally distributed with standard deviation 3, through one function on one thread;
${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, shared with other work. ${versions.join(", ")}.

Milliseconds. Subjects take turns; verdicts are passed on the median of processor time. This engine computes in
doubles, to more places than float32 has, and rounds when it stores.`;
}

function deviations(arrays: readonly ArrayGroup[]): string {
  const scored = arrays.filter(({ scores }) => scores.length > 0);
  const names = scored[0]?.scores.map(([name]) => name) ?? [];
  const rows = scored.map(({ title, scores }) => [
    title,
    ...names.map((name) => {
      const worst = scores.find(([own]) => own === name)?.[1].everywhere;
      return worst === undefined ? "–" : `${numberText(worst.error, 3)} at ${numberText(worst.x, 3)}`;
    }),
  ]);
  return `## Deviation from the truth

The largest among 10⁴ of the same results, in units of the last place of float32; correct rounding is at most 0.5 away.

${table(["", ...names], rows)}`;
}
