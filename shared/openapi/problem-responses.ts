import type { ReplyHeader, Route } from '#shared/entry/routes.ts';
import type { Json } from './components.ts';
import { headersOf } from './headers.ts';
import { problemsOf } from './problems.ts';

const MEANING: Readonly<Record<number, string>> = {
  400: 'The request cannot be read.',
  401: 'Without a valid token or device key.',
  403: 'Without the scope.',
  404: 'There is no such thing, or it is of another household.',
  409: 'Not as things are now.',
  412: 'It was changed meanwhile.',
  413: 'Too large.',
  415: 'Not of a type that is read here.',
  422: 'It can be read, and cannot be done.',
  428: 'Without the version that is changed.',
  429: 'Too many requests.',
  503: 'Away for the moment.',
};

/** What a route answers when it refuses, by status: each with its codes. */
export function problemResponses(route: Route): Record<string, Json> {
  return Object.fromEntries(
    [...problemsOf(route)]
      .filter(([status]) => route.replies[status] === undefined)
      .map(([status, codes]) => [
        status,
        problemResponse(
          `${MEANING[status] ?? 'Refused.'} Codes: ${codes.map((code) => `\`${code}\``).join(', ')}.`,
          status,
          codes,
          route.headers?.[status],
        ),
      ]),
  );
}

/** Of a status, or of any when there is none. */
export function problemResponse(
  description: string,
  status?: number,
  codes?: readonly string[],
  named: readonly ReplyHeader[] = [],
): Json {
  const waits = status === undefined || [409, 429, 503].includes(status);
  return {
    description,
    headers: headersOf({
      'Content-Language': 'ContentLanguage',
      ...(status === 401 && { 'WWW-Authenticate': 'WwwAuthenticate' }),
      ...(named.includes('location') && { Location: 'ExistingLocation' }),
      ...(waits && { 'Retry-After': 'RetryAfter' }),
      ...(status === 429 && {
        'RateLimit-Limit': 'RateLimitLimit',
        'RateLimit-Remaining': 'RateLimitRemaining',
        'RateLimit-Reset': 'RateLimitReset',
      }),
    }),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    ...(codes !== undefined && { 'x-codes': codes }),
  };
}
