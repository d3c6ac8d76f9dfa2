import type { Exchange } from './exchange.ts';
import { writeInvocationLine } from './invocation-line.ts';
import { log } from './log.ts';

/** The line of an HTTP request: the route's template, never the path (ids) or the query. */
export function writeRequestLine(exchange: Exchange): void {
  const { route, household, status } = exchange;
  writeInvocationLine({
    kind: 'request',
    startedAt: exchange.startedAt,
    failed: status >= 500,
    fields: {
      requestId: exchange.requestId,
      operation: route?.operationId,
      method: exchange.event.httpMethod,
      route: route?.path,
      status,
      problem: exchange.problem,
      household: household?.householdId,
    },
  });
}

/** A failure that is ours, once, with its cause and stack. */
export function logUnexpected(error: unknown, exchange: Exchange): void {
  log.error('A request failed', {
    error,
    requestId: exchange.requestId,
    operation: exchange.route?.operationId,
  });
}
