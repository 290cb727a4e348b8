/** Marks over the curves: labels at the lines' ends, kinks, the tangent, the cursor with a dot on each curve. */
import { type CurveModel, type Line, spreadLabels } from "./model.ts";
import { type ChartTheme, colourOf } from "./theme.ts";

/** Where the chart is on the canvas, and where numbers are on its axes; px. */
export interface Frame {
  readonly area: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** At the usual scale. */
export const labelHeightPx = 15;

/** Of the line at the cursor, through which curves are seen; still 3:1 in VS Code's own themes. */
export const cursorOpacity = 0.7;

/** Behind the curves. */
export function drawFlatZones(
  context: CanvasRenderingContext2D,
  { flat, interval }: CurveModel,
  theme: ChartTheme,
  { area, x }: Frame,
): void {
  const fill = (from: number, to: number) => {
    const [left, right] = [Math.max(area.left, x(from)), Math.min(area.right, x(to))];
    if (right > left) context.fillRect(left, area.top, right - left, area.bottom - area.top);
  };
  context.save();
  context.fillStyle = theme.shade;
  if (flat.below !== undefined) fill(interval[0], flat.below);
  if (flat.above !== undefined) fill(flat.above, interval[1]);
  context.restore();
}

/** The strip of a random function's draws, behind its curve. */
export function drawBand(
  context: CanvasRenderingContext2D,
  { band }: CurveModel,
  theme: ChartTheme,
  { area, x, y }: Frame,
): void {
  if (band === undefined) return;
  context.save();
  context.beginPath();
  context.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
  context.clip();
  context.beginPath();
  for (const [i, at] of band.x.entries()) context.lineTo(x(at), y(band.low[i]!));
  for (let i = band.x.length - 1; i >= 0; i--) context.lineTo(x(band.x[i]!), y(band.high[i]!));
  context.fillStyle = context.strokeStyle = colourOf(theme, { order: 0 });
  context.lineWidth = 1;
  context.stroke();
  context.globalAlpha = 0.2;
  context.fill();
  context.restore();
}

export function drawMarkers(
  context: CanvasRenderingContext2D,
  model: CurveModel,
  theme: ChartTheme,
  frame: Frame,
): void {
  const { left, right, top, bottom } = frame.area;
  drawEndLabels(context, model.lines, theme, frame);
  context.save();
  context.beginPath();
  // Dots at the ends of the interval may stand over the edge by their radius.
  const over = 5 * theme.scale;
  context.rect(left - over, top - over, right - left + 2 * over, bottom - top + 2 * over);
  context.clip();
  drawTangent(context, model, theme, frame);
  drawKinks(context, model, theme, frame);
  drawCursor(context, model, theme, frame);
  drawGuesses(context, model, theme, frame);
  context.restore();
}

function drawEndLabels(
  context: CanvasRenderingContext2D,
  lines: readonly Line[],
  theme: ChartTheme,
  { area, y }: Frame,
): void {
  const ends = lines.flatMap((line) => {
    const value = [...line.y].reverse().find((number) => Number.isFinite(number));
    return value === undefined ? [] : [{ ...line, px: y(value) }];
  });
  const height = theme.scale * labelHeightPx;
  const wanted = ends.map(({ px }) => px);
  const places = spreadLabels(wanted, height, area.top + height / 2, area.bottom - height / 2);
  context.save();
  context.font = `italic ${13 * theme.scale}px ${theme.font}`;
  context.textBaseline = "middle";
  for (const [i, line] of ends.entries()) {
    context.fillStyle = colourOf(theme, line);
    context.fillText(line.label, area.right + 6, places[i]!);
  }
  context.restore();
}

function drawKinks(
  context: CanvasRenderingContext2D,
  { kinks }: CurveModel,
  theme: ChartTheme,
  { x, y }: Frame,
): void {
  context.lineWidth = 1.5 * theme.scale;
  context.strokeStyle = theme.lines[0];
  context.fillStyle = theme.background;
  for (const kink of kinks) dot(context, x(kink.x), y(kink.y), 4 * theme.scale);
}

/** A straight line through the cursor's point, over the whole width. */
function drawTangent(
  context: CanvasRenderingContext2D,
  { cursor, slope, interval }: CurveModel,
  theme: ChartTheme,
  { x, y }: Frame,
): void {
  const point = cursor.readings.find(({ order }) => order === 0);
  if (slope === undefined || !point || !Number.isFinite(slope)) return;
  const at = (value: number) => point.value + slope * (value - cursor.x);
  context.beginPath();
  context.lineWidth = 1.25 * theme.scale;
  context.strokeStyle = theme.cursor;
  context.moveTo(x(interval[0]), y(at(interval[0])));
  context.lineTo(x(interval[1]), y(at(interval[1])));
  context.stroke();
}

function drawCursor(
  context: CanvasRenderingContext2D,
  { cursor, interval, isLogarithmic }: CurveModel,
  theme: ChartTheme,
  { area, x, y }: Frame,
): void {
  if (cursor.x < interval[0] || cursor.x > interval[1]) return;
  const px = x(cursor.x);
  context.beginPath();
  context.lineWidth = 1;
  context.strokeStyle = theme.cursor;
  context.globalAlpha = cursorOpacity;
  context.moveTo(Math.round(px) + 0.5, area.top);
  context.lineTo(Math.round(px) + 0.5, area.bottom);
  context.stroke();
  context.globalAlpha = 1;
  context.lineWidth = 1.5;
  context.strokeStyle = theme.background;
  // f on top.
  for (const reading of [...cursor.readings].reverse()) {
    if (!Number.isFinite(reading.value) || (isLogarithmic && !(reading.value > 0))) continue;
    context.fillStyle = colourOf(theme, reading);
    dot(context, px, y(isLogarithmic ? Math.log10(reading.value) : reading.value), 4.5 * theme.scale);
  }
}

/** Diamonds, each on the line of its place. */
function drawGuesses(
  context: CanvasRenderingContext2D,
  { guesses }: CurveModel,
  theme: ChartTheme,
  { area, x, y }: Frame,
): void {
  context.lineWidth = 1.5;
  context.strokeStyle = theme.background;
  for (const point of guesses?.points ?? []) {
    const [px, py, size] = [x(point.x), y(point.y), 7 * theme.scale];
    context.fillStyle = theme.axis;
    context.fillRect(px - 0.5, area.top, 1, area.bottom - area.top);
    context.fillStyle = theme.lines[1];
    context.beginPath();
    context.moveTo(px, py - size);
    for (const [dx, dy] of [
      [size, 0],
      [0, size],
      [-size, 0],
    ] as const) {
      context.lineTo(px + dx, py + dy);
    }
    context.closePath();
    context.fill();
    context.stroke();
  }
}

function dot(context: CanvasRenderingContext2D, px: number, py: number, radius: number): void {
  context.beginPath();
  context.arc(px, py, radius, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
}
