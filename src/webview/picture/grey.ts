/** A picture from outside as a small grey plane. Pure. */
import type { OwnPicture } from "../protocol/feature-map.ts";
import { mostPictureSide } from "../protocol/feature-map.ts";

/** The largest size of at most `mostPictureSide` in both directions with the same proportions; none larger than it was. */
export function smallSize(
  width: number,
  height: number,
): { readonly rows: number; readonly columns: number } {
  const scale = Math.min(1, mostPictureSide / Math.max(width, height));
  const length = (size: number) => Math.max(1, Math.round(scale * size));
  return { rows: length(height), columns: length(width) };
}

/**
 * Brightness from 0 to 255 of opaque pixels.
 * @param pixels red, green, blue and opacity of each, as a canvas has them
 * @source Rec. ITU-R BT.709, luma: 0.2126 R + 0.7152 G + 0.0722 B of the values as they are encoded
 */
export function greyOf(pixels: ArrayLike<number>): OwnPicture["values"] {
  return Array.from({ length: pixels.length / 4 }, (_, i) =>
    Math.round(0.2126 * pixels[4 * i]! + 0.7152 * pixels[4 * i + 1]! + 0.0722 * pixels[4 * i + 2]!),
  );
}
