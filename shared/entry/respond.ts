import { Readable } from 'node:stream';
import { log } from '#shared/telemetry/log.ts';
import { tracedUntil } from '#shared/telemetry/trace.ts';
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

/** The response for a reply, with the headers that every response carries. To HEAD nothing else is sent. */
export function respond(reply: AnyReply, exchange: Exchange): Response {
  exchange.status = reply.status;
  exchange.endReply ??= tracedUntil('reply');
  const type = contentType(reply);
  const headers = {
    'x-request-id': exchange.requestId,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    ...(type !== undefined && { 'content-type': type }),
    ...exchange.rate,
    ...reply.headers,
  };
  const isHead = exchange.event.httpMethod === 'HEAD';
  return { statusCode: reply.status, headers, body: isHead ? '' : bodyOf(reply, exchange) };
}

function contentType(reply: AnyReply): string | undefined {
  if (reply.kind === 'events') return 'text/event-stream; charset=utf-8';
  return reply.kind === 'json' && reply.body !== undefined ? 'application/json' : undefined;
}

function bodyOf(reply: AnyReply, exchange: Exchange): string | Readable {
  if (reply.kind === 'events') {
    exchange.streamed = true;
    return streamEvents(reply.body, (error) => failureEvent(error, exchange), reply.onGone);
  }
  if (reply.kind === 'json') return reply.body === undefined ? '' : JSON.stringify(reply.body);
  return typeof reply.body === 'string' ? reply.body : Readable.from([reply.body]);
}

/** A failure after the status was sent: the stream's last event is the problem. */
function failureEvent(error: unknown, exchange: Exchange) {
  log.error('A stream of events failed', { error, requestId: exchange.requestId });
  return { event: 'error', data: problemReply(error, exchange).body };
}
