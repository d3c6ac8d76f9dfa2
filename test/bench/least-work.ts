const ROUNDS = 5;
/** Less than this is measured as several runs: the clock of a process is coarse. */
const MIN_MS = 20;

/**
 * Milliseconds of processor that each of the functions takes, measured in turns; the best round of each
 * counts, for whatever else runs only makes a round slower.
 */
export function leastWork(...works: readonly (() => unknown)[]): number[] {
  const times = works.map((work) => Math.max(1, Math.ceil(MIN_MS / Math.max(0.01, once(work)))));
  const best = works.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, work] of works.entries()) {
      const count = times[at] ?? 1;
      const took = workOf(() => repeat(count, work)) / count;
      best[at] = Math.min(best[at] ?? took, took);
    }
  }
  return best;
}

/** Milliseconds of processor that this process takes for something. */
export function workOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}

function once(work: () => unknown): number {
  work(); // what is built at first use
  return workOf(work);
}

function repeat(count: number, work: () => unknown): void {
  for (let time = 0; time < count; time += 1) work();
}
