/** A curve as a small picture: the hover's. Text in, text out; nothing is measured. */
import type { ActivationFunction, ParameterValues } from "../functions/define.ts";
import { parameterProblem } from "../functions/parameters.ts";
import { describeCurve, describeCurveText } from "./describe.ts";
import { type Drawable, drawableOf } from "./drawable.ts";
import { flatZones } from "./flat.ts";
import { type Frame, type Order, frameOf, heightRange, ofOrder, ticks } from "./frame.ts";
import { usualInterval } from "./interval.ts";
import { isApart, kinkAt } from "./kinks.ts";
import { placeLabels } from "./labels.ts";
import { escaped } from "./markup.ts";
import { numberText } from "./number-text.ts";
import { type Pixel, clipped, coordinate, pathData, simplified } from "./path.ts";
import { type Samples, sampleDrawable } from "./sample.ts";
import type { Theme } from "./theme.ts";
import { t } from "../l10n.ts";

export interface CurveSvgOptions {
  readonly theme: Theme;
  /** pixels; 320 by 90 unless given */
  readonly width?: number;
  readonly height?: number;
  /** Which of f (0), f′ (1), f″ (2) to draw; f and f′ unless given. */
  readonly orders?: readonly Order[];
  /** What stretch of x to show; chosen by the function unless given. */
  readonly interval?: readonly [low: number, high: number];
  /** Length of the vector, for vector functions. */
  readonly units?: number;
  /** A colour behind the picture; none unless given, so that the reader's own background shows. */
  readonly background?: string;
}

/** Farthest a drawn line may be from the sampled one, in pixels. */
const tolerance = 0.15;

const dashes: Readonly<Record<Order, string>> = {
  0: "",
  1: ' stroke-dasharray="5 3"',
  2: ' stroke-dasharray="1.5 3"',
};

/**
 * f solid, f′ dashed, f″ dotted, each labelled at its end; kinks are circled, flat zones shaded. The facts of the
 * picture are in its description, too.
 * @returns a whole SVG document without ids, so that several can stand on one page
 * @throws RangeError as `sampleCurve` and the function do
 */
export function curveSvg(fn: ActivationFunction, params: ParameterValues, options: CurveSvgOptions): string {
  const { theme, width = 320, height = 90, orders = [0, 1], units } = options;
  const drawable = drawableOf(fn, params, units);
  const interval = options.interval ?? usualInterval(drawable);
  const samples = sampleDrawable(drawable, interval, Math.max(2, Math.min(600, Math.round(width / 2))));
  const frame = frameOf({ width, height }, interval, heightRange(samples, orders, drawable.claims));
  const lines = orders.map((order) => ({ order, pieces: piecesOf(samples, order, frame) }));
  const description = describeCurveText(describeCurve(fn, params, units)).join(". ");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui,'Segoe UI',sans-serif" font-size="10">`,
    `<title>${escaped(titleOf(fn, drawable, orders, interval))}</title><desc>${escaped(description)}</desc>`,
    options.background === undefined
      ? ""
      : `<rect width="${width}" height="${height}" fill="${escaped(options.background)}"/>`,
    shades(drawable, frame, theme),
    orders.includes(0) ? bandPath(drawable, samples, frame, theme) : "",
    axes(frame, theme),
    ...lines.map(({ order, pieces }) => linePath(pieces, order, theme)),
    orders.includes(0) ? kinkMarks(drawable, frame, theme) : "",
    lineLabels(lines, drawable, frame, theme),
    problemMark(fn, params, frame, theme),
    "</svg>",
  ].join("");
}

function titleOf(
  fn: ActivationFunction,
  { symbol, variable, others }: Drawable,
  orders: readonly Order[],
  [low, high]: readonly [number, number],
): string {
  const names = orders.map((order) => symbol + primes(order)).join(", ");
  const where = others === undefined ? "" : `, with ${others}`;
  return `${fn.name}: ${names} for ${variable} from ${numberText(low)} to ${numberText(high)}${where}`;
}

function primes(order: Order): string {
  return ["", "′", "″"][order]!;
}

function piecesOf(samples: Samples, order: Order, frame: Frame): Pixel[][] {
  const ys = ofOrder(samples, order);
  const line = Array.from(samples.x, (x, index): Pixel => [frame.toX(x), frame.toY(ys[index]!)]);
  return clipped(line, frame.top, frame.bottom).map((piece) => simplified(piece, tolerance));
}

function linePath(pieces: readonly (readonly Pixel[])[], order: Order, theme: Theme): string {
  const stroke = `stroke="${ofOrder(theme, order)}" stroke-width="${order === 0 ? 2 : 1.5}"`;
  return `<path d="${pathData(pieces)}" fill="none" ${stroke} stroke-linejoin="round"${dashes[order]}/>`;
}

