import { log } from '#shared/telemetry/log.ts';
import { COUNTS_KEY, GAUGES_KEY } from '#shared/telemetry/redis-keys.ts';
import { exposition } from './exposition.ts';
import { familiesOf } from './families.ts';
import { type StoredSeries, storedSeries } from './stored-series.ts';

/** A gauge that nobody wrote for so long tells of an instance that is gone. */
const FRESH_MS = 15 * 60_000;

export interface MetricsDeps {
  /** The answers of Redis to commands. @throws when it is away */
  askRedis(
    commands: readonly (readonly [string, string])[],
  ): Promise<readonly { result?: unknown }[]>;
  /** The states of breakers now, of these and of those that are always there; as numbers. */
  breakerStates(seen: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Messages that wait, by the name of their queue; without those of a queue that does not answer. */
  queueDepths(): Promise<ReadonlyMap<string, number>>;
  readonly now: () => number;
}

/** All metrics in Prometheus' text format. Without Redis only what can be asked for at once. */
export async function readMetrics(deps: MetricsDeps): Promise<string> {
  const [stored, depths] = await Promise.all([readStored(deps), deps.queueDepths()]);
  const gauge = (name: 'circuit_breaker_state' | 'queue_depth', label: string) => {
    return ([value, number]: readonly [string, number]) => {
      return { name, labels: { [label]: value }, part: undefined, value: number };
    };
  };
  const families = familiesOf([
    ...stored.series,
    ...[...stored.breakers].map(gauge('circuit_breaker_state', 'breaker')),
    ...[...depths].map(gauge('queue_depth', 'queue')),
    { name: 'redis_up', labels: {}, part: undefined, value: stored.isThere ? 1 : 0 },
  ]);
  return exposition(families);
}

interface Stored {
  readonly isThere: boolean;
  readonly series: readonly StoredSeries[];
  readonly breakers: ReadonlyMap<string, number>;
}

async function readStored({ askRedis, breakerStates, now }: MetricsDeps): Promise<Stored> {
  try {
    const answers = await askRedis([
      ['HGETALL', COUNTS_KEY],
      ['HGETALL', GAUGES_KEY],
    ]);
    const [counts = [], gauges = []] = answers.map(({ result }) => storedSeries(result));
    // Their states change by the clock, so what was recorded of them is no more than their names.
    const [seen, others] = partition(gauges, ({ name }) => name === 'circuit_breaker_state');
    const fresh = others.filter(({ at = 0 }) => now() - at < FRESH_MS);
    const breakers = await breakerStates(seen.flatMap(({ labels }) => labels.breaker ?? []));
    return { isThere: true, series: [...counts, ...fresh], breakers };
  } catch (error) {
    log.warn('Redis, which has the counters of /metrics, is away', { error });
    return { isThere: false, series: [], breakers: new Map() };
  }
}

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}
