/** A metric as CloudWatch tells them apart: one with other dimensions is another metric. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** One measured value. */
export interface DataPoint {
  readonly metric: Metric;
  readonly value: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The same text for the same metric, in whatever order its dimensions were given. */
export function metricKey({ namespace, name, dimensions }: Metric): string {
  return JSON.stringify([namespace, name, ...Object.entries(dimensions).sort()]);
}
