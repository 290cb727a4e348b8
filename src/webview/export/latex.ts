/**
 * Charts and tables as LaTeX documents that compile by themselves, with pgfplots 1.16 or newer; what stands between
 * `\begin{tikzpicture}` and its end can be copied into another one.
 */
import { type Pixel, simplified } from "../../engine/curve/path.ts";
import { readColour } from "../charts/contrast.ts";
import { type HeatMapModel, scaleOf, shareOf } from "../charts/heat-map-model.ts";
import type { CurveModel, Line } from "../charts/model.ts";
import { dashesOf } from "../charts/strokes.ts";
import { type ChartTheme, colourOf } from "../charts/theme.ts";
import { latexComment, latexText } from "./latex-text.ts";
import { t } from "../../engine/l10n.ts";

export interface LatexText {
  readonly title: string;
  /** The formula that is drawn, in mathematical mode; as plain text with its numbers for a comment. */
  readonly formula?: { readonly latex: string; readonly text: string };
}

/** The picture has so many units on either side when points that no eye misses are left out. */
const finest = 1000;

/** @param theme of white paper */
export function chartLatex(model: CurveModel, theme: ChartTheme, { title, formula }: LatexText): string {
  const [low, high] = model.interval;
  const [bottom, top] = model.range;
  const lines = model.lines.map((line, i) => ({ line, colour: `line${i}` }));
  return tikzDocument(
    ["pgfplots"],
    [title, ...(formula ? [formula.text] : [])],
    [
      ...lines.map(({ line, colour }) => defineColour(colour, colourOf(theme, line))),
      "\\begin{tikzpicture}",
      "\\begin{axis}[",
      `  title style={align=center}, title={${titleLines(title, formula?.latex)}},`,
      `  xlabel={${latexText(model.variable)}}, ${model.isLogarithmic ? `ylabel={${latexText(t("exponent of ten"))}}, ` : ""}grid=major,`,
      `  xmin=${low}, xmax=${high}, ymin=${bottom}, ymax=${top}, restrict y to domain*=${bottom - 1}:${top + 1},`,
      "  width=12cm, height=8cm, legend pos=outer north east, legend cell align=left, unbounded coords=jump,",
      "]",
      ...lines.flatMap(({ line, colour }) => [
        `\\addplot[${colour}, thick${dashText(line)}] coordinates {`,
        ...coordinates(line, model),
        "};",
        `\\addlegendentry{${latexText(line.label)}}`,
      ]),
      ...model.kinks.map(
        ({ x, y }) => `\\addplot[only marks, mark=o, forget plot] coordinates {(${x},${y})};`,
      ),
      "\\end{axis}",
      "\\end{tikzpicture}",
    ],
  );
}

function titleLines(title: string, formula: string | undefined): string {
  return formula === undefined
    ? latexText(title)
    : `${latexText(title)}\\\\[1ex] $\\displaystyle ${formula}$`;
}

function dashText(line: Line): string {
  const dashes = dashesOf(line);
  if (dashes.length === 0) return "";
  const parts = dashes.map((length, i) => `${i % 2 === 0 ? "on" : "off"} ${length * 0.6}pt`);
  return `, dash pattern=${parts.join(" ")}`;
}

/** The line's points without those that no eye would miss; a gap is a point that is not there. */
function coordinates(line: Line, { interval, range }: CurveModel): readonly string[] {
  const [unitX, unitY] = [finest / (interval[1] - interval[0]), finest / (range[1] - range[0])];
  const points = Array.from(line.x, (x, i): Pixel => [x * unitX, line.y[i]! * unitY]);
  const text = ([x, y]: Pixel) => `(${short(x / unitX)},${Number.isFinite(y) ? short(y / unitY) : "nan"})`;
  return pieces(points).map((piece) => `  ${simplified(piece, 0.2).map(text).join(" ")}`);
}

/** Runs of finite points, each gap between them a point of its own. */
function pieces(points: readonly Pixel[]): Pixel[][] {
  const found: Pixel[][] = [];
  let isGap = true;
  for (const point of points) {
    const isFinite = Number.isFinite(point[1]);
    if (!isFinite || isGap) found.push([point]);
    else found.at(-1)!.push(point);
    isGap = !isFinite;
  }
  return found;
}

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** TeX holds no more in its usual memory; beyond, every second, third … row and column is left out. */
const mostCells = 60;

/** @param theme of white paper */
export function heatMapLatex(model: HeatMapModel, theme: ChartTheme, title: string): string {
  const { rows, columns, values, limit, isGrey } = model;
  const stride = Math.ceil(Math.max(rows, columns) / mostCells);
  const kept = (count: number) => Array.from({ length: Math.ceil(count / stride) }, (_, i) => i * stride);
  const { below, zero, above } = scaleOf(model, theme);
  const colours = isGrey ? [zero, above] : [below, zero, above];
  const left = stride > 1 ? [`Every ${stride}th row and column of ${rows} x ${columns}.`] : [];
  return tikzDocument(
    ["pgfplots"],
    [title, ...left],
    [
      "\\begin{tikzpicture}",
      "\\begin{axis}[",
      `  title={${latexText(title)}}, colormap={diverging}{${colours.map((c) => `rgb255=(${c.join(",")})`).join(" ")}},`,
      `  colorbar, point meta min=${isGrey ? 0 : -limit}, point meta max=${limit}, y dir=reverse, axis equal image,`,
      "  enlargelimits=false, axis on top, xtick=\\empty, ytick=\\empty,",
      "]",
      `\\addplot[matrix plot*, mesh/cols=${kept(columns).length}, point meta=explicit] coordinates {`,
      ...kept(rows).map((i) => {
        const cells = kept(columns).map(
          (j) => `(${j},${i}) [${short(limit * shareOf(values[i * columns + j]!, model) || 0)}]`,
        );
        return `  ${cells.join(" ")}`;
      }),
      "};",
      "\\end{axis}",
      "\\end{tikzpicture}",
    ],
  );
}

/** @param rows the first is the head */
export function tableLatex(
  title: string,
  rows: readonly (readonly string[])[],
  formula?: LatexText["formula"],
): string {
  const [head = [], ...body] = rows;
  const row = (cells: readonly string[]) => `  ${cells.map(latexText).join(" & ")} \\\\`;
  return tikzDocument(
    [],
    [title, ...(formula ? [formula.text] : [])],
    [
      `\\begin{tabular}{${"r".repeat(head.length)}}`,
      ...(formula ? [`  \\multicolumn{${head.length}}{c}{$\\displaystyle ${formula.latex}$} \\\\[1ex]`] : []),
      row(head),
      "  \\hline",
      ...body.map(row),
      "\\end{tabular}",
    ],
  );
}

function tikzDocument(
  packages: readonly string[],
  remarks: readonly string[],
  body: readonly string[],
): string {
  return [
    ...remarks.map(latexComment),
    "\\documentclass[border=6pt]{standalone}",
    "\\usepackage{amsmath}",
    ...packages.map((name) => `\\usepackage{${name}}`),
    ...(packages.includes("pgfplots") ? ["\\pgfplotsset{compat=1.16}"] : []),
    "\\begin{document}",
    ...body,
    "\\end{document}",
    "",
  ].join("\n");
}

function defineColour(name: string, css: string): string {
  return `\\definecolor{${name}}{RGB}{${(readColour(css) ?? [0, 0, 0]).join(",")}}`;
}
