/** Where the labels of lines go: at the line's end, apart from each other. */
import type { Frame, Order } from "./frame.ts";
import type { Pixel } from "./path.ts";

export interface PlacedLabel {
  readonly order: Order;
  readonly x: number;
  /** baseline */
  readonly y: number;
}

/** Least distance of two baselines, in pixels. */
const lineHeight = 11;

/**
 * A line that reaches the right edge is labelled beside it; one that leaves at the top or bottom is labelled to the right
 * of where it leaves.
 */
export function placeLabels(
  ends: readonly { readonly order: Order; readonly end: Pixel }[],
  frame: Frame,
): PlacedLabel[] {
  const reaches = (end: Pixel) => end[0] > frame.right - 8;
  const inside = ends
    .filter(({ end }) => !reaches(end))
    .map(({ order, end }) => ({
      order,
      x: end[0] + 5,
      y: Math.min(Math.max(end[1] + 4, frame.top + 8), frame.bottom - 2),
    }));
  const beside = ends
    .filter(({ end }) => reaches(end))
    .map(({ order, end }) => ({ order, x: frame.right + 4, y: end[1] + 3.5 }))
    .sort((a, b) => a.y - b.y);
  return [...inside, ...spread(beside, frame)];
}

/** Pushes labels down until they are apart, then the whole stack up if it went below the frame. */
function spread(labels: readonly PlacedLabel[], frame: Frame): PlacedLabel[] {
  const apart: PlacedLabel[] = [];
  for (const label of labels) {
    const previous = apart.at(-1);
    apart.push({
      ...label,
      y: Math.max(label.y, previous === undefined ? -Infinity : previous.y + lineHeight),
    });
  }
  const over = Math.max(0, (apart.at(-1)?.y ?? 0) - frame.bottom);
  return apart.map((label) => ({ ...label, y: label.y - over }));
}
