import { writeInvocationLine } from '#shared/telemetry/invocation-line.ts';
import { log } from '#shared/telemetry/log.ts';
import { sendSubsegment } from '#shared/telemetry/x-ray.ts';
import type { Exchange } from './exchange.ts';

/** The log line of an HTTP request: the route's template, never the path (ids) or the query. */
export function writeRequestLine(exchange: Exchange): void {
  const { route, household, status } = exchange;
  const failed = status >= 500;
  const fields = {
    requestId: exchange.requestId,
    ...gatewayId(exchange),
    operation: route?.operationId,
    method: exchange.event.httpMethod,
    route: route?.path,
    status,
    problem: exchange.problem,
    household: household?.householdId,
  };
  const { startedAt, streamed } = exchange;
  const duration = writeInvocationLine({ kind: 'request', startedAt, failed, fields, streamed });
  sendSubsegment('request', duration, failed, fields);
}

/** The gateway's access log has its own id only. */
function gatewayId({ event, requestId }: Exchange) {
  const { requestId: gatewayRequestId } = event.requestContext;
  return gatewayRequestId === requestId ? {} : { gatewayRequestId };
}

/** Logs a server error, with its cause and stack. */
export function logUnexpected(error: unknown, exchange: Exchange): void {
  log.error('A request failed', {
    error,
    operation: exchange.route?.operationId,
  });
}
