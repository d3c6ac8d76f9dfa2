import { Redis } from '@upstash/redis';
import * as z from 'zod/mini';
import { ENV, requireEnv } from '#shared/env.ts';
import { waitMs } from '#shared/waiting/wait-limit.ts';
import { redisSecret } from './secrets.ts';

/** Milliseconds: what Redis does can be done without it, so it is not waited for as others are. */
export const PATIENCE_MS = 400;

const Counted = z.tuple([z.int(), z.number()]);

let connection: Promise<Redis> | undefined;

function connected(): Promise<Redis> {
  connection ??= redisSecret(requireEnv(ENV.redisSecret)).then(
    ({ url, token }) =>
      new Redis({
        url,
        token,
        enableTelemetry: false,
        retry: false,
        // As a function it is asked for every request, and a limit that runs out is an error.
        signal: () => AbortSignal.timeout(Math.min(PATIENCE_MS, waitMs())),
      }),
  );
  connection.catch(() => {
    connection = undefined; // the next use reads the secret again
  });
  return connection;
}

/**
 * Adds to a counter, which expires `ttlSeconds` after its last change. One attempt: a second might count twice.
 * @returns its new value
 * @throws when Redis does not answer at once, or answers nonsense
 */
export async function addToCounter(
  key: string,
  amount: number,
  ttlSeconds: number,
): Promise<number> {
  const redis = await connected();
  const answer: unknown = await redis.pipeline().incrby(key, amount).expire(key, ttlSeconds).exec();
  return Counted.parse(answer)[0];
}

/** What all instances share: each throws when Redis does not answer at once. */
export const sharedStore = {
  /** What is stored under a key; null when nothing is. */
  async readCached(key: string): Promise<unknown> {
    return await (await connected()).get(key);
  },
  /** Stores what JSON can hold. */
  async writeCached(key: string, value: unknown, ttlSeconds: number): Promise<void> {
    await (await connected()).set(key, value, { ex: ttlSeconds });
  },
  /** Takes a key that nobody has. @returns whether it was free */
  async claimKey(key: string, ttlSeconds: number): Promise<boolean> {
    return (await (await connected()).set(key, 1, { ex: ttlSeconds, nx: true })) !== null;
  },
  /** Gives a claimed key back. */
  async releaseKey(key: string): Promise<void> {
    await (await connected()).del(key);
  },
};
