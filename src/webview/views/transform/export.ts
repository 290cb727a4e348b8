/** The steps of a transform as a picture, as values and as a table of LaTeX. */
import { coordinate } from "../../../engine/curve/path.ts";
import { type ChartTheme, currentTheme } from "../../charts/theme.ts";
import { tableCsv } from "../../export/csv.ts";
import type { Exportable } from "../../export/define.ts";
import { type LatexText, tableLatex } from "../../export/latex.ts";
import { svgDocument, svgText, textWidth } from "../../export/svg.ts";
import { type Bar, type StepRow, type TransformModel, barScale } from "./model.ts";
import { t } from "../../../engine/l10n.ts";

const headTexts = () => [t("Input"), t("Step"), t("Output")] as const;

export function stepsExport(
  model: Extract<TransformModel, { kind: "result" }>,
  title: string,
  formula: LatexText["formula"],
): Exportable {
  const { rows, before } = model;
  const texts = [headTexts(), ...rows.map((row) => [row.before, row.how, row.after])];
  const name = before.count > rows.length ? t("{0}, the first {1} numbers", title, rows.length) : title;
  return {
    name,
    svg: () => stepsSvg(rows, name, currentTheme()),
    csv: () => tableCsv(texts),
    latex: () => tableLatex(name, texts, formula),
  };
}

const rowHeight = 24;
const barWidth = 120;
const gap = 16;
const top = 32;

/** Each number, its bar, the step, and the result with its bar: what the table shows. */
export function stepsSvg(rows: readonly StepRow[], title: string, theme: ChartTheme): string {
  const head = headTexts();
  const widthOf = (text: (row: StepRow) => string, name: string) =>
    Math.ceil(Math.max(textWidth(name), ...rows.map((row) => textWidth(text(row)))));
  const widths = [
    widthOf(({ before }) => before, head[0]),
    barWidth,
    widthOf(({ how }) => how, head[1]),
    widthOf(({ after }) => after, head[2]),
    barWidth,
  ];
  const starts = widths.map((_, i) => 12 + widths.slice(0, i).reduce((sum, width) => sum + width + gap, 0));
  const [before, first, how, after, second] = starts as [number, number, number, number, number];
  const right = (x: number, width: number, y: number, text: string, fill: string) =>
    svgText(x + width, y, text, fill, ' text-anchor="end"');
  const line = (y: number, input: string, step: string, output: string, fill: string) =>
    right(before, widths[0]!, y, input, fill) +
    svgText(how, y, step, fill) +
    right(after, widths[3]!, y, output, fill);
  const scale = barScale(rows);
  const content = rows.map((row, i) => {
    const y = top + rowHeight * (i + 1);
    const zero = scale(0);
    return [
      line(y + 16, row.before, row.how, row.after, theme.cursor),
      barSvg(first, y, scale(row.input), zero, theme.text, theme),
      barSvg(second, y, scale(row.result), zero, theme.lines[0], theme),
    ].join("");
  });
  return svgDocument(
    {
      width: Math.max(second + barWidth, Math.ceil(textWidth(title))) + 24,
      height: top + rowHeight * (rows.length + 1) + 12,
      title,
      content: [line(top + 16, ...head, theme.text), ...content],
    },
    theme,
  );
}

function barSvg(x: number, y: number, bar: Bar, zero: Bar, fill: string, theme: ChartTheme): string {
  const [start, width] = [x + barWidth * bar.start, Math.max(1, barWidth * bar.width)];
  const at = `x="${coordinate(start)}" y="${y + 7}" width="${coordinate(width)}" height="10"`;
  const line = `<path d="M${coordinate(x + barWidth * zero.start)} ${y + 7}v10" stroke="${theme.cursor}"/>`;
  return `<rect ${at} fill="${fill}"/>${line}`;
}
