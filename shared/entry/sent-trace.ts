import { isRequestId } from '#shared/telemetry/trace-context.ts';
import type { Headers } from './header-names.ts';

/**
 * By what a request can be found: the id that the client sent, or that of the gateway where it sent none
 * or one that may not stand in logs and SQL; and the trace in which the client says that it is.
 */
export function sentTrace<Gateway extends string | undefined>(headers: Headers, gateway: Gateway) {
  const sent = headers['x-request-id'];
  return {
    requestId: isRequestId(sent) ? sent : gateway,
    traceparent: headers.traceparent,
  };
}
