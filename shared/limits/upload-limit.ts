import { Redis } from '@upstash/redis';
import { redisSecret } from '#shared/clients/secrets.ts';
import { log } from '#shared/entry/log.ts';
import { ENV, requireEnv } from '#shared/env.ts';
import { UserError } from '#shared/errors/user-error.ts';

/** Reading a photograph costs seconds of a processor or cents of Textract. */
const PER_HOUR = 60;
const HOUR_SECONDS = 3600;
/** While Redis is away, what one instance lets through. */
const PER_HOUR_ALONE = 20;

let redis: Promise<Redis> | undefined;
const alone = new Map<string, number>();

function connected(): Promise<Redis> {
  redis ??= redisSecret(requireEnv(ENV.redisSecret)).then(
    ({ url, token }) => new Redis({ url, token, enableTelemetry: false, retry: { retries: 1 } }),
  );
  redis.catch(() => {
    redis = undefined;
  });
  return redis;
}

/**
 * Counts uploads of this hour, a batch as its files. The count lives in Redis; without it a smaller one in this process
 * does, since a cache that is down must not stop a household, nor open the door to everything.
 * @throws UserError 429 with Retry-After and RateLimit headers
 */
export async function countUploads(
  householdId: string,
  files: number,
  now: number = Date.now(),
): Promise<void> {
  const window = Math.floor(now / 1000 / HOUR_SECONDS);
  const key = `uploads:${householdId}:${window}`;
  const reset = (window + 1) * HOUR_SECONDS - Math.floor(now / 1000);
  const { count, limit } = await counted(key, files);
  if (count <= limit) return;
  throw new UserError(
    'too-many',
    'too-many-uploads',
    {
      pl: `Najwyżej ${limit} plików na godzinę. Spróbuj za ${Math.ceil(reset / 60)} min.`,
      en: `At most ${limit} files an hour. Try again in ${Math.ceil(reset / 60)} min.`,
    },
    {
      retryAfter: reset,
      headers: {
        'ratelimit-limit': String(limit),
        'ratelimit-remaining': '0',
        'ratelimit-reset': String(reset),
      },
    },
  );
}

async function counted(key: string, files: number): Promise<{ count: number; limit: number }> {
  try {
    const client = await connected();
    const [count] = await client
      .pipeline()
      .incrby(key, files)
      .expire(key, HOUR_SECONDS)
      .exec<[number, number]>();
    return { count, limit: PER_HOUR };
  } catch (error) {
    log.warn('Redis does not count uploads; this instance does', { error });
    const count = (alone.get(key) ?? 0) + files;
    if (!alone.has(key)) alone.clear(); // the hour before is of no use any more
    alone.set(key, count);
    return { count, limit: PER_HOUR_ALONE };
  }
}
