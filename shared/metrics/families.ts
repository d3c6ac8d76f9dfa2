import {
  type HistogramSpec,
  metricSpec,
  PROMETHEUS_METRICS,
  type PrometheusName,
} from '#shared/telemetry/prometheus-metrics.ts';
import { OTHER } from '#shared/telemetry/record.ts';
import type { Family, Sample } from './exposition.ts';
import type { StoredSeries } from './stored-series.ts';

/**
 * Series of one metric that are shown; those beyond are shown as one. Instances bound what each of them
 * begins, but not what all of them have begun since the first release.
 */
const MAX_SHOWN = 1000;

type Series = Pick<StoredSeries, 'name' | 'labels' | 'part' | 'value'>;

/** Every metric of the table in its order, those of which there is nothing yet without samples. */
export function familiesOf(all: readonly Series[]): Family[] {
  const byName = Map.groupBy(all, ({ name }) => name);
  const names = Object.keys(PROMETHEUS_METRICS) as PrometheusName[];
  return names.map((name) => {
    const spec = metricSpec(name);
    const groups = bounded(byName.get(name) ?? []);
    const samples =
      spec.type === 'histogram'
        ? groups.flatMap((group) => histogram(name, spec, group))
        : groups.map(({ labels, parts }) => ({ name, labels, value: parts.get('') ?? 0 }));
    return { name, type: spec.type, help: spec.help, samples: orZero(name, samples) };
  });
}

interface Group {
  readonly labels: Readonly<Record<string, string>>;
  /** By part of a histogram; of all else one, without a name. */
  readonly parts: Map<string, number>;
}

/** Series by their labels, in a fixed order; those over the bound add up to one of `other` alone. */
function bounded(all: readonly Series[]): Group[] {
  const ids = [...new Set(all.map(({ labels }) => idOf(labels)))].sort();
  const shown = new Set(ids.slice(0, MAX_SHOWN));
  const groups = new Map<string, Group>();
  for (const { labels, part = '', value } of all) {
    const own = shown.has(idOf(labels)) ? labels : allOther(labels);
    const group = groups.get(idOf(own)) ?? { labels: own, parts: new Map() };
    groups.set(idOf(own), group);
    group.parts.set(part, (group.parts.get(part) ?? 0) + value);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function idOf(labels: Group['labels']): string {
  return JSON.stringify(Object.values(labels));
}

function allOther(labels: Group['labels']): Group['labels'] {
  return Object.fromEntries(Object.keys(labels).map((label) => [label, OTHER]));
}

/** Redis counts each bucket by itself, and sums in microseconds. */
function histogram(name: string, { buckets }: HistogramSpec, { labels, parts }: Group): Sample[] {
  let count = 0;
  const cumulative = [...buckets.map(String), '+Inf'].map((le) => {
    count += parts.get(le) ?? 0;
    return { name: `${name}_bucket`, labels: { ...labels, le }, value: count };
  });
  return [
    ...cumulative,
    { name: `${name}_sum`, labels, value: (parts.get('sum') ?? 0) / 1e6 },
    { name: `${name}_count`, labels, value: count },
  ];
}

/** A counter without labels is there from the beginning, so that its first change shows. */
function orZero(name: PrometheusName, samples: readonly Sample[]): readonly Sample[] {
  const { type, labels } = metricSpec(name);
  const isThere = type !== 'counter' || Object.keys(labels).length > 0 || samples.length > 0;
  return isThere ? samples : [{ name, labels: {}, value: 0 }];
}
