import { type DataPoint, type Metric, metricKey } from './metric.ts';

const MINUTE_MS = 60_000;

/** What is kept of all values of one minute. */
interface Minute {
  readonly count: number;
  readonly sum: number;
  readonly lowest: number;
  readonly highest: number;
}

/** What an alarm makes of the values of a period. */
export type Statistic = 'Sum' | 'Average' | 'Minimum' | 'Maximum' | 'SampleCount';

/**
 * The metrics that somebody watches, minute by minute, in memory alone: what was measured before a start
 * says nothing about what runs since.
 */
export class MetricStore {
  readonly #watched = new Map<string, Map<number, Minute>>();

  /** From now on the values of this metric are kept; those of others are not. */
  watch(metric: Metric): void {
    const key = metricKey(metric);
    if (!this.#watched.has(key)) this.#watched.set(key, new Map());
  }

  add({ metric, value, at }: DataPoint): void {
    const minutes = this.#watched.get(metricKey(metric));
    if (minutes === undefined) return;
    const minute = Math.floor(at / MINUTE_MS);
    const known = minutes.get(minute);
    minutes.set(minute, {
      count: (known?.count ?? 0) + 1,
      sum: (known?.sum ?? 0) + value,
      lowest: Math.min(known?.lowest ?? value, value),
      highest: Math.max(known?.highest ?? value, value),
    });
  }

  /** @returns nothing where nothing was measured from `from` until before `to` (whole minutes) */
  read(metric: Metric, statistic: Statistic, from: number, to: number): number | undefined {
    const minutes = this.#watched.get(metricKey(metric));
    if (minutes === undefined) throw new Error(`Nobody watches ${metricKey(metric)}`);
    const within = [...minutes].flatMap(([minute, values]) =>
      minute * MINUTE_MS >= from && minute * MINUTE_MS < to ? [values] : [],
    );
    return within.length === 0 ? undefined : statisticOf(statistic, within);
  }

  /** Drops what was measured before an instant. */
  forget(before: number): void {
    for (const minutes of this.#watched.values()) {
      for (const minute of minutes.keys()) {
        if (minute * MINUTE_MS < before) minutes.delete(minute);
      }
    }
  }
}

function statisticOf(statistic: Statistic, minutes: readonly Minute[]): number {
  const sum = minutes.reduce((total, minute) => total + minute.sum, 0);
  const count = minutes.reduce((total, minute) => total + minute.count, 0);
  switch (statistic) {
    case 'Sum':
      return sum;
    case 'SampleCount':
      return count;
    case 'Average':
      return sum / count;
    case 'Minimum':
      return Math.min(...minutes.map(({ lowest }) => lowest));
    case 'Maximum':
      return Math.max(...minutes.map(({ highest }) => highest));
  }
}
