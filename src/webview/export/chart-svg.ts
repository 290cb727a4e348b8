/** A chart of curves as SVG: what `line-chart.ts` and `markers.ts` paint, and the read-out under it as its legend. */
import { ticks } from "../../engine/curve/frame.ts";
import { numberText } from "../../engine/curve/number-text.ts";
import { type Pixel, clipped, coordinate, pathData, simplified } from "../../engine/curve/path.ts";
import { type CurveModel, type Line, powerText, readingText, spreadLabels } from "../charts/model.ts";
import { type Frame, cursorOpacity, labelHeightPx } from "../charts/markers.ts";
import { dashesOf } from "../charts/strokes.ts";
import { type ChartTheme, colourOf } from "../charts/theme.ts";
import { svgDocument, svgText, textWidth, wrapped } from "./svg.ts";

interface ChartSvgOptions {
  readonly title: string;
  /** As seen; the title and the legend come on top of it. */
  readonly width: number;
  readonly height: number;
}

/** Less has no room for the numbers along the axes. */
const least = { width: 360, height: 200 };
const titleHeight = 32;
const rowHeight = 20;
/** Farthest a drawn line may be from the sampled one, in pixels. */
const tolerance = 0.1;

/** @returns an SVG document in which every text is a text and nothing refers to anything outside it */
export function chartSvg(model: CurveModel, theme: ChartTheme, options: ChartSvgOptions): string {
  const width = Math.round(Math.max(least.width, options.width));
  const chartHeight = Math.round(Math.max(least.height, options.height));
  const legend = wrapped(legendItems(model, theme), width - 24);
  const bottom = titleHeight + chartHeight;
  const height = bottom + rowHeight * legend.length + 12;
  const frame = frameOf(model, width, bottom - 24);
  const content = [
    zones(model, theme, frame),
    band(model, theme, frame),
    axes(model, theme, frame),
    // The last one painted is on top: f over f′, as on the screen.
    ...[...model.lines].reverse().map((line) => path(line, theme, frame)),
    tangent(model, theme, frame),
    ...model.kinks.map(({ x, y }) => dot(frame.x(x), frame.y(y), 4, theme.background, theme.lines[0])),
    cursor(model, theme, frame),
    ...(model.guesses?.points ?? []).map(({ x, y }) => diamond(frame.x(x), frame.y(y), theme)),
    endLabels(model, theme, frame),
    ...legend.map((row, i) => legendRow(row, bottom + rowHeight * (i + 1) - 4, theme)),
  ];
  return svgDocument({ width, height, title: options.title, content }, theme);
}

function frameOf(model: CurveModel, width: number, bottom: number): Frame {
  const [low, high] = model.interval;
  const [floor, ceiling] = model.range;
  const left = 12 + Math.max(...yTicks(model).map(({ text }) => textWidth(text)), 20);
  const labels = Math.max(20, ...model.lines.map(({ label }) => textWidth(label)));
  const right = width - 14 - Math.min(labels, width / 3);
  const top = titleHeight + 6;
  return {
    area: { left, right, top, bottom },
    x: (value) => left + ((value - low) / (high - low)) * (right - left),
    y: (value) => bottom - ((value - floor) / (ceiling - floor)) * (bottom - top),
  };
}

function yTicks({
  range,
  isLogarithmic,
}: CurveModel): readonly { readonly value: number; readonly text: string }[] {
  const values = ticks(range, 8);
  return isLogarithmic
    ? values.filter(Number.isInteger).map((value) => ({ value, text: powerText(value) }))
    : values.map((value) => ({ value, text: numberText(value, 6) }));
}

function axes(
  model: CurveModel,
  theme: ChartTheme,
  { area: { left, right, top, bottom }, x, y }: Frame,
): string {
  const across = yTicks(model).map(({ value, text }) => {
    const at = coordinate(y(value));
    const stroke = value === 0 ? theme.axis : theme.grid;
    const label = svgText(left - 6, y(value) + 4, text, theme.text, ' text-anchor="end"');
    return `<path d="M${coordinate(left)} ${at}H${coordinate(right)}" stroke="${stroke}"/>${label}`;
  });
  const most = Math.max(2, Math.floor((right - left) / 50));
  const up = ticks(model.interval, most).map((value) => {
    const stroke = value === 0 ? theme.axis : theme.grid;
    const label = svgText(x(value), bottom + 16, numberText(value, 6), theme.text, ' text-anchor="middle"');
    return `<path d="M${coordinate(x(value))} ${coordinate(top)}V${coordinate(bottom)}" stroke="${stroke}"/>${label}`;
  });
  return [...across, ...up].join("");
}

function zones(
  { flat, interval }: CurveModel,
  theme: ChartTheme,
  { area: { top, bottom }, x }: Frame,
): string {
  const zone = (from: number, to: number) => {
    const [low, high] = [Math.max(from, interval[0]), Math.min(to, interval[1])];
    const size = `width="${coordinate(x(high) - x(low))}" height="${coordinate(bottom - top)}"`;
    return low < high
      ? `<rect x="${coordinate(x(low))}" y="${coordinate(top)}" ${size} fill="${theme.shade}"/>`
      : "";
  };
  const below = flat.below === undefined ? "" : zone(interval[0], flat.below);
  return below + (flat.above === undefined ? "" : zone(flat.above, interval[1]));
}

