/** What a measurement is, and what it yields. */

/** Milliseconds, or whatever unit the line says. */
export interface Distribution {
  /** What the neighbours disturb least. */
  readonly min: number;
  readonly p50: number;
  readonly p95: number;
}

/** What is allowed, and whether it holds. */
export interface Budget {
  /** "p95 ≤ 2 ms" */
  readonly text: string;
  readonly holds: boolean;
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

export interface Measurement {
  /** For `--only` */
  readonly id: string;
  readonly run: () => AsyncGenerator<Group, void>;
}

/** @param limit milliseconds */
export function p95AtMost(limit: number, line: Line): Line {
  return { ...line, budget: { text: `p95 ≤ ${limit} ms`, holds: timeOf(line).p95 <= limit } };
}

/** @param limit milliseconds of p95 beyond the other line's */
export function p95AtMostAbove(limit: number, other: Line, line: Line): Line {
  const holds = timeOf(line).p95 - timeOf(other).p95 <= limit;
  return { ...line, budget: { text: `p95 ≤ first + ${limit} ms`, holds } };
}

/** @param limit milliseconds of the median beyond the other line's */
export function p50AtMostAbove(limit: number, other: Line, line: Line): Line {
  const holds = timeOf(line).p50 - timeOf(other).p50 <= limit;
  return { ...line, budget: { text: `p50 ≤ first + ${limit} ms`, holds } };
}

/** @param limit milliseconds */
export function p50AtMost(limit: number, line: Line): Line {
  return { ...line, budget: { text: `p50 ≤ ${limit} ms`, holds: timeOf(line).p50 <= limit } };
}

export function atMostTimes(factor: number, other: Line, line: Line): Line {
  const holds = timeOf(line).p50 <= factor * timeOf(other).p50;
  return { ...line, budget: { text: `≤ ${factor} × first`, holds } };
}

export function sizeAtMost(limit: number, line: Line): Line {
  return { ...line, budget: { text: `≤ ${limit} kB`, holds: (line.kilobytes ?? Infinity) <= limit } };
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
