import { writeInvocationLine } from '#shared/telemetry/invocation-line.ts';
import { log } from '#shared/telemetry/log.ts';
import { trace } from '#shared/telemetry/trace.ts';
import type { Exchange } from './exchange.ts';

/** The log line of an HTTP request: the route's template, never the path (ids) or the query. */
export function writeRequestLine(exchange: Exchange): void {
  const { route, household, status } = exchange;
  const failed = status >= 500;
  const fields = {
    requestId: exchange.requestId,
    operation: route?.operationId,
    method: exchange.event.httpMethod,
    route: route?.path,
    status,
    problem: exchange.problem,
    household: household?.householdId,
  };
  const { startedAt, streamed } = exchange;
  const duration = writeInvocationLine({ kind: 'request', startedAt, failed, fields, streamed });
  trace('request', duration, failed, fields);
}

/** Logs a server error, with its cause and stack. */
export function logUnexpected(error: unknown, exchange: Exchange): void {
  log.error('A request failed', {
    error,
    requestId: exchange.requestId,
    operation: exchange.route?.operationId,
  });
}
