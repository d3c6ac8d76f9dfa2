import { Redis } from '@upstash/redis';
import { ENV, requireEnv } from '#shared/env.ts';
import { redisSecret } from './secrets.ts';

let connection: Promise<Redis> | undefined;

function connected(): Promise<Redis> {
  connection ??= redisSecret(requireEnv(ENV.redisSecret)).then(
    ({ url, token }) => new Redis({ url, token, enableTelemetry: false, retry: { retries: 1 } }),
  );
  connection.catch(() => {
    connection = undefined; // the next use reads the secret again
  });
  return connection;
}

/** Adds to a counter, which expires `ttlSeconds` after its last change. @returns its new value */
export async function addToCounter(
  key: string,
  amount: number,
  ttlSeconds: number,
): Promise<number> {
  const redis = await connected();
  const [count] = await redis
    .pipeline()
    .incrby(key, amount)
    .expire(key, ttlSeconds)
    .exec<[number, number]>();
  return count;
}
