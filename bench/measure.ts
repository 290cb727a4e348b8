/** Measuring: what is compared takes turns, so that whatever else the machine does meets all of it alike. */
import type { Distribution, Line } from "./define.ts";

/** Milliseconds; NaN where one of them could not be measured. */
export interface Time {
  readonly cpu: number;
  readonly wall: number;
}

export interface Subject {
  readonly name: string;
  readonly run: (round: number) => unknown;
  /** Before each run, not measured. */
  readonly prepare?: (round: number) => unknown;
  /** Processor time so far of the process that does the work, in milliseconds; of this process unless given. */
  readonly cpuClock?: () => number;
}

interface Rounds {
  readonly rounds: number;
  /** Rounds before those that count; a third as many unless given. */
  readonly warmUp?: number;
}

/** Runs every subject once in each round, in turning order. */
export async function inTurns(
  subjects: readonly Subject[],
  { rounds, warmUp = Math.ceil(rounds / 3) }: Rounds,
): Promise<Line[]> {
  const times = subjects.map((): Time[] => []);
  const order = [...subjects.entries()];
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const [i, subject] of order) {
      const time = await timed(subject, round);
      if (round >= warmUp) times[i]!.push(time);
    }
    order.reverse();
  }
  return subjects.map(({ name }, i) => lineOf(name, times[i]!));
}

export async function timed(
  { run, prepare, cpuClock = ownCpuClock }: Pick<Subject, "run" | "prepare" | "cpuClock">,
  round = 0,
): Promise<Time> {
  await prepare?.(round);
  const cpu = cpuClock();
  const wall = performance.now();
  const result = run(round);
  if (result instanceof Promise) await result;
  return { wall: performance.now() - wall, cpu: cpuClock() - cpu };
}

/** Threads that compile and collect garbage count: on an idle machine nobody waits longer than this. */
export function ownCpuClock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export function lineOf(name: string, times: readonly Time[]): Line {
  const cpu = times.map((time) => time.cpu);
  const wall = times.map((time) => time.wall);
  return {
    name,
    ...(cpu.some(Number.isNaN) ? {} : { cpu: distribution(cpu) }),
    ...(wall.some(Number.isNaN) ? {} : { wall: distribution(wall) }),
  };
}

/** The smallest value that at least this share of all does not exceed. */
export function distribution(values: readonly number[]): Distribution {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
  return { min: at(0), p50: at(0.5), p95: at(0.95) };
}
