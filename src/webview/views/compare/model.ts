/** The compare view as data: a pure function of the lab's state. */
import { type LargestDifference, largestDifference } from "../../../engine/curve/difference.ts";
import { type Drawable, drawableOf } from "../../../engine/curve/drawable.ts";
import { ofOrder } from "../../../engine/curve/frame.ts";
import { usualInterval } from "../../../engine/curve/interval.ts";
import { numberText } from "../../../engine/curve/number-text.ts";
import { sampleDrawable } from "../../../engine/curve/sample.ts";
import { functionById } from "../../../engine/functions/index.ts";
import { parameterProblem } from "../../../engine/functions/parameters.ts";
import { type CurveModel, type Line, type Reading, rangeOf } from "../../charts/model.ts";
import type { ComparedFunction, LabState, Order } from "../../protocol.ts";
import { type Fact, curveFacts } from "../function/facts.ts";
import { primes } from "../function/curves.ts";
import { t } from "../../../engine/l10n.ts";

export interface Entry {
  /** "Leaky ReLU", "Leaky ReLU 0.2" where it is there more than once, or at other parameters than its own defaults */
  readonly label: string;
  readonly drawable: Drawable;
  /** Why its parameters make no sense; undefined if nothing is wrong. */
  readonly problem: string | undefined;
}

export function entriesOf({ compare }: Pick<LabState, "compare">): readonly Entry[] {
  return compare.map((compared) => {
    const fn = functionById(compared.functionId);
    return {
      label: labelOf(compared),
      drawable: drawableOf(fn, compared.params),
      problem: parameterProblem(fn, compared.params),
    };
  });
}

/** The name, and every parameter that is not at the record's default. */
function labelOf({ functionId, params }: ComparedFunction): string {
  const { name, params: record } = functionById(functionId);
  const initials = record as Readonly<Record<string, { readonly default?: number }>>;
  const special = Object.entries(params).filter(([key, value]) => initials[key]?.default !== value);
  return [name, ...special.map(([, value]) => numberText(value, 4))].join(" ");
}

/** What fits at a line's end. */
export function shortLabel(label: string): string {
  return label.length <= 15 ? label : `${label.slice(0, 14)}…`;
}

/** The person's own, or what shows all of them; far-reaching ones are cut, for the differences lie near 0. */
export function comparedInterval(
  entries: readonly Entry[],
  own: LabState["interval"],
): CurveModel["interval"] {
  if (own) return own;
  const ends = entries.map(({ drawable }) => usualInterval(drawable));
  const low = Math.min(...ends.map(([from]) => from));
  const high = Math.max(...ends.map(([, to]) => to));
  return [Math.max(-10, low), Math.min(10, high)];
}

type Curves = Pick<CurveModel, "variable" | "interval" | "range" | "lines" | "kinks" | "flat">;

/** All functions over one another. @param count evenly spaced points of a curve @param own interval */
export function overlay(
  entries: readonly Entry[],
  order: Order,
  count: number,
  own: LabState["interval"] = null,
): Curves {
  const interval = comparedInterval(entries, own);
  const lines = entries.map(({ label, drawable }, series): Line => {
    const { x, ...ys } = sampleDrawable(drawable, interval, count);
    const y = ofOrder(ys, order);
    return { label: shortLabel(label), order, series, x, y };
  });
  return { variable: "x", interval, range: rangeOf(lines), lines, kinks: [], flat: {} };
}

export function overlayCursor(entries: readonly Entry[], order: Order, x: number): CurveModel["cursor"] {
  const readings = entries.map(({ label, drawable }, series): Reading => {
    return { label: label + primes[order], order, series, value: valueAt(drawable, order, x) };
  });
  return { x, readings };
}

export interface Difference {
  readonly curves: Curves;
  readonly label: string;
  readonly largest: LargestDifference | undefined;
}

/** The first minus the second. @param own interval */
export function differenceOf(
  first: Entry,
  second: Entry,
  order: Order,
  count: number,
  own: LabState["interval"] = null,
): Difference {
  const interval = comparedInterval([first, second], own);
  const jet: Drawable["jet"] = (x) => {
    const [a, b] = [first.drawable.jet(x), second.drawable.jet(x)];
    return {
      value: a.value - b.value,
      derivative: a.derivative - b.derivative,
      secondDerivative: a.secondDerivative - b.secondDerivative,
    };
  };
  const kinks = [...new Set([...first.drawable.claims.kinks, ...second.drawable.claims.kinks])];
  const claims = { ...first.drawable.claims, kinks: kinks.sort((a, b) => a - b) };
  const { x, ...ys } = sampleDrawable({ ...first.drawable, jet, claims }, interval, count);
  const y = ofOrder(ys, order);
  const lines: readonly Line[] = [{ label: "Δ", order, x, y }];
  return {
    curves: { variable: "x", interval, range: rangeOf(lines), lines, kinks: [], flat: {} },
    label: `${first.label}${primes[order]} − ${second.label}${primes[order]}`,
    largest: largestDifference(first.drawable, second.drawable, order, interval),
  };
}

export function differenceCursor(first: Entry, second: Entry, order: Order, x: number): CurveModel["cursor"] {
  const value = valueAt(first.drawable, order, x) - valueAt(second.drawable, order, x);
  return { x, readings: [{ label: "Δ", order, value }] };
}

/** "Largest difference on −4 … 4: 4.732e-4 at x = 2.699 and at −2.699." */
export function largestText({ curves, largest }: Difference): string {
  const [low, high] = curves.interval.map((end) => numberText(end));
  if (!largest) return t("Nowhere do both have a finite value.");
  if (largest.value === 0) return t("No difference on {0} to {1}.", low!, high!);
  const place = numberText(largest.x, 4);
  const x = largest.isMirrored ? t("{0} and at {1}", place, numberText(-largest.x, 4)) : place;
  const value = numberText(largest.value, 4);
  return largest.isAtEnd
    ? t(
        "Largest difference on {0} to {1}: {2} at x = {3}, at an end of the interval: beyond it they may be further apart.",
        low!,
        high!,
        value,
        x,
      )
    : t("Largest difference on {0} to {1}: {2} at x = {3}.", low!, high!, value, x);
}

export interface FactsTable {
  readonly head: readonly string[];
  /** The first cell of each row is its heading. */
  readonly rows: readonly (readonly string[])[];
}

/** What the records claim, side by side; a function without a stated fact has a dash there. */
export function factsTable(entries: readonly Entry[]): FactsTable {
  const columns = entries.map((entry) => (entry.problem === undefined ? factsOf(entry) : []));
  const names = [...new Set(columns.flatMap((facts) => facts.map(({ name }) => name)))];
  const cell = (facts: readonly Fact[], wanted: string) =>
    facts.find(({ name }) => name === wanted)?.text ?? "–";
  return {
    head: ["", ...entries.map(({ label }) => label)],
    rows: names.map((name) => [name, ...columns.map((facts) => cell(facts, name))]),
  };
}

function factsOf({ drawable: { jet, claims } }: Entry): readonly Fact[] {
  return curveFacts("f", jet, claims);
}

function valueAt({ exact }: Drawable, order: Order, x: number): number {
  return ofOrder(exact(x), order);
}
