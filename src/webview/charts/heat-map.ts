/**
 * Numbers on a plane as colours, on one diverging scale: the paper at 0, one colour below, another above, both those of the
 * first two series, which the colour-blind can tell apart. Words say the rest.
 */
import { numberText } from "../../engine/curve/number-text.ts";
import { h, setAttribute, setText } from "../dom.ts";
import { type Colour, mix, readColour } from "./contrast.ts";
import { type ChartTheme, currentTheme } from "./theme.ts";

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

function scaleOf(theme: ChartTheme): Record<"below" | "zero" | "above" | "none", Colour> {
  const read = (text: string): Colour => readColour(text) ?? [128, 128, 128];
  const none = read(theme.grid);
  return { below: read(theme.series[0]!), zero: read(theme.background), above: read(theme.series[1]!), none };
}

/** Red, green, blue and opacity of each value, as a canvas takes them. */
export function pixelsOf(model: HeatMapModel, theme: ChartTheme): Uint8ClampedArray<ArrayBuffer> {
  const { below, zero, above, none } = scaleOf(theme);
  const pixels = new Uint8ClampedArray(4 * model.rows * model.columns);
  for (let i = 0; i < model.rows * model.columns; i++) {
    const share = shareOf(model.values[i]!, model);
    const colour = Number.isNaN(share) ? none : mix(zero, share < 0 ? below : above, Math.abs(share));
    pixels.set([...colour, 255], 4 * i);
  }
  return pixels;
}

export interface HeatMap {
  readonly element: HTMLElement;
  /** @param name what is shown, written above it @param summary what is to be seen, in words */
  update(model: HeatMapModel, name: string, summary: string): void;
}

/** @param overlay is laid over the picture and fills it */
export function createHeatMap(overlay?: Element): HeatMap {
  const canvas = h("canvas", { role: "img", class: "heat-map" });
  const title = h("figcaption", { class: "heading" });
  const legend = h("p", { class: "quiet" });
  const area = h("div", { class: "heat-map-area" }, canvas, ...(overlay ? [overlay] : []));
  let shown: readonly [HeatMapModel, ChartTheme] | undefined;
  return {
    element: h("figure", { class: "heat-map-figure" }, title, area, legend),
    update: (model, name, summary) => {
      const theme = currentTheme();
      setText(title, name);
      setAttribute(canvas, "aria-label", `${name}. ${summary}`);
      const end = numberText(model.limit, 3);
      setText(legend, `−${end} blue · 0 paper · ${end} orange`);
      if (shown?.[0] === model && shown[1] === theme) return;
      shown = [model, theme];
      canvas.width = model.columns;
      canvas.height = model.rows;
      const picture = new ImageData(pixelsOf(model, theme), model.columns, model.rows);
      canvas.getContext("2d")?.putImageData(picture, 0, 0);
    },
  };
}
