import {
  type CounterName,
  type GaugeName,
  type HistogramName,
  type LabelsOf,
  metricSpec,
  PROMETHEUS_METRICS,
  type PrometheusName,
} from './prometheus-metrics.ts';

/** What stands for label values that are in no closed set, are too long, or come once there are too many. */
export const OTHER = 'other';
/** Series of one metric that an instance begins; further ones are counted together. */
const MAX_SERIES = 200;
const MAX_LABEL_LENGTH = 100;

/** Counts since they were last taken, and the newest value of each gauge; by the fields of redis-keys.ts. */
export interface Recorded {
  /** Whole numbers; sums of histograms are in microseconds. */
  readonly counts: ReadonlyMap<string, number>;
  readonly gauges: ReadonlyMap<string, number>;
}

let counts = new Map<string, number>();
let gauges = new Map<string, number>();
const begun = new Map<PrometheusName, Set<string>>();

/** Adds to a counter; `by` is a whole number that is not negative. */
export function increment<Name extends CounterName>(
  name: Name,
  labels: LabelsOf<Name>,
  by = 1,
): void {
  if (by > 0) add(fieldOf(name, labelValues(name, labels)), by);
}

/** Adds one observation to a histogram. */
export function observe<Name extends HistogramName>(
  name: Name,
  labels: LabelsOf<Name>,
  seconds: number,
): void {
  const values = labelValues(name, labels);
  const { buckets } = PROMETHEUS_METRICS[name];
  const bound = buckets.find((upper) => seconds <= upper);
  add(fieldOf(name, [...values, bound === undefined ? '+Inf' : String(bound)]), 1);
  add(fieldOf(name, [...values, 'sum']), Math.round(Math.max(0, seconds) * 1e6));
}

export function setGauge<Name extends GaugeName>(
  name: Name,
  labels: LabelsOf<Name>,
  value: number,
): void {
  gauges.set(fieldOf(name, labelValues(name, labels)), value);
}

/** Takes what was recorded; whoever takes it sends it, or gives it back. */
export function takeRecorded(): Recorded {
  const taken = { counts, gauges };
  counts = new Map();
  gauges = new Map();
  return taken;
}

/** For what surely was not sent. */
export function giveBack(recorded: Recorded): void {
  for (const [field, by] of recorded.counts) add(field, by);
  gauges = new Map([...recorded.gauges, ...gauges]);
}

function add(field: string, by: number): void {
  counts.set(field, (counts.get(field) ?? 0) + by);
}

/** A series as Redis knows it: the name and the values of the labels in the order of the table. */
function fieldOf(name: PrometheusName, values: readonly string[]): string {
  return JSON.stringify([name, ...values]);
}

function labelValues(name: PrometheusName, labels: Readonly<Record<string, string>>): string[] {
  const spec = metricSpec(name);
  const values = Object.entries(spec.labels).map(([label, allowed]) => {
    const value = labels[label] ?? OTHER;
    const isKnown =
      allowed === 'named' ? value.length <= MAX_LABEL_LENGTH : allowed.includes(value);
    return isKnown ? value : OTHER;
  });
  const known = begun.get(name) ?? new Set();
  begun.set(name, known);
  const series = JSON.stringify(values);
  if (known.has(series)) return values;
  if (known.size >= MAX_SERIES) return values.map(() => OTHER);
  known.add(series);
  return values;
}
