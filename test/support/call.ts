import { randomUUID } from 'node:crypto';
import { finished } from 'node:stream/promises';
import type { Caller, HouseholdContext } from '#shared/context/household-context.ts';
import type { StreamingHandler } from '#shared/entry/endpoint.ts';
import type { ProxyEvent } from '#shared/entry/exchange.ts';
import { expectAsDocumented } from './as-documented.ts';
import { RecordedResponse } from './lambda-runtime.ts';

export interface Call {
  readonly method?: string;
  /** The route as the template writes it: `/api/v2/pantry/{lotId}`. */
  readonly resource: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, bytes and text as they are. */
  readonly body?: unknown;
  /** Whom the authorizer let in; without it the event has no authorizer, as on open routes. */
  readonly household?: HouseholdContext | Caller;
  /** How long Lambda still lets the function run. */
  readonly remainingMs?: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly bytes: Buffer;
  // biome-ignore lint/suspicious/noExplicitAny: tests assert on what they expect to be there
  readonly json: any;
}

/** The event API Gateway sends to an endpoint. */
export function proxyEvent(call: Call): ProxyEvent {
  const { method = 'GET', resource, params = {}, query = {}, household } = call;
  const json = typeof call.body === 'object' && !Buffer.isBuffer(call.body);
  const body = json ? JSON.stringify(call.body) : call.body;
  const headers = { ...(json && { 'Content-Type': 'application/json' }), ...call.headers };
  const path = resource.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  const event = {
    httpMethod: method,
    resource,
    path,
    pathParameters: Object.keys(params).length === 0 ? null : params,
    headers,
    multiValueHeaders: lists(headers),
    queryStringParameters: query,
    multiValueQueryStringParameters: lists(query),
    body: body === undefined ? null : Buffer.from(body as string).toString('base64'),
    isBase64Encoded: body !== undefined,
    stageVariables: null,
    requestContext: {
      requestId: randomUUID(),
      path,
      ...(household && {
        authorizer: {
          householdId: household.householdId,
          userId: household.userId,
          role: household.role,
          scopes: household.scopes.join(' '),
          via: 'via' in household ? household.via : 'token',
        },
      }),
    },
  };
  return event as unknown as ProxyEvent;
}

function lists(values: Readonly<Record<string, string>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));
}

/** Calls a streaming endpoint as Lambda does and waits for the end of its response. */
export async function call(handler: StreamingHandler, what: Call): Promise<Answer> {
  const answer = await callWith(handler, proxyEvent(what), what.remainingMs);
  expectAsDocumented(what, answer);
  return answer;
}

/** The same with an event of one's own. */
export async function callWith(
  handler: StreamingHandler,
  event: ProxyEvent,
  // What a reply may take is not what a test is about: on a busy machine all takes longer.
  remainingMs = 250_000,
): Promise<Answer> {
  const stream = new RecordedResponse();
  const ended = finished(stream);
  await handler(event, stream, { getRemainingTimeInMillis: () => remainingMs });
  await ended;
  const bytes = Buffer.concat(stream.chunks);
  const text = bytes.toString();
  const headers = stream.prelude?.headers ?? {};
  return {
    status: stream.prelude?.statusCode ?? 0,
    headers,
    text,
    bytes,
    json: text !== '' && /json/.test(headers['content-type'] ?? '') ? JSON.parse(text) : undefined,
  };
}
