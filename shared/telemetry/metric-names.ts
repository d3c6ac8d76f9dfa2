/** Namespace of the figures that functions print themselves; the alarms look there. */
export const METRICS_NAMESPACE = 'FoodSave';

/**
 * Every metric with its unit. The one dimension is the stage: a metric is paid for once then, and
 * not once per function.
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
