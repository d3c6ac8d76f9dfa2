/** Namespace of the metrics that functions print themselves; alarms use it. */
export const METRICS_NAMESPACE = 'FoodSave';

/**
 * Every metric with its unit. The only dimension is the stage: a metric is then paid for once, not
 * once per function.
 */
export const METRIC_UNITS = {
  Requests: 'Count',
  Errors: 'Count',
  Duration: 'Milliseconds',
  Memory: 'Megabytes',
  MemoryUsedPercent: 'Percent',
  DatabaseConnectionErrors: 'Count',
  /** Messages of the outbox that are parked now. */
  OutboxParked: 'Count',
} as const;

export type MetricName = keyof typeof METRIC_UNITS;
