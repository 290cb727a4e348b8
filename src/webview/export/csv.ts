/** Charts and tables as comma-separated values. @source RFC 4180 */
import type { HeatMapModel } from "../charts/heat-map-model.ts";
import type { CurveModel, Line } from "../charts/model.ts";

export function tableCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

/**
 * One column for x and one for each curve where all have the same x; else a row for each point of each curve. Numbers are
 * whole doubles; a gap in a curve is an empty field. Of a chart of exponents the numbers themselves, to 12 digits, as far as
 * the exponents carry.
 */
export function chartCsv(model: Pick<CurveModel, "variable" | "lines" | "isLogarithmic">): string {
  const { variable, lines, isLogarithmic = false } = model;
  const y = (value: number) => numberField(isLogarithmic ? Number((10 ** value).toPrecision(12)) : value);
  const [first] = lines;
  if (first && lines.every((line) => haveSameX(line, first))) {
    const rows = Array.from(first.x, (x, i) => [numberField(x), ...lines.map((line) => y(line.y[i]!))]);
    return tableCsv([[variable, ...lines.map(({ label }) => label)], ...rows]);
  }
  const rows = lines.flatMap(({ label, ...line }) =>
    Array.from(line.x, (x, i) => [label, numberField(x), y(line.y[i]!)]),
  );
  return tableCsv([["curve", variable, "value"], ...rows]);
}

/** The numbers as they lie, without a head. */
export function heatMapCsv({ rows, columns, values }: HeatMapModel): string {
  const row = (i: number) => Array.from({ length: columns }, (_, j) => numberField(values[i * columns + j]!));
  return tableCsv(Array.from({ length: rows }, (_, i) => row(i)));
}

function haveSameX(a: Line, b: Line): boolean {
  return a.x === b.x || (a.x.length === b.x.length && a.x.every((x, i) => x === b.x[i]));
}

function numberField(value: number): string {
  if (Number.isNaN(value)) return "";
  return Number.isFinite(value) ? String(value) : value > 0 ? "inf" : "-inf";
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
