/** What a chart of curves shows, as plain data: views make it, tests read it, `line-chart.ts` draws it. */
import { numberText } from "../../engine/curve/number-text.ts";
import { roundStep } from "../format.ts";
import type { Order } from "../protocol.ts";

export interface Line {
  /** "f", "f′", "f″": written at the line's end */
  readonly label: string;
  /** Chooses colour and dashes. */
  readonly order: Order;
  /** Which of several functions in one chart: then this chooses them, from 0 to `mostCompared` − 1. */
  readonly series?: number;
  /** Never decreasing. */
  readonly x: Float64Array;
  /** Of the same length; NaN breaks the line. */
  readonly y: Float64Array;
}

/** One number of the read-out: a line at the cursor. */
export interface Reading {
  readonly label: string;
  readonly order: Order;
  readonly series?: number;
  readonly value: number;
}

export interface CurveModel {
  /** "x" or "x₁" */
  readonly variable: string;
  readonly interval: readonly [low: number, high: number];
  readonly range: readonly [low: number, high: number];
  readonly lines: readonly Line[];
  /** Points of the first line where it or its slope jumps; both sides of a jump. */
  readonly kinks: readonly { readonly x: number; readonly y: number }[];
  /** The curve is flat (saturated, or dead) below / above these places. */
  readonly flat: { readonly below?: number; readonly above?: number };
  /** Where single draws of a random function lie, behind its curve. */
  readonly band?: { readonly x: Float64Array; readonly low: Float64Array; readonly high: Float64Array };
  readonly cursor: { readonly x: number; readonly readings: readonly Reading[] };
  /** y is the exponent of ten of what is shown. */
  readonly isLogarithmic?: boolean;
  /** What the cursor moves in, where that is no part of the interval: 1 for layers. */
  readonly step?: number;
  /** Heights that a person guesses at certain places, within ±limit; they can be dragged. */
  readonly guesses?: {
    readonly points: readonly { readonly x: number; readonly y: number }[];
    readonly limit: number;
  };
  /** Slope of the tangent at the cursor, if it is drawn. */
  readonly slope: number | undefined;
}

/** Beyond it a range would overflow where it is divided into pixels. */
const largest = 1e300;

/**
 * The range that shows every finite number of these lines, with a twentieth of room on both sides; flat lines get room of
 * their own.
 */
export function rangeOf(lines: readonly Line[]): readonly [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (const { y } of lines) {
    for (const value of y) {
      if (value < low && value > -largest) low = value;
      if (value > high && value < largest) high = value;
    }
  }
  if (low > high) return [-1, 1];
  const size = Math.max(Math.abs(low), Math.abs(high));
  // Around a level as much as moves it: 1 is lost beside a huge one.
  const room = high - low > 1e-9 * size ? (high - low) / 20 : Math.max(1, size / 1000);
  return [low - room, high + room];
}

/** The step a cursor moves in: about a hundredth of the interval, a round number. */
export function cursorStep([low, high]: CurveModel["interval"], step?: number): number {
  return step ?? roundStep((high - low) / 60);
}

/** "f(x) = 0.5"; where the cursor goes by steps its labels say all: "gradient = 0.1" */
export function readingText(
  { variable, step }: Pick<CurveModel, "variable" | "step">,
  reading: Reading,
): string {
  const { label, value } = reading;
  return `${step === undefined ? `${label}(${variable})` : label} = ${numberText(value)}`;
}

/** "x = 0.5, f(x) = 0.5, f′(x) = 1" */
export function readOut(model: CurveModel): string {
  const { variable, cursor } = model;
  const parts = cursor.readings.map((reading) => readingText(model, reading));
  return [`${variable} = ${numberText(cursor.x, 6)}`, ...parts].join(", ");
}

/** "10⁻³" */
export function powerText(exponent: number): string {
  const raised = String(exponent).replace(/./g, (c) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹".charAt("-0123456789".indexOf(c)));
  return `10${raised}`;
}

/**
 * Places for labels of one height beside points at the heights `wanted`, moved apart as little as keeps them from
 * touching, all between `top` and `bottom` while there is room.
 * @param wanted px from the top, in any order
 * @returns px from the top, in the order of `wanted`
 */
export function spreadLabels(
  wanted: readonly number[],
  height: number,
  top: number,
  bottom: number,
): readonly number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  const places = [...wanted];
  let free = top;
  for (const i of order) {
    places[i] = Math.max(places[i]!, free);
    free = places[i] + height;
  }
  let limit = bottom;
  for (const i of order.reverse()) {
    places[i] = Math.min(places[i]!, limit);
    limit = places[i] - height;
  }
  return places;
}
