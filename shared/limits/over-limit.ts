import { type Message, UserError } from '#shared/errors/user-error.ts';

/** What is left of a limit. */
export interface Allowance {
  readonly limit: number;
  readonly left: number;
  /** Seconds until it begins anew. */
  readonly reset: number;
}

/** What is left, as headers (draft-ietf-httpapi-ratelimit-headers-06). */
export function rateHeaders({ limit, left, reset }: Allowance): Readonly<Record<string, string>> {
  return {
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(left),
    'ratelimit-reset': String(reset),
  };
}

/**
 * 429 with Retry-After and the RateLimit headers.
 * @param text what to say, given the minutes until it may be tried again
 */
export function overLimit(
  code: string,
  allowance: Allowance,
  text: (minutes: number) => Message,
): UserError {
  const { reset } = allowance;
  return new UserError('too-many', code, text(Math.ceil(reset / 60)), {
    retryAfter: reset,
    headers: rateHeaders(allowance),
  });
}
