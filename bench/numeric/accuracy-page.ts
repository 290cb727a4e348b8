/** docs/accuracy.md. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../scripts/setup/build.mjs";
import { numberText } from "../../src/engine/curve/number-text.ts";
import type { FunctionId } from "../../src/engine/functions/index.ts";
import type { Score, Worst } from "./score.ts";
import type { Order, Subject } from "./subject.ts";

export interface Measured {
  readonly id: FunctionId;
  readonly order: Order;
  readonly subject: Subject;
  readonly score: Score;
}

const titles = ["Values", "First derivatives", "Second derivatives"] as const;

/** @param missing why a library could not be asked @returns where it was written */
export function writeAccuracy(
  measured: readonly Measured[],
  subjects: readonly Subject[],
  missing: readonly string[],
): string {
  const file = path.join(root, "docs/accuracy.md");
  const tables = ([0, 1, 2] as const).map((order) => tableOf(measured, subjects, order));
  const text = [head(), summary(measured, subjects), ...tables, unmeasured(missing), ""].join("\n\n");
  writeFileSync(file, text);
  return file;
}

function head(): string {
  const day = new Date().toISOString().slice(0, 10);
  return `<!-- Written by npm run bench:accuracy. -->

# Accuracy

How far results are from the truth, in units of the last place (ulps) of the format they are in; ${day}, Node ${process.version}.

The truth is the formula's value at the very numbers given, by this engine's exact arithmetic; before a function is measured,
that is held against all its stored results of 700-digit arithmetic (mpmath), and the run stops at the first that differs.
Places: the stored ones of the first grid (kinks, zeros of derivatives, tails, denormals, and neighbours of all of these) and
3,000 random ones. A float32 library is asked at float32 places and scored in float32 ulps, of which a correctly rounded
result is at most 0.5 away; a double is compared with the nearest double, so 0 is correct rounding. Parameters are the
defaults.

A cell is the largest error for |x| ≤ 5, with the x it is at, then the largest anywhere if that is larger. ∞ stands for NaN,
for an infinity that ought to be finite, or the other way round. Sine and snake are asked for |a x| ≤ 2²⁰.`;
}

/** What the tables come to. */
function summary(measured: readonly Measured[], subjects: readonly Subject[]): string {
  const rows = ([0, 1, 2] as const).flatMap((order) =>
    subjects.flatMap((subject) => {
      const scores = measured.filter((one) => one.subject === subject && one.order === order);
      if (scores.length === 0) return [];
      const near = scores.map(({ score }) => score.near.error).sort((a, b) => a - b);
      const everywhere = scores.map(({ score }) => score.everywhere.error);
      return [
        [
          `${subject.name} ${subject.version}`,
          subject.format,
          titles[order].toLowerCase(),
          String(scores.length),
          errorText(near[Math.floor(near.length / 2)]!),
          errorText(near.at(-1)!),
          errorText(Math.max(...everywhere)),
        ],
      ];
    }),
  );
  const names = [
    "format",
    "of",
    "functions",
    "median for \\|x\\| ≤ 5",
    "worst for \\|x\\| ≤ 5",
    "worst anywhere",
  ];
  return `## In short

${table(names, rows)}

Median and worst are over the functions, of each one's largest error. An error is relative to the result, so the largest ones
are where a result is all but 0: a tail that is flushed to 0, e^x − 1 formed by subtraction (2²⁴ ulps: every digit lost), and
zeros of a function or a derivative, beside which plain doubles cancel ("as drawn" is what curves are drawn from, where that
is far below a pixel, and the few digits of a long transform; the exact results are what programs get, the lab's cursor and
tables show, and other transforms give).`;
}

function tableOf(measured: readonly Measured[], subjects: readonly Subject[], order: Order): string {
  const columns = subjects.filter((subject) =>
    measured.some((one) => one.subject === subject && one.order === order),
  );
  const ids = [...new Set(measured.map(({ id }) => id))];
  const rows = ids.map((id) => [
    id,
    ...columns.map((subject) => {
      const found = measured.find((one) => one.id === id && one.order === order && one.subject === subject);
      return found ? cell(found.score) : "–";
    }),
  ]);
  return `## ${titles[order]}\n\n${table(["", ...columns.map(({ name }) => name)], rows)}`;
}

function cell({ near, everywhere }: Score): string {
  const more = everywhere.error > near.error ? `; ${worstText(everywhere)}` : "";
  return worstText(near) + more;
}

function worstText({ error, x }: Worst): string {
  return error === 0 ? "0" : `${errorText(error)} at ${numberText(x, 3)}`;
}

function errorText(error: number): string {
  return numberText(error, error < 1 ? 3 : 2);
}

function unmeasured(missing: readonly string[]): string {
  return [
    "## What could not be measured",
    [
      ...missing.map((line) => `- ${line}`),
      "- A dash: the library has neither one call for the function nor composes it itself.",
      "- PyTorch: it has no package for Node, and no Python that is asked here is expected to have it.",
      "- Derivatives by ONNX Runtime, @stdlib and SciPy: they give none. Second derivatives by TensorFlow.js: not every one of its gradients has a gradient.",
      "- Vector and gated functions: here only elementwise ones are; those are held against mpmath by the tests.",
    ].join("\n"),
  ].join("\n\n");
}

export function table(names: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(names), line(names.map(() => "---")), ...rows.map(line)].join("\n");
}
