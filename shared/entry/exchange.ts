import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { withLowerCaseNames } from './header-names.ts';
import type { FirstClaim } from './idempotency.ts';
import type { Request } from './request.ts';
import type { Route } from './routes.ts';
import { sentTrace } from './sent-trace.ts';

/** The event that API Gateway sends for a Lambda proxy integration. */
export type ProxyEvent = APIGatewayProxyEvent;

/**
 * The state of one HTTP request in the middleware stack. It is Middy's event; each middleware adds
 * what the next one needs.
 */
export interface Exchange {
  readonly event: ProxyEvent;
  readonly startedAt: number;
  readonly requestId: string;
  readonly locale: Locale;
  readonly headers: Readonly<Record<string, string | undefined>>;
  route: Route | undefined;
  household: HouseholdContext | undefined;
  request: Request | undefined;
  /** The status that was sent, and the problem code if there was one: for the log line of the request. */
  status: number;
  problem: string | undefined;
  /** What is left of the limit of the route, as headers. */
  rate: Readonly<Record<string, string>>;
  /** Whether the reply is a stream of events. */
  streamed: boolean;
  /** Called when the reply was sent, or could not be. */
  endReply: ((failed: boolean) => void) | undefined;
  /** The Idempotency-Key of a first request. */
  claim: FirstClaim | undefined;
}

export function beginExchange(event: ProxyEvent): Exchange {
  const headers = withLowerCaseNames(event.headers ?? {});
  return {
    event,
    startedAt: performance.now(),
    requestId: sentTrace(headers, event.requestContext.requestId).requestId,
    locale: preferredLocale(headers['accept-language']),
    headers,
    route: undefined,
    household: undefined,
    request: undefined,
    status: 500,
    problem: undefined,
    rate: {},
    streamed: false,
    endReply: undefined,
    claim: undefined,
  };
}

const WEIGHT = /;\s*q=([\d.]+)/;

/** The supported language with the highest weight; Polish when Accept-Language names none of them. */
export function preferredLocale(accept: string | undefined): Locale {
  if (accept === undefined) return 'pl';
  let best: Locale = 'pl';
  let bestWeight = 0;
  for (const part of accept.toLowerCase().split(',', 20)) {
    const tag = part.trim().slice(0, 2);
    if (tag !== 'pl' && tag !== 'en') continue;
    const weight = Number(WEIGHT.exec(part)?.[1] ?? 1);
    if (weight > bestWeight) {
      best = tag;
      bestWeight = weight;
    }
  }
  return best;
}
