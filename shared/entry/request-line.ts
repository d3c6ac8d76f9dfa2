import { ENV } from '#shared/env.ts';
import type { Exchange } from './exchange.ts';
import { log } from './log.ts';

const service = process.env[ENV.functionName] ?? 'foodsave';
let coldStart = true;

/**
 * One line per request that is the request log and the metrics at once: CloudWatch reads the part
 * `_aws` (embedded metric format), people the rest. Written by hand, because a log line and a
 * metrics flush of the library are 55 µs and this is 10. Holds the route's template, never the
 * path, the query, a header or a body.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function writeRequestLine(exchange: Exchange): void {
  const { route, household, status, problem } = exchange;
  const now = Date.now();
  const line = {
    level: status >= 500 ? 'ERROR' : 'INFO',
    message: 'request',
    timestamp: new Date(now).toISOString(),
    service,
    requestId: exchange.requestId,
    operation: route?.operationId,
    method: exchange.event.httpMethod,
    route: route?.path,
    status,
    problem,
    household: household?.householdId,
    coldStart,
    Requests: 1,
    Errors: status >= 500 ? 1 : 0,
    Duration: Math.round((performance.now() - exchange.startedAt) * 1000) / 1000,
    Memory: memoryMegabytes(now),
    _aws: { Timestamp: now, CloudWatchMetrics: METRICS },
  };
  coldStart = false;
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const METRICS = [
  {
    Namespace: 'FoodSave',
    Dimensions: [['service']],
    Metrics: [
      { Name: 'Requests', Unit: 'Count' },
      { Name: 'Errors', Unit: 'Count' },
      { Name: 'Duration', Unit: 'Milliseconds' },
      { Name: 'Memory', Unit: 'Megabytes' },
    ],
  },
];

let measuredAt = 0;
let megabytes = 0;

/** Resident memory; asking the system costs as much as the rest of the line, so once a second. */
function memoryMegabytes(now: number): number {
  if (now - measuredAt >= 1000) {
    measuredAt = now;
    megabytes = Math.round(process.memoryUsage.rss() / 1_048_576);
  }
  return megabytes;
}

/** A failure that is ours, once, with its cause and stack. */
export function logUnexpected(error: unknown, exchange: Exchange): void {
  log.error('A request failed', {
    error,
    requestId: exchange.requestId,
    operation: exchange.route?.operationId,
  });
}
