/** Lines in pixels: cut at the frame, thinned to what the eye can tell, and written as SVG path data. */

export type Pixel = readonly [x: number, y: number];

/** The pieces of a line that lie between two heights. A height that is not finite ends a piece; a line that leaves ends at the edge. */
export function clipped(line: readonly Pixel[], top: number, bottom: number): Pixel[][] {
  const pieces: Pixel[][] = [];
  let end: Pixel | undefined;
  for (let index = 1; index < line.length; index++) {
    const segment = clipSegment(line[index - 1]!, line[index]!, top, bottom);
    if (segment === undefined) continue;
    const [from, to] = segment;
    if (from === end) pieces.at(-1)!.push(to);
    else pieces.push([from, to]);
    end = to;
  }
  return pieces;
}

/** The part of a segment between two heights; an end that needs no cut is the very same pixel. */
function clipSegment(a: Pixel, b: Pixel, top: number, bottom: number): [Pixel, Pixel] | undefined {
  if (!Number.isFinite(a[1]) || !Number.isFinite(b[1])) return undefined;
  const [highest, lowest] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
  if (lowest < top || highest > bottom) return undefined;
  return [moveInside(a, b, top, bottom), moveInside(b, a, top, bottom)];
}

function moveInside(point: Pixel, other: Pixel, top: number, bottom: number): Pixel {
  const edge = point[1] < top ? top : point[1] > bottom ? bottom : undefined;
  if (edge === undefined) return point;
  const share = (edge - point[1]) / (other[1] - point[1]);
  return [point[0] + share * (other[0] - point[0]), edge];
}

/**
 * Fewer points for the same line: none of those left out is farther than `tolerance` pixels from it.
 * @source U. Ramer, "An iterative procedure for the polygonal approximation of plane curves", Computer Graphics and
 * Image Processing 1 (1972) 244–256
 */
export function simplified(line: readonly Pixel[], tolerance: number): Pixel[] {
  const first = line[0];
  const last = line.at(-1);
  if (first === undefined || last === undefined || line.length < 3) return [...line];
  let farthest = 0;
  let distance = 0;
  for (let index = 1; index < line.length - 1; index++) {
    const here = distanceToSegment(line[index]!, first, last);
    if (here > distance) [farthest, distance] = [index, here];
  }
  if (distance <= tolerance) return [first, last];
  const left = simplified(line.slice(0, farthest + 1), tolerance);
  return [...left.slice(0, -1), ...simplified(line.slice(farthest), tolerance)];
}

function distanceToSegment([x, y]: Pixel, [ax, ay]: Pixel, [bx, by]: Pixel): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length2 = dx * dx + dy * dy;
  const share = length2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length2));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}

/** A coordinate to a tenth of a pixel. */
export function coordinate(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** "M1 2L3 4…", pieces one after the other. */
export function pathData(pieces: readonly (readonly Pixel[])[]): string {
  return pieces
    .map((piece) =>
      piece.map(([x, y], index) => `${index ? "L" : "M"}${coordinate(x)} ${coordinate(y)}`).join(""),
    )
    .join("");
}
