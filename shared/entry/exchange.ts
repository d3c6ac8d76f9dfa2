import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { withLowerCaseNames } from './header-names.ts';
import type { AnyReply } from './reply.ts';
import type { Request } from './request.ts';
import type { Route } from './routes.ts';

/** The event as the gateway sends it, without the parts of it that AWS's own types promise too much. */
export type ProxyEvent = APIGatewayProxyEvent;

/**
 * What is known about one HTTP request on its way through the stack. It travels as Middy's event,
 * and each middleware adds what the next one needs.
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
  /** The status that was sent, and the code of the problem if it was one: for the request line. */
  status: number;
  problem: string | undefined;
  /** Called with what the handler answered (or failed with) before anything is sent. */
  settle: ((reply: AnyReply | undefined) => Promise<void>) | undefined;
}

export function beginExchange(event: ProxyEvent): Exchange {
  const headers = withLowerCaseNames(event.headers ?? {});
  return {
    event,
    startedAt: performance.now(),
    requestId: event.requestContext.requestId,
    locale: preferredLocale(headers['accept-language']),
    headers,
    route: undefined,
    household: undefined,
    request: undefined,
    status: 500,
    problem: undefined,
    settle: undefined,
  };
}

const WEIGHT = /;\s*q=([\d.]+)/;

/** The language of the product the caller likes best; Polish when the caller has no wish we can meet. */
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
