import { type Message, UserError } from '#shared/errors/user-error.ts';

/** What is left of a limit that was passed. */
interface Allowance {
  readonly limit: number;
  readonly left: number;
  /** Seconds until it begins anew. */
  readonly reset: number;
}

/**
 * 429 with Retry-After and the RateLimit headers.
 * @param text what to say, given the minutes until it may be tried again
 */
export function overLimit(
  code: string,
  { limit, left, reset }: Allowance,
  text: (minutes: number) => Message,
): UserError {
  return new UserError('too-many', code, text(Math.ceil(reset / 60)), {
    retryAfter: reset,
    headers: {
      'ratelimit-limit': String(limit),
      'ratelimit-remaining': String(left),
      'ratelimit-reset': String(reset),
    },
  });
}
