import type { Writable } from 'node:stream';
import middy from '@middy/core';
import { executionModeStreamifyResponse } from '@middy/core/StreamifyResponse';
import type { Context } from 'aws-lambda';
import type { RateLimiter } from '#shared/limits/rate-limiter.ts';
import { beginTrace } from '#shared/telemetry/invocation-trace.ts';
import { tracedStep } from '#shared/telemetry/trace.ts';
import { beginInvocation, endInvocation } from '#shared/waiting/wait-limit.ts';
import { authorise } from './authorise.ts';
import { beginExchange, type Exchange, type ProxyEvent } from './exchange.ts';
import { claimIdempotencyKey } from './idempotency.ts';
import { isUnexpected, problemReply } from './problem.ts';
import { readRequest } from './read-request.ts';
import { type AnyReply, events, type JsonReply, type ReplyOf } from './reply.ts';
import type { Request } from './request.ts';
import { logUnexpected, writeRequestLine } from './request-line.ts';
import { prepareRequestMetrics, recordRequest, sendRequestMetrics } from './request-metrics.ts';
import { type Response, respond } from './respond.ts';
import type { Route, RouteSpec, Routes } from './routes.ts';
import { routeFinder } from './routing.ts';
import { runOnce } from './run-once.ts';
import { type TimeLimit, timeLimitOf } from './time-limit.ts';

type Handlers<Specs extends Readonly<Record<string, RouteSpec>>> = {
  readonly [Name in keyof Specs]: (
    request: Request<Specs[Name]>,
    limit: TimeLimit,
  ) => Promise<ReplyOf<Specs[Name]>>;
};

/** What Lambda calls, and what a test calls with a recorded stream. */
export type StreamingHandler = (
  event: ProxyEvent,
  stream: Writable,
  context: Partial<Context>,
) => Promise<void>;

/** The handlers of some routes of an endpoint, typed by them, where they stand in a file of their own. */
export function handlersOf<const Specs extends Readonly<Record<string, RouteSpec>>>(
  _routes: Routes<Specs>,
  handlers: Handlers<Specs>,
): Handlers<Specs> {
  return handlers;
}

/**
 * The stack of every HTTP endpoint: from the gateway's event to a checked request, and from a reply
 * or a failure to a streamed response. The order below is the order of execution.
 * @param limiter counts the requests of routes that have a limit
 */
export function endpoint<const Specs extends Readonly<Record<string, RouteSpec>>>(
  routes: Routes<Specs>,
  handlers: Handlers<Specs>,
  limiter?: RateLimiter,
): StreamingHandler {
  const table = Object.values<Route>(routes);
  if (limiter === undefined && table.some(({ limit }) => limit !== undefined))
    throw new Error('A route has a limit, and nobody counts its requests');
  const findRoute = routeFinder(table);
  const findHandler = new Map(
    table.map(({ operationId }) => [
      operationId,
      // The signature checked the types of each route; here all routes share one type.
      handlers[operationId] as unknown as (request: Request, limit: TimeLimit) => Promise<AnyReply>,
    ]),
  );

  const stack = middy<Exchange, Response | undefined>({
    executionMode: executionModeStreamifyResponse,
    timeoutEarlyInMillis: 200, // leaves time to send the 504
    requestStart: (request) => {
      beginInvocation(request.context);
      const exchange = beginExchange(request.event as ProxyEvent);
      const { requestId, headers } = exchange;
      beginTrace({ requestId, traceparent: headers.traceparent, context: request.context });
      request.event = exchange;
    },
    requestEnd: async (request) => {
      endInvocation();
      const exchange = request.event as Exchange;
      exchange.endReply?.(exchange.status >= 500);
      writeRequestLine(exchange);
      recordRequest(exchange);
      await sendRequestMetrics(exchange);
    },
  })
    .onError(async (request) => {
      const exchange = request.event;
      if (isUnexpected(request.error)) logUnexpected(request.error, exchange);
      const problem = problemReply(request.error, exchange);
      exchange.problem = problemCode(problem.body);
      request.response = respond(problem, exchange);
    })
    .before(async ({ event: exchange }) => {
      const route = findRoute(exchange.event.httpMethod, exchange.event.resource);
      exchange.route = route;
      prepareRequestMetrics(route);
      exchange.household = await tracedStep('authorise', () => authorise(exchange, route));
      exchange.request = readRequest(exchange, route);
    })
    .before(async ({ event: exchange }) => {
      const { route, household } = exchange;
      if (route?.limit === undefined || household === undefined) return;
      exchange.rate = (await limiter?.(route.limit, household)) ?? {};
    })
    .before(async ({ event: exchange }) => {
      const { route, request } = exchange;
      if (route?.method !== 'POST' || request === undefined) return;
      const claim = await claimIdempotencyKey(route, request);
      if (claim?.kind === 'repeated')
        return respond(replayed(route, request, claim.reply), exchange);
      exchange.claim = claim;
      return;
    });
  return stack.handler(async (exchange: Exchange, context: unknown) => {
    const { route, request, claim } = exchange;
    const handle = findHandler.get(route?.operationId ?? '');
    if (handle === undefined || route === undefined || request === undefined) {
      throw new Error('no handler');
    }
    const run = () => handle(request, timeLimitOf(context));
    return respond(claim ? await runOnce(route, request, claim, run) : await run(), exchange);
  }) as unknown as StreamingHandler; // Middy's types lack the streaming signature
}

/** A stored reply in the form that is asked for now. */
function replayed(
  { replay }: Route,
  { wants, headers: { 'last-event-id': lastEventId } }: Request,
  reply: JsonReply,
): AnyReply {
  if (replay === undefined || !wants('text/event-stream')) return reply;
  return events(replay(reply.body, lastEventId), { headers: reply.headers });
}

function problemCode(body: unknown): string | undefined {
  return typeof body === 'object' && body !== null && 'code' in body
    ? String(body.code)
    : undefined;
}