/** The strip of a random function's draws, no higher than the chart. */
function band(
  { band: strip }: CurveModel,
  theme: ChartTheme,
  { area: { top, bottom }, x, y }: Frame,
): string {
  if (strip === undefined) return "";
  const edge = (values: Float64Array) =>
    Array.from(strip.x, (at, i): Pixel => [x(at), Math.min(bottom, Math.max(top, y(values[i]!)))]);
  const outline = [...edge(strip.low), ...edge(strip.high).reverse()];
  const colour = colourOf(theme, { order: 0 });
  return `<path d="${pathData([outline])}Z" fill="${colour}" fill-opacity="0.2" stroke="${colour}"/>`;
}

function path(line: Line, theme: ChartTheme, { area: { top, bottom }, x, y }: Frame): string {
  const points = Array.from(line.x, (at, i): Pixel => [x(at), y(line.y[i]!)]);
  const pieces = clipped(points, top, bottom).map((piece) => simplified(piece, tolerance));
  return `<path d="${pathData(pieces)}" ${strokeOf(line, theme)}/>`;
}

function strokeOf(line: Pick<Line, "order" | "series">, theme: ChartTheme): string {
  const dashes = dashesOf(line).join(" ");
  const dashed = dashes && ` stroke-dasharray="${dashes}"`;
  return `fill="none" stroke="${colourOf(theme, line)}" stroke-width="2"${dashed}`;
}

function tangent({ cursor, slope, interval }: CurveModel, theme: ChartTheme, frame: Frame): string {
  const point = cursor.readings.find(({ order }) => order === 0);
  if (slope === undefined || !point || !Number.isFinite(slope)) return "";
  const ends = interval.map((x): Pixel => [frame.x(x), frame.y(point.value + slope * (x - cursor.x))]);
  const line = pathData(clipped(ends, frame.area.top, frame.area.bottom));
  return `<path d="${line}" fill="none" stroke="${theme.cursor}" stroke-width="1.25"/>`;
}

function cursor(model: CurveModel, theme: ChartTheme, { area: { top, bottom }, x, y }: Frame): string {
  const { cursor: at, interval, range, isLogarithmic = false } = model;
  if (at.x < interval[0] || at.x > interval[1]) return "";
  const px = x(at.x);
  const dots = at.readings.map((reading) => {
    const value = isLogarithmic ? Math.log10(reading.value) : reading.value;
    const isSeen = value >= range[0] && value <= range[1];
    return isSeen ? dot(px, y(value), 4.5, colourOf(theme, reading), theme.background) : "";
  });
  const line = `M${coordinate(px)} ${coordinate(top)}V${coordinate(bottom)}`;
  return `<path d="${line}" stroke="${theme.cursor}" stroke-opacity="${cursorOpacity}"/>${dots.reverse().join("")}`;
}

function dot(x: number, y: number, radius: number, fill: string, stroke: string): string {
  const at = `cx="${coordinate(x)}" cy="${coordinate(y)}" r="${radius}"`;
  return `<circle ${at} fill="${fill}" stroke="${stroke}" stroke-width="1.5"/>`;
}

function diamond(x: number, y: number, theme: ChartTheme): string {
  const start = `M${coordinate(x)} ${coordinate(y - 7)}`;
  return `<path d="${start}l7 7l-7 7l-7 -7z" fill="${theme.lines[1]}" stroke="${theme.background}" stroke-width="1.5"/>`;
}

function endLabels(
  { lines }: CurveModel,
  theme: ChartTheme,
  { area: { right, top, bottom }, y }: Frame,
): string {
  const ends = lines.flatMap((line) => {
    const value = [...line.y].reverse().find(Number.isFinite);
    return value === undefined ? [] : [{ line, px: y(value) }];
  });
  const wanted = ends.map(({ px }) => px);
  const places = spreadLabels(wanted, labelHeightPx, top + labelHeightPx / 2, bottom - labelHeightPx / 2);
  return ends
    .map(({ line }, i) =>
      svgText(right + 6, places[i]! + 4, line.label, colourOf(theme, line), ' font-style="italic"'),
    )
    .join("");
}

interface LegendItem {
  readonly text: string;
  readonly colour: string;
  /** How its line is drawn; undefined for the cursor's place. */
  readonly stroke: string | undefined;
  readonly width: number;
}

const sampleWidth = 30;

function legendItems(model: CurveModel, theme: ChartTheme): readonly LegendItem[] {
  const place = `${model.variable} = ${numberText(model.cursor.x, 6)}`;
  return [
    { text: place, colour: theme.text, stroke: undefined, width: textWidth(place) + 20 },
    ...model.cursor.readings.map((reading) => {
      const text = readingText(model, reading);
      const width = textWidth(text) + sampleWidth + 26;
      return { text, colour: colourOf(theme, reading), stroke: strokeOf(reading, theme), width };
    }),
  ];
}

function legendRow(items: readonly LegendItem[], y: number, theme: ChartTheme): string {
  let x = 12;
  return items
    .map(({ text, stroke, width }) => {
      const start = x;
      x += width;
      if (stroke === undefined) return svgText(start, y + 4, text, theme.text);
      const sample = `<path d="M${coordinate(start)} ${y}h${sampleWidth}" ${stroke}/>`;
      return sample + svgText(start + sampleWidth + 6, y + 4, text, theme.cursor);
    })
    .join("");
}
