import { Readable } from 'node:stream';
import { log } from '#shared/telemetry/log.ts';
import { streamEvents } from './event-stream.ts';
import type { Exchange } from './exchange.ts';
import { problemReply } from './problem.ts';
import type { AnyReply } from './reply.ts';

/** What Middy streams to the gateway. */
export interface Response {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Readable;
}

/** The response for a reply, with the headers that every response carries. */
export function respond(reply: AnyReply, exchange: Exchange): Response {
  exchange.status = reply.status;
  const headers: Record<string, string> = {
    'x-request-id': exchange.requestId,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  };
  let body: string | Readable;
  if (reply.kind === 'json') {
    body = reply.body === undefined ? '' : JSON.stringify(reply.body);
    if (reply.body !== undefined) headers['content-type'] = 'application/json';
  } else if (reply.kind === 'bytes') {
    body = typeof reply.body === 'string' ? reply.body : Readable.from([reply.body]);
  } else {
    headers['content-type'] = 'text/event-stream; charset=utf-8';
    body = streamEvents(reply.body, (error) => failureEvent(error, exchange));
  }
  Object.assign(headers, reply.headers);
  return { statusCode: reply.status, headers, body };
}

/** A failure after the status was sent: the stream's last event is the problem. */
function failureEvent(error: unknown, exchange: Exchange) {
  log.error('A stream of events failed', { error, requestId: exchange.requestId });
  return { event: 'error', data: problemReply(error, exchange).body };
}
