/** The table, for the terminal and for docs/benchmarks.md. */
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";
import { root } from "../scripts/setup/build.mjs";
import { type Budget, type Distribution, type Group, type Line, type Measured, ratio } from "./define.ts";
import { budgetPaces } from "./pace.ts";
import { peerVersion } from "./peers/install.ts";

const columns = [
  "",
  "CPU min",
  "p50",
  "p95",
  "wall min",
  "p50",
  "p95",
  "× first",
  "budget",
  "used",
  "",
] as const;

/** Texts of a line's columns. */
function cells(line: Line, first: Line | undefined): string[] {
  const times = first && ratio(first, line);
  return [
    line.name,
    ...(line.kilobytes === undefined
      ? [...texts(line.cpu), ...texts(line.wall)]
      : [`${line.kilobytes.toFixed(1)} kB`, "", "", "", "", ""]),
    times === undefined ? "" : times.toFixed(times < 10 ? 2 : 0),
    ...(line.budget ? budgetTexts(line.budget) : ["", "", ""]),
  ];
}

function budgetTexts({ text, used }: Budget): string[] {
  return [text, `${Math.round(100 * used)} %`, used <= 1 ? "within" : "OVER"];
}

function texts(time: Distribution | undefined): string[] {
  return time ? [time.min, time.p50, time.p95].map(milliseconds) : ["", "", ""];
}

function milliseconds(value: number): string {
  return value < 0.1 ? value.toFixed(3) : value < 10 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0);
}

const widths = [52, 9, 8, 8, 10, 8, 8, 9, 22, 7, 8];
const budgetColumn = columns.indexOf("budget");

export function groupText({ title, note, lines }: Group): string {
  const row = (texts: readonly string[]) =>
    texts
      .map((text, i) => (i === 0 || i === budgetColumn ? text.padEnd(widths[i]!) : text.padStart(widths[i]!)))
      .map((text, i) => (i === budgetColumn ? `  ${text}` : text))
      .join("")
      .trimEnd();
  const head = row([title, ...columns.slice(1)]);
  const body = lines.map((line, i) =>
    row(cells({ ...line, name: `  ${line.name}` }, i > 0 ? lines[0] : undefined)),
  );
  return [head, ...body, ...(note === undefined ? [] : [`  (${note})`])].join("\n");
}

export function summaryText(groups: readonly Measured[]): string {
  const budgets = groups.flatMap(({ lines }) => lines.flatMap(({ budget }) => budget ?? []));
  const within = budgets.filter(({ used }) => used <= 1).length;
  return `${within} of ${budgets.length} within budget. ${paceText(groups)}`;
}

/** Budgets in milliseconds are absolute, machines are not. */
function paceText(groups: readonly Measured[]): string {
  const paces = groups.map(({ pace }) => pace);
  const [slowest, fastest] = [Math.min(...paces), Math.max(...paces)].map((pace) => pace.toFixed(1));
  return `Times are milliseconds. Lezer read Python at ${slowest} to ${fastest} MB per second of processor time meanwhile; the budgets were set where it read real code as dense at ${budgetPaces[0]} to ${budgetPaces[1]}.`;
}

export function groupMarkdown({ title, note, lines }: Group): string {
  const row = (texts: readonly string[]) => `| ${texts.join(" | ")} |`;
  return [
    `## ${title}`,
    ...(note === undefined ? [] : [`${note[0]!.toUpperCase()}${note.slice(1)}.`]),
    [
      row(columns),
      "|---|--:|--:|--:|--:|--:|--:|--:|---|--:|---|",
      ...lines.map((line, i) => row(cells(line, i > 0 ? lines[0] : undefined))),
    ].join("\n"),
  ].join("\n\n");
}

export function writePage(groups: readonly Measured[]): void {
  const peers = ["pyright", "uplot", "@astral-sh/ruff-wasm-nodejs"].map(
    (name) => `${name} ${peerVersion(name)}`,
  );
  const text = [
    "# Benchmarks",
    `Written by \`npm run bench -- --write\`; how it is measured stands at the top of \`bench/index.ts\`. \`× first\` is the median beside that of the table's first line; verdicts are passed on processor time where it was measured.`,
    `Node ${process.versions.node} on ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, shared with other work. ${paceText(groups)} Peers: ${peers.join(", ")}.`,
    ...groups.map(groupMarkdown),
    "Not measured yet: memory beside an empty extension, `flow`.",
  ];
  writeFileSync(path.join(root, "docs/benchmarks.md"), `${text.join("\n\n")}\n`);
}
