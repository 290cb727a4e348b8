/** Numbers on a plane as colours: the data, and what colour a number has. */
import { numberText } from "../../engine/curve/number-text.ts";
import { type Colour, mix, readColour } from "./contrast.ts";
import type { ChartTheme } from "./theme.ts";

export interface HeatMapModel {
  readonly rows: number;
  readonly columns: number;
  /** [rows × columns], from the top left */
  readonly values: ArrayLike<number>;
  /** Where the colours are full: above 0; beyond it they stay. */
  readonly limit: number;
  /** Steps from 0 to the limit: edges between them are contour lines. undefined: no steps. */
  readonly steps?: number;
}

/** The largest finite |value|, 1 where all are 0: a scale that shows everything. */
export function limitOf(...pictures: readonly ArrayLike<number>[]): number {
  let limit = 0;
  for (const values of pictures) {
    for (let i = 0; i < values.length; i++) {
      const size = Math.abs(values[i]!);
      if (size > limit && size < Infinity) limit = size;
    }
  }
  return limit || 1;
}

/** How full a value's colour is, from −1 to 1; NaN for NaN. */
export function shareOf(value: number, { limit, steps }: Pick<HeatMapModel, "limit" | "steps">): number {
  const share = Math.max(-1, Math.min(1, value / limit));
  return steps === undefined ? share : Math.round(share * steps) / steps;
}

/** The colours of a scale: at its lower end, at 0, at its upper end, and of NaN. */
export function scaleOf(theme: ChartTheme): Record<"below" | "zero" | "above" | "none", Colour> {
  const read = (text: string): Colour => readColour(text) ?? [128, 128, 128];
  const none = read(theme.grid);
  return { below: read(theme.series[0]!), zero: read(theme.background), above: read(theme.series[1]!), none };
}

/** Red, green, blue and opacity of each value, as a canvas takes them. */
export function pixelsOf(model: HeatMapModel, theme: ChartTheme): Uint8ClampedArray<ArrayBuffer> {
  const scale = scaleOf(theme);
  const pixels = new Uint8ClampedArray(4 * model.rows * model.columns);
  for (let i = 0; i < model.rows * model.columns; i++) {
    pixels.set([...colourAt(shareOf(model.values[i]!, model), scale), 255], 4 * i);
  }
  return pixels;
}

/** @param share from −1 to 1, or NaN */
export function colourAt(share: number, { below, zero, above, none }: ReturnType<typeof scaleOf>): Colour {
  return Number.isNaN(share) ? none : mix(zero, share < 0 ? below : above, Math.abs(share));
}

/** "−2 blue · 0 paper · 2 orange" */
export function legendText({ limit }: Pick<HeatMapModel, "limit">): string {
  const end = numberText(limit, 3);
  return `−${end} blue · 0 paper · ${end} orange`;
}