/** Where single draws of a random function lie: a strip around its curve. */
function bandPath({ draws }: Drawable, { x }: Samples, frame: Frame, theme: Theme): string {
  if (draws === undefined) return "";
  const within = (y: number) => Math.min(frame.bottom, Math.max(frame.top, frame.toY(y)));
  const side = (index: 0 | 1) => Array.from(x, (at): Pixel => [frame.toX(at), within(draws.band(at)[index])]);
  const outline = simplified([...side(0), ...side(1).reverse()], tolerance);
  return `<path d="${pathData([outline])}Z" fill="${theme.value}" fill-opacity="0.2"/>`;
}

function shades(drawable: Drawable, frame: Frame, theme: Theme): string {
  const { flatBelow, flatAbove } = flatZones(drawable);
  const [low, high] = frame.xRange;
  const zones: [number, number][] = [];
  if (flatBelow !== undefined) zones.push([low, Math.min(flatBelow, high)]);
  if (flatAbove !== undefined) zones.push([Math.max(flatAbove, low), high]);
  return zones
    .filter(([from, to]) => from < to)
    .map(([from, to]) => {
      const x = frame.toX(from);
      const size = `x="${coordinate(x)}" y="${frame.top}" width="${coordinate(frame.toX(to) - x)}" height="${frame.bottom - frame.top}"`;
      return `<rect ${size} fill="${theme.shade}" fill-opacity="${theme.shadeOpacity}"/>`;
    })
    .join("");
}

/** The lines x = 0 and y = 0, ticks, and their numbers along the lower and left edges. */
function axes(frame: Frame, theme: Theme): string {
  const { left, right, top, bottom, toX, toY, xRange, yRange } = frame;
  const xs = ticks(xRange, 11);
  const ys = ticks(yRange, Math.max(2, Math.floor((bottom - top) / 16)));
  const marks = [
    ...(yRange[0] <= 0 && 0 <= yRange[1] ? [`M${left} ${coordinate(toY(0))}H${right}`] : []),
    ...(xRange[0] <= 0 && 0 <= xRange[1] ? [`M${coordinate(toX(0))} ${top}V${bottom}`] : []),
    ...xs.map((x) => `M${coordinate(toX(x))} ${bottom}v3`),
    ...ys.map((y) => `M${left} ${coordinate(toY(y))}h-3`),
  ];
  const below = xs.map((x) => text(toX(x), bottom + 12, numberText(x), "middle"));
  const beside = ys.map((y) => text(left - 5, toY(y) + 3.5, numberText(y), "end"));
  return (
    `<path d="${marks.join("")}" fill="none" stroke="${theme.axis}"/>` +
    `<g fill="${theme.text}">${[...below, ...beside].join("")}</g>`
  );
}

function text(x: number, y: number, content: string, anchor: "start" | "middle" | "end"): string {
  const anchoring = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
  return `<text x="${coordinate(x)}" y="${coordinate(y)}"${anchoring}>${escaped(content.replace("-", "−"))}</text>`;
}

/** A ring at each kink. Where f jumps, a full dot at the value taken and a ring at the limit that is not. */
function kinkMarks({ jet, claims }: Drawable, frame: Frame, theme: Theme): string {
  const [low, high] = frame.xRange;
  return claims.kinks
    .filter((kink) => low <= kink && kink <= high)
    .map((kink) => {
      const { left, here, right } = kinkAt(jet, kink);
      const taken = here.value;
      const missed = [left.value, right.value].filter((limit) => isApart(limit, taken));
      const dot = ring(frame, kink, taken, theme.value, missed.length > 0 ? theme.value : "none");
      return dot + missed.map((limit) => ring(frame, kink, limit, theme.value, "none")).join("");
    })
    .join("");
}

function ring(frame: Frame, x: number, y: number, stroke: string, fill: string): string {
  const centre = `cx="${coordinate(frame.toX(x))}" cy="${coordinate(frame.toY(y))}"`;
  return `<circle ${centre} r="3" fill="${fill}" stroke="${stroke}" stroke-width="1.5"/>`;
}

function lineLabels(
  lines: readonly { readonly order: Order; readonly pieces: readonly (readonly Pixel[])[] }[],
  { symbol }: Drawable,
  frame: Frame,
  theme: Theme,
): string {
  const ends = lines.flatMap(({ order, pieces }) => {
    const end = pieces.at(-1)?.at(-1);
    return end === undefined ? [] : [{ order, end }];
  });
  return placeLabels(ends, frame)
    .map(({ order, x, y }) => {
      // A slanted letter leans into an upright prime.
      const prime = order === 0 ? "" : `<tspan dx="1.5">${primes(order)}</tspan>`;
      const label = escaped(symbol) + prime;
      return `<text x="${coordinate(x)}" y="${coordinate(y)}" font-size="11" font-style="italic" font-weight="600" fill="${ofOrder(theme, order)}">${label}</text>`;
    })
    .join("");
}

function problemMark(fn: ActivationFunction, params: ParameterValues, frame: Frame, theme: Theme): string {
  if (parameterProblem(fn, params) === undefined) return "";
  return `<g fill="${theme.text}">${text(frame.left + 4, frame.top + 9, t("parameters outside their domain"), "start")}</g>`;
}
