/**
 * Runs in a page: the lab's own chart and uPlot draw the same 24 curves, f, f′ and f″ of 8 functions at 400 points, while a
 * parameter of one function moves. What the moving function costs to compute is in the time of both.
 */
import { functionById, type ElementwiseFunction } from "../../src/engine/functions/index.ts";
import { LineChart } from "../../src/webview/charts/line-chart.ts";
import { type CurveModel, type Line, rangeOf } from "../../src/webview/charts/model.ts";
import type { ChartTheme } from "../../src/webview/charts/theme.ts";

export interface TickTimes {
  readonly own: readonly number[];
  readonly peer: readonly number[];
}

interface Plot {
  setData(data: readonly Float64Array[], resetScales?: boolean): void;
}
declare const uPlot: new (options: unknown, data: readonly Float64Array[], target: HTMLElement) => Plot;

const ids = ["leaky_relu", "relu", "elu", "selu", "sigmoid", "tanh", "gelu", "silu"] as const;
const orders = [0, 1, 2] as const;
const points = 400;
const interval = [-6, 6] as const;
const size = { width: 760, height: 360 };
const xs = Float64Array.from({ length: points }, (_, i) => -6 + (12 * i) / (points - 1));

const theme: ChartTheme = {
  lines: { 0: "rgb(55, 148, 255)", 1: "rgb(209, 134, 22)", 2: "rgb(177, 128, 215)" },
  series: [],
  text: "rgb(157, 157, 157)",
  grid: "rgb(51, 51, 51)",
  axis: "rgb(107, 107, 107)",
  bar: "rgb(107, 107, 107)",
  cursor: "rgb(204, 204, 204)",
  background: "rgb(31, 31, 31)",
  shade: "rgba(128, 128, 128, 0.15)",
  font: "sans-serif",
  scale: 1,
};

function curves(id: (typeof ids)[number], params: Readonly<Record<string, number>>): Line[] {
  const fn: ElementwiseFunction = functionById(id);
  return orders.map((order) => {
    const y = fn.values(xs, params, order);
    return { label: fn.name, order, x: xs, y };
  });
}

const still = ids.slice(1).flatMap((id) => curves(id, {}));
const at = (tick: number): Line[] => [
  ...curves("leaky_relu", { negative_slope: 0.5 + 0.5 * Math.sin(tick / 9) }),
  ...still,
];

function modelOf(lines: readonly Line[]): CurveModel {
  const readings = lines.slice(0, 3).map(({ label, order }) => ({ label, order, value: 0 }));
  const cursor = { x: 0, readings };
  return {
    variable: "x",
    interval,
    range: rangeOf(lines),
    lines,
    kinks: [],
    flat: {},
    cursor,
    slope: undefined,
  };
}

function element(tag: "div" | "canvas", parent: HTMLElement): HTMLElement {
  const made = document.createElement(tag);
  parent.append(made);
  return made;
}

function ownChart(): (tick: number) => void {
  const area = element("div", document.body);
  area.style.cssText = `position: relative; width: ${size.width}px; height: ${size.height}px`;
  const chart = new LineChart(element("canvas", area) as HTMLCanvasElement, modelOf(at(0)), theme);
  return (tick) => {
    chart.update(modelOf(at(tick)), theme);
  };
}

function peerChart(): (tick: number) => void {
  const dashes = { 0: [], 1: [7, 4], 2: [2, 3] } as const;
  const series = at(0).map(({ label, order }) => {
    return { label, stroke: theme.lines[order], width: 2, dash: dashes[order], points: { show: false } };
  });
  const axis = { stroke: theme.text, grid: { stroke: theme.grid } };
  const options = {
    ...size,
    scales: { x: { time: false, range: interval }, y: { range: [...rangeOf(at(0))] } },
    axes: [axis, axis],
    series: [{}, ...series],
    legend: { show: false },
    cursor: { show: false },
  };
  const data = (tick: number) => [xs, ...at(tick).map(({ y }) => y)];
  const plot = new uPlot(options, data(0), element("div", document.body));
  return (tick) => {
    plot.setData(data(tick));
  };
}

/** Milliseconds of script of one tick in a frame of its own. uPlot draws in a microtask, before the one awaited here. */
async function timeOf(draw: (tick: number) => void, tick: number): Promise<number> {
  await new Promise(requestAnimationFrame);
  const start = performance.now();
  draw(tick);
  await Promise.resolve();
  return performance.now() - start;
}

async function ticks(count: number, warmUp: number): Promise<TickTimes> {
  const [own, peer] = [ownChart(), peerChart()];
  const times = { own: [] as number[], peer: [] as number[] };
  for (let tick = 0; tick < warmUp + count; tick++) {
    const [a, b] = [await timeOf(own, tick), await timeOf(peer, tick)];
    if (tick >= warmUp) {
      times.own.push(a);
      times.peer.push(b);
    }
  }
  return times;
}

Object.assign(window, { ticks });
