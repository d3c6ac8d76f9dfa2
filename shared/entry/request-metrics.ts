import { increment, OTHER, observe } from '#shared/telemetry/record.ts';
import type { Exchange } from './exchange.ts';
import type { Route } from './routes.ts';
import { prepareMetrics, sendMetrics } from './send-metrics.ts';

/** Begins to find Redis while the request is answered. */
export function prepareRequestMetrics({ isIdle }: Pick<Route, 'isIdle'>): void {
  if (!isIdle) prepareMetrics();
}

/** Counts an answered request by the template of its route; what was asked for by another path is `other`. */
export function recordRequest(exchange: Exchange): void {
  const { event, route, status, startedAt, streamed } = exchange;
  const labels = { method: event.httpMethod, endpoint: route?.path ?? OTHER };
  increment('http_requests_total', { ...labels, status: String(status) });
  if (!streamed) {
    observe('http_request_duration_seconds', labels, (performance.now() - startedAt) / 1000);
  }
}

/** What an idle route counts goes with the next request to another one. */
export async function sendRequestMetrics({ route }: Exchange): Promise<void> {
  if (!route?.isIdle) await sendMetrics();
}
