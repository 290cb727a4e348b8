/** Measuring: CPU time, because wall-clock time on a shared machine measures the neighbours. */

export interface Bench {
  readonly name: string;
  readonly run: () => unknown;
}

/** CPU milliseconds of one run, median of `runs` after a third as many to warm up. Other threads' (garbage) count. */
export function cpuMs({ run }: Bench, runs = 21): number {
  const times: number[] = [];
  for (let i = -runs / 3; i < runs; i++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    if (i >= 0) times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[times.length >> 1]!;
}

/** A row per bench, with its ratio to the first. */
export function table(benches: readonly Bench[]): string {
  const rows = benches.map((bench) => ({ name: bench.name, ms: cpuMs(bench) }));
  const lines = rows.map(({ name, ms }) => {
    const ratio = (ms / rows[0]!.ms).toFixed(2);
    return `${name.padEnd(50)} ${ms.toFixed(1).padStart(7)} ms ${ratio.padStart(6)} ×`;
  });
  return lines.join("\n");
}
