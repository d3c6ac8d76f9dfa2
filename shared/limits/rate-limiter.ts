import type { HouseholdContext } from '#shared/context/household-context.ts';
import { ENV } from '#shared/env.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { log } from '#shared/telemetry/log.ts';
import { type Allowance, overLimit, rateHeaders } from './over-limit.ts';
import { DEFAULT_RATES, type RateClass, type Rates, readRates } from './rates.ts';

const WINDOW_SECONDS = 60;
/** All members of a household together may do as much as so many of them. */
const MEMBERS = 3;
/** While Redis is away an instance lets half through: there may be others. */
const ALONE = 0.5;
/** Milliseconds for which Redis is not asked after it failed: it would cost its wait with every request. */
const REST_MS = 30_000;
/** What only reads goes on without Redis; the rest costs money or a processor. */
const READS: ReadonlySet<RateClass> = new Set(['weather']);

/** Adds one to counters that all instances share. @returns their values, in the order of the keys */
export type CountAll = (keys: readonly string[], lifetimeSeconds: number) => Promise<number[]>;

/** Counts requests. @returns headers that say what is left */
export type RateLimiter = (
  rateClass: RateClass,
  household: Pick<HouseholdContext, 'householdId' | 'userId'>,
) => Promise<Readonly<Record<string, string>>>;

/**
 * The limiter that the environment configures. Without a cache there is none to share counts, and
 * nothing is limited: the template gives one to every function with such a route.
 */
export function configuredRateLimiter(countAll: CountAll): RateLimiter {
  const limiter = rateLimiter(countAll, readRates(process.env[ENV.rateLimits] ?? ''));
  return async (...request) => (process.env[ENV.redisSecret] ? await limiter(...request) : {});
}

/**
 * Requests of a class in a minute of the clock, counted for the person and for the household.
 * @throws UserError 429 with Retry-After and RateLimit headers; 503 where Redis is away and this
 *   instance has let enough through
 */
export function rateLimiter(
  countAll: CountAll,
  rates: Rates,
  now: () => number = Date.now,
): RateLimiter {
  let restsUntil = 0;
  const own = ownCounts();

  async function shared(keys: readonly string[]): Promise<number[] | undefined> {
    if (now() < restsUntil) return undefined;
    try {
      return await countAll(keys, WINDOW_SECONDS);
    } catch (error) {
      restsUntil = now() + REST_MS;
      log.warn('Redis does not count requests; this instance does', { error });
      return undefined;
    }
  }

  return async (rateClass, { householdId, userId }) => {
    const seconds = Math.floor(now() / 1000);
    const window = Math.floor(seconds / WINDOW_SECONDS);
    const reset = (window + 1) * WINDOW_SECONDS - seconds;
    const rate = rates[rateClass];
    const limits = [rate, rate * MEMBERS];
    const keys = [
      `rate:${rateClass}:user:${userId}:${window}`,
      householdKey(rateClass, householdId, window),
    ];
    const counts = await shared(keys);
    if (counts !== undefined) return within(tightest(limits, counts, reset));
    if (READS.has(rateClass)) return {};
    const most = Math.max(1, Math.floor(rate * ALONE));
    if (own(keys[0] ?? '', window) > most) throw notCounted(reset);
    return {};
  };
}

const householdKey = (rateClass: string, householdId: string, window: number) =>
  `rate:${rateClass}:household:${householdId}:${window}`;

/** The counters of a household that may be there now. */
export function householdRateKeys(householdId: string, now: Date): string[] {
  const window = Math.floor(now.getTime() / 1000 / WINDOW_SECONDS);
  return Object.keys(DEFAULT_RATES).flatMap((rateClass) =>
    [window - 1, window].map((each) => householdKey(rateClass, householdId, each)),
  );
}

/** Of both limits the one of which less is left. */
function tightest(
  limits: readonly number[],
  counts: readonly number[],
  reset: number,
): Allowance & { readonly isPassed: boolean } {
  const all = limits.map((limit, at) => {
    const left = limit - (counts[at] ?? 0);
    return { limit, left: Math.max(0, left), reset, isPassed: left < 0 };
  });
  const [first, ...others] = all;
  if (first === undefined) throw new Error('There is no limit');
  return others.reduce(
    (one, other) => (other.left < one.left || other.isPassed ? other : one),
    first,
  );
}

function within({ isPassed, ...allowance }: Allowance & { readonly isPassed: boolean }) {
  if (!isPassed) return rateHeaders(allowance);
  const { limit, reset } = allowance;
  throw overLimit('rate-limited', allowance, () => ({
    pl: `Najwyżej ${limit} takich żądań na minutę. Spróbuj za ${reset} s.`,
    en: `At most ${limit} such requests a minute. Try again in ${reset} s.`,
  }));
}

function notCounted(reset: number): UserError {
  return new UserError(
    'unavailable',
    'limits-away',
    {
      pl: 'Chwilowo nie da się policzyć żądań, więc przyjmujemy ich mniej. Spróbuj za chwilę.',
      en: 'Requests cannot be counted just now, so fewer are taken. Try again in a moment.',
    },
    { retryAfter: reset },
  );
}

/** Counts of this process, of one window at a time. */
function ownCounts(): (key: string, window: number) => number {
  let current = -1;
  const counts = new Map<string, number>();
  return (key, window) => {
    if (window !== current) counts.clear();
    current = window;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
}
