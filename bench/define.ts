/** What a measurement is, and what it yields. */

/** Milliseconds, or whatever unit the line says. */
export interface Distribution {
  /** What the neighbours disturb least. */
  readonly min: number;
  readonly p50: number;
  readonly p95: number;
}

/** What is allowed, and how much of it is used. */
export interface Budget {
  /** "p95 ≤ 2 ms" */
  readonly text: string;
  /** From 0; beyond 1 it is overdrawn. */
  readonly used: number;
}

export interface Line {
  readonly name: string;
  /** Processor time in milliseconds, of all threads of the process that does the work. */
  readonly cpu?: Distribution;
  /** Milliseconds by the clock on the wall. */
  readonly wall?: Distribution;
  readonly kilobytes?: number;
  readonly budget?: Budget;
}

/** Lines that were measured together. Ratios are to the first: a peer, or the limit that nothing can beat. */
export interface Group {
  readonly title: string;
  /** How it was measured, where the title does not say it all. */
  readonly note?: string;
  readonly lines: readonly Line[];
}

/** A group, and how fast the machine was then. */
export interface Measured extends Group {
  /** See `pace.ts`. */
  readonly pace: number;
}

export interface Measurement {
  /** For `--only` */
  readonly id: string;
  readonly run: () => AsyncGenerator<Group, void>;
}

/** @param limit milliseconds */
export function p95AtMost(limit: number, line: Line): Line {
  return withBudget(line, `p95 ≤ ${limit} ms`, timeOf(line).p95 / limit);
}

/** @param limit milliseconds of p95 beyond the other line's */
export function p95AtMostAbove(limit: number, other: Line, line: Line): Line {
  const used = (timeOf(line).p95 - timeOf(other).p95) / limit;
  return withBudget(line, `p95 ≤ first + ${limit} ms`, used);
}

/** @param limit milliseconds of the median beyond the other line's */
export function p50AtMostAbove(limit: number, other: Line, line: Line): Line {
  const used = (timeOf(line).p50 - timeOf(other).p50) / limit;
  return withBudget(line, `p50 ≤ first + ${limit} ms`, used);
}

/** @param limit milliseconds */
export function p50AtMost(limit: number, line: Line): Line {
  return withBudget(line, `p50 ≤ ${limit} ms`, timeOf(line).p50 / limit);
}

export function atMostTimes(factor: number, other: Line, line: Line): Line {
  const used = timeOf(line).p50 / timeOf(other).p50 / factor;
  return withBudget(line, `≤ ${factor} × first`, used);
}

/** @param limit kilobytes */
export function sizeAtMost(limit: number, line: Line): Line {
  const used = (line.kilobytes ?? Infinity) / limit;
  return withBudget(line, `≤ ${limit} kB`, used);
}

function withBudget(line: Line, text: string, used: number): Line {
  return { ...line, budget: { text, used: Math.max(0, used) } };
}

/** Processor time where it was measured: on a shared machine the wall clock measures the neighbours. */
function timeOf({ name, cpu, wall }: Line): Distribution {
  const time = cpu ?? wall;
  if (!time) throw new Error(`${name} has no time to judge`);
  return time;
}

/** How many times the first line's median (or size) a line takes; undefined where the two cannot be compared. */
export function ratio(first: Line, line: Line): number | undefined {
  if (first.cpu && line.cpu) return line.cpu.p50 / first.cpu.p50;
  if (first.wall && line.wall) return line.wall.p50 / first.wall.p50;
  return undefined;
}
