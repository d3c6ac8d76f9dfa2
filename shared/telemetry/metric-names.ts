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
  /** Of HTTP requests that are no stream of events: a stream takes as long as its reader stays. */
  ResponseTime: 'Milliseconds',
  /** Of the processor, and how much of it there was: their sums say how busy functions are. */
  ProcessorTime: 'Milliseconds',
  ProcessorOffered: 'Milliseconds',
  Memory: 'Megabytes',
  MemoryUsedPercent: 'Percent',
  DatabaseConnectionErrors: 'Count',
  /** Messages of the outbox that are parked now. */
  OutboxParked: 'Count',
  /** Since the newest backup that verified. */
  BackupAgeHours: 'Count',
  /** A dependency failed and is left alone from now on; a call that was therefore not made. */
  BreakerOpened: 'Count',
  BreakerRefused: 'Count',
  /** Since when it has been failing, at every call that met an open breaker. */
  BreakerOpenSeconds: 'Seconds',
  /** Requests to language models, those without an answer, and the tokens of both. */
  ModelCalls: 'Count',
  ModelFailures: 'Count',
  ModelInputTokens: 'Count',
  ModelOutputTokens: 'Count',
} as const;

export type MetricName = keyof typeof METRIC_UNITS;
