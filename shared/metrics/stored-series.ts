import * as z from 'zod/mini';
import {
  isPrometheusName,
  metricSpec,
  type PrometheusName,
} from '#shared/telemetry/prometheus-metrics.ts';
import { OTHER } from '#shared/telemetry/record.ts';

/** What Redis has of one series, or of one bucket of a histogram. */
export interface StoredSeries {
  readonly name: PrometheusName;
  readonly labels: Readonly<Record<string, string>>;
  /** Of a histogram: `sum`, or the upper bound of a bucket. */
  readonly part: string | undefined;
  readonly value: number;
  /** Epoch milliseconds of a gauge. */
  readonly at: number | undefined;
}

const Field = z.tuple([z.string()], z.string());
const Flat = z.nullable(z.array(z.string()));

/** The answer to HGETALL: names and values by turns. What is no series of today's table is left out. */
export function storedSeries(answer: unknown): StoredSeries[] {
  const flat = Flat.parse(answer) ?? [];
  const found: StoredSeries[] = [];
  for (let at = 0; at < flat.length; at += 2) {
    const series = readSeries(flat[at] ?? '', flat[at + 1] ?? '');
    if (series !== undefined) found.push(series);
  }
  return found;
}

/** Another release may have written the field, with other labels or buckets. */
function readSeries(field: string, stored: string): StoredSeries | undefined {
  const parsed = z.safeParse(Field, parsedJson(field));
  const [number = '', time] = stored.split('@');
  const value = Number(number);
  if (!parsed.success || number === '' || !Number.isFinite(value)) return undefined;
  const [name, ...values] = parsed.data;
  if (!isPrometheusName(name)) return undefined;
  const spec = metricSpec(name);
  const labels = Object.entries(spec.labels);
  const part = spec.type === 'histogram' ? values.pop() : undefined;
  if (values.length !== labels.length) return undefined;
  const isKnown = ([, allowed]: (typeof labels)[number], at: number) =>
    allowed === 'named' || values[at] === OTHER || allowed.includes(values[at] ?? '');
  if (!labels.every(isKnown)) return undefined;
  if (spec.type === 'histogram' && !isPart(spec.buckets, part)) return undefined;
  const named = Object.fromEntries(labels.map(([label], at) => [label, values[at] ?? OTHER]));
  return { name, labels: named, part, value, at: time === undefined ? undefined : Number(time) };
}

function isPart(buckets: readonly number[], part: string | undefined): boolean {
  return part === 'sum' || part === '+Inf' || buckets.some((bound) => String(bound) === part);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
