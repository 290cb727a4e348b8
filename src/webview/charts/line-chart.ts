/**
 * Curves drawn by chart.js. Only its line parts are registered, and a tick of a slider changes the points in place:
 * no animation, no parsing, no point markers, which are what costs. What chart.js has no part for (labels at the lines'
 * ends, kinks, the cursor, the tangent) is drawn by `markers.ts` after the curves.
 */
import {
  Chart,
  type ChartConfiguration,
  type ChartDataset,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
} from "chart.js";
import { numberText } from "../../engine/curve/number-text.ts";
import { type Frame, drawBand, drawFlatZones, drawMarkers } from "./markers.ts";
import { type CurveModel, type Line, powerText } from "./model.ts";
import { dashesOf } from "./strokes.ts";
import { type ChartTheme, colourOf } from "./theme.ts";

Chart.register(LineController, LineElement, LinearScale, PointElement);

interface Point {
  x: number;
  y: number;
}
type CurveChart = Chart<"line", Point[]>;

/** Room for the labels at the lines' ends: never more than a third of the width, the rest of a label is cut. */
function labelWidthPx(lines: readonly Line[], widthPx: number, scale: number): number {
  const wanted = scale * Math.max(30, ...lines.map(({ label }) => 12 + 7.5 * label.length));
  return Math.min(wanted, Math.max(30, widthPx / 3));
}

export class LineChart {
  readonly #chart: CurveChart;
  #model: CurveModel;
  #theme: ChartTheme;

  /** @param canvas in an element of its own that is positioned and has a height; the chart fills it */
  constructor(canvas: HTMLCanvasElement, model: CurveModel, theme: ChartTheme) {
    this.#model = model;
    this.#theme = theme;
    this.#chart = new Chart(canvas, this.#configuration(canvas));
    this.update(model, theme);
  }

  update(model: CurveModel, theme: ChartTheme): void {
    const themeChanged = theme !== this.#theme;
    this.#model = model;
    this.#theme = theme;
    const { datasets } = this.#chart.data;
    datasets.length = Math.min(datasets.length, model.lines.length);
    for (const [i, line] of model.lines.entries()) {
      const dataset = (datasets[i] ??= { data: [], pointRadius: 0 });
      writePoints(dataset.data, line);
      applyStyle(dataset, line, theme);
    }
    Object.assign(this.#chart.options.layout!.padding as object, {
      right: labelWidthPx(model.lines, this.#chart.width, theme.scale),
    });
    const { x, y } = this.#chart.options.scales as Record<"x" | "y", { min: number; max: number }>;
    [x.min, x.max] = model.interval;
    [y.min, y.max] = model.range;
    if (themeChanged) Object.assign(this.#chart.options, { scales: this.#scales() });
    this.#chart.update("none");
  }

  /** The cursor alone has moved: the curves and axes stay. */
  moveCursor(model: CurveModel): void {
    this.#model = model;
    this.#chart.draw();
  }

  /** The number on the x-axis at a distance from the canvas' left edge, within the interval. */
  valueAt(px: number): number {
    const [low, high] = this.#model.interval;
    const value = this.#chart.scales["x"]?.getValueForPixel(px) ?? low;
    return Math.min(high, Math.max(low, value));
  }

  /** The number on the y-axis at a distance from the canvas' upper edge. */
  heightAt(px: number): number {
    return this.#chart.scales["y"]?.getValueForPixel(px) ?? 0;
  }

  #configuration(canvas: HTMLCanvasElement): ChartConfiguration<"line", Point[]> {
    return {
      type: "line",
      data: { datasets: [] },
      options: {
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        parsing: false,
        normalized: true,
        events: [],
        layout: {
          padding: { top: 6, right: labelWidthPx(this.#model.lines, canvas.clientWidth, this.#theme.scale) },
        },
        scales: this.#scales(),
      },
      plugins: [
        {
          id: "markers",
          beforeDatasetsDraw: (chart) => {
            drawFlatZones(chart.ctx, this.#model, this.#theme, frameOf(chart));
            drawBand(chart.ctx, this.#model, this.#theme, frameOf(chart));
          },
          afterDatasetsDraw: (chart) => {
            drawMarkers(chart.ctx, this.#model, this.#theme, frameOf(chart));
          },
        },
      ],
    };
  }

  #scales() {
    const { grid, axis, text, font, scale } = this.#theme;
    const [low, high] = this.#model.interval;
    const [bottom, top] = this.#model.range;
    const ticks = {
      color: text,
      font: { family: font, size: 11 * scale },
      includeBounds: false,
      maxRotation: 0,
      callback: (value: number | string) => numberText(Number(value), 6),
    };
    const exponents = {
      ...ticks,
      // Between whole exponents there is no round number.
      callback: (value: number | string) => (Number.isInteger(Number(value)) ? powerText(Number(value)) : ""),
    };
    const lines = {
      color: ({ tick }: { tick?: { value: number } }) => (tick?.value === 0 ? axis : grid),
      tickLength: 4,
    };
    const common = { type: "linear" as const, grid: lines, border: { display: false } };
    return {
      x: { ...common, min: low, max: high, ticks: { ...ticks, autoSkipPadding: 10 } },
      y: {
        ...common,
        min: bottom,
        max: top,
        ticks: { ...(this.#model.isLogarithmic ? exponents : ticks), maxTicksLimit: 8 },
      },
    };
  }
}

function frameOf({ chartArea, scales }: Pick<CurveChart, "chartArea" | "scales">): Frame {
  const pixel = (axis: string) => (value: number) => scales[axis]?.getPixelForValue(value) ?? 0;
  return { area: chartArea, x: pixel("x"), y: pixel("y") };
}

/** Writes a line into the array that chart.js holds. */
function writePoints(points: Point[], { x, y }: Line): void {
  if (points.length > x.length) points.length = x.length;
  for (let i = 0; i < x.length; i++) {
    const point = points[i];
    if (point) {
      point.x = x[i]!;
      point.y = y[i]!;
    } else points.push({ x: x[i]!, y: y[i]! });
  }
}

function applyStyle(dataset: ChartDataset<"line", Point[]>, line: Line, theme: ChartTheme): void {
  const { order, series } = line;
  dataset.borderWidth = 2 * theme.scale;
  dataset.borderColor = colourOf(theme, line);
  dataset.borderDash = dashesOf(line).map((length) => length * theme.scale);
  // f′ lies over f and f″ over both (chart.js draws the lowest number last): through dashes the line below is seen.
  dataset.order = series ?? 2 - order;
}
