import { Metrics } from '@aws-lambda-powertools/metrics';
import { ENV } from '#shared/env.ts';
import { functionPath } from './function-path.ts';
import { METRIC_UNITS, METRICS_NAMESPACE, type MetricName } from './metric-names.ts';
import { setGauge } from './record.ts';

const stage = process.env[ENV.stage] ?? 'none';
const service = process.env[ENV.functionName] ?? 'foodsave';
const memoryLimit = Number(process.env[ENV.memorySize] ?? 0);

const metrics = new Metrics({ namespace: METRICS_NAMESPACE, serviceName: service });
// By default the service is a dimension, so each metric would be paid for once per function.
metrics.clearDefaultDimensions();
metrics.setDefaultDimensions({ stage });

/** Adds a value to the next log line. */
export function measure(name: MetricName, value: number): void {
  metrics.addMetric(name, METRIC_UNITS[name], value);
}

/** Counts one event, reported with the log line of the running invocation. */
export function count(name: MetricName): void {
  measure(name, 1);
}

/**
 * One line that is log and metrics at once: CloudWatch reads `_aws` (embedded metric format,
 * with everything measured since the last line), people the rest.
 */
export function writeLine(
  level: 'INFO' | 'ERROR',
  message: string,
  fields: Readonly<Record<string, unknown>>,
): void {
  const timestamp = new Date().toISOString();
  const measured = metrics.serializeMetrics();
  metrics.clearMetrics();
  const line = { level, message, timestamp, service, ...fields, ...measured };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

let measuredAt = 0;
let megabytes = 0;

/** Resident memory; reading it costs as much as the rest of a line, so once a second. */
export function measureMemory(now: number): void {
  if (now - measuredAt >= 1000) {
    measuredAt = now;
    const bytes = process.memoryUsage.rss();
    megabytes = Math.round(bytes / 1_048_576);
    setGauge('memory_usage_bytes', { function: functionPath() }, bytes);
  }
  measure('Memory', megabytes);
  if (memoryLimit > 0) measure('MemoryUsedPercent', Math.round((100 * megabytes) / memoryLimit));
}

/** Lambda gives a function one whole processor for so much memory, and in proportion. */
const MEGABYTES_PER_PROCESSOR = 1769;

/** A function that waits for its next invocation is frozen: all that was used since the last line is of this one. */
let processor = process.cpuUsage();

/**
 * The processor's time since this was last called, against what a function of this size was given in
 * `duration` milliseconds. Nothing outside Lambda's limits, where the size is unknown.
 */
export function measureProcessor(duration: number): void {
  if (memoryLimit === 0) return;
  const now = process.cpuUsage();
  const used = now.user - processor.user + now.system - processor.system;
  processor = now;
  measure('ProcessorTime', Math.round(used / 1000));
  measure('ProcessorOffered', Math.round((duration * memoryLimit) / MEGABYTES_PER_PROCESSOR));
}
