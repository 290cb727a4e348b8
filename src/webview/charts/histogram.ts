/** How often which values occur: bars, the exact zeros as a bar of their own, and those of the step before as a line. */
import { setAttribute, svg } from "../dom.ts";

export interface Histogram {
  /** Share of all values in each of equally wide bins, without those that are exactly 0. */
  readonly bins: readonly number[];
  /** Share of those that are exactly 0. */
  readonly zeros: number;
}

/** An even number, so that 0 lies between two of them. */
const count = 32;

/** @param values outside the interval, and NaN, are in no bin @param interval its ends may be in one */
export function histogramOf(
  values: ArrayLike<number>,
  [low, high]: readonly [low: number, high: number],
): Histogram {
  const bins = new Array<number>(count).fill(0);
  const each = 1 / values.length;
  let zeros = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value === 0) zeros += each;
    else if (value >= low && value <= high) {
      const bin = Math.min(count - 1, Math.floor((count * (value - low)) / (high - low)));
      bins[bin]! += each;
    }
  }
  return { bins, zeros };
}

/** The highest bar of several histograms that are to be drawn alike; the zeros may be cut off by it. */
export function topOf(...histograms: readonly Histogram[]): number {
  return Math.max(...histograms.flatMap(({ bins }) => bins)) || 1;
}

interface HistogramModel {
  readonly interval: readonly [low: number, high: number];
  readonly shown: Histogram;
  /** Of the step before, over the same interval. */
  readonly before: Histogram | undefined;
  readonly top: number;
}

const height = 12;

/** Drawn for the eye alone: figures say the same. */
export function createHistogram(): { readonly element: SVGElement; update(model: HistogramModel): void } {
  const bars = svg("path", { class: "histogram-bars" });
  const zeros = svg("path", { class: "histogram-zeros" });
  const line = svg("path", { class: "histogram-before" });
  return {
    element: svg(
      "svg",
      {
        viewBox: `0 0 ${count} ${height}`,
        preserveAspectRatio: "none",
        class: "histogram",
        "aria-hidden": "true",
      },
      bars,
      line,
      zeros,
    ),
    update: ({ interval: [low, high], shown, before, top }) => {
      const level = (share: number) => (height * (1 - Math.min(1, share / top))).toFixed(3);
      setAttribute(
        bars,
        "d",
        shown.bins.map((share, i) => `M${i} ${height}V${level(share)}h1V${height}`).join(""),
      );
      const steps = before?.bins.map((share) => `V${level(share)}h1`).join("") ?? "";
      setAttribute(line, "d", steps && `M0 ${height}${steps}V${height}`);
      const middle = ((count * (0 - low)) / (high - low)).toFixed(3);
      setAttribute(zeros, "d", shown.zeros > 0 ? `M${middle} ${height}V${level(shown.zeros)}` : "");
    },
  };
}
