/** Numbers on a plane as colours: the data, and what colour a number has. */
import { numberText } from "../../engine/curve/number-text.ts";
import { type Colour, mix, readColour } from "./contrast.ts";
import type { ChartTheme } from "./theme.ts";
import { t } from "../../engine/l10n.ts";

export interface HeatMapModel {
  readonly rows: number;
  readonly columns: number;
  /** [rows × columns], from the top left */
  readonly values: ArrayLike<number>;
  /** Where the colours are full: above 0; beyond it they stay. */
  readonly limit: number;
  /** Steps from 0 to the limit: edges between them are contour lines. undefined: no steps. */
  readonly steps?: number;
  /** A picture, not a signed quantity: from black at 0 to white at 1, which is its limit. */
  readonly isGrey?: boolean;
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
export function scaleOf(
  { isGrey }: Pick<HeatMapModel, "isGrey">,
  theme: ChartTheme,
): Record<"below" | "zero" | "above" | "none", Colour> {
  const read = (text: string): Colour => readColour(text) ?? [128, 128, 128];
  const none = read(theme.axis);
  if (isGrey) return { below: [0, 0, 0], zero: [0, 0, 0], above: [255, 255, 255], none };
  return { below: read(theme.series[0]!), zero: read(theme.background), above: read(theme.series[1]!), none };
}

/** Red, green, blue and opacity of each value, as a canvas takes them. */
export function pixelsOf(model: HeatMapModel, theme: ChartTheme): Uint8ClampedArray<ArrayBuffer> {
  const scale = scaleOf(model, theme);
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

/** The scale itself, from its lower end to its upper one. */
export function legendMap(model: HeatMapModel): HeatMapModel {
  const columns = 129;
  const low = model.isGrey ? 0 : -model.limit;
  const step = (model.limit - low) / (columns - 1);
  return {
    ...model,
    rows: 1,
    columns,
    values: Float64Array.from({ length: columns }, (_, i) => low + i * step),
  };
}

type Legend = readonly (readonly [number: string, colour: string])[];

/** What stands under the scale, from its lower end to its upper one. */
export function legendTexts({ limit, isGrey }: Pick<HeatMapModel, "limit" | "isGrey">): Legend {
  const end = numberText(limit, 3);
  const zero: Legend[number] = ["0", isGrey ? t("black") : t("paper")];
  return isGrey ? [zero, [end, t("white")]] : [[`−${end}`, t("blue")], zero, [end, t("orange")]];
}

/** "−2 blue · 0 paper · 2 orange" */
export function legendText(model: Pick<HeatMapModel, "limit" | "isGrey">): string {
  return legendTexts(model)
    .map((parts) => parts.join(" "))
    .join(" · ");
}
