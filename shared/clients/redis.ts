import { Redis } from '@upstash/redis';
import * as z from 'zod/mini';
import { ENV, requireEnv } from '#shared/env.ts';
import { shortWaitMs } from '#shared/waiting/wait-limit.ts';
import { redisSecret } from './secrets.ts';

/** Milliseconds: what Redis does can be done without it, so it is not waited for as others are. */
export const PATIENCE_MS = 400;

const Counted = z.tuple([z.int(), z.number()]);
const Values = z.array(z.nullable(z.string()));

/** By secret, as the pools of the database are. */
const connections = new Map<string, Promise<Redis>>();

function connected(): Promise<Redis> {
  const secret = requireEnv(ENV.redisSecret);
  const known = connections.get(secret);
  if (known !== undefined) return known;
  const connection = connect(secret);
  connections.set(secret, connection);
  connection.catch(() => connections.delete(secret)); // the next use reads the secret again
  return connection;
}

async function connect(secret: string): Promise<Redis> {
  const { url, token } = await redisSecret(secret);
  return new Redis({
    url,
    token,
    enableTelemetry: false,
    retry: false,
    // Texts come back as they were put in: it would make numbers and objects of what looks like them.
    automaticDeserialization: false,
    // As a function it is asked for every request, and a limit that runs out is an error.
    signal: () => AbortSignal.timeout(shortWaitMs(PATIENCE_MS)),
  });
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

/** The same of several counters by one each, in one request. @returns their values, in the order of the keys */
export async function addToCounters(
  keys: readonly string[],
  ttlSeconds: number,
): Promise<number[]> {
  const redis = await connected();
  const pipeline = redis.pipeline();
  for (const key of keys) pipeline.incrby(key, 1).expire(key, ttlSeconds);
  const answer = z.array(z.int()).parse(await pipeline.exec());
  return answer.filter((_, at) => at % 2 === 0);
}

/** The values of keys, in their order; null for one that is not there. @throws as `addToCounter` */
export async function getKeys(...keys: string[]): Promise<(string | null)[]> {
  const redis = await connected();
  return Values.parse(await redis.mget(...keys));
}

/**
 * Sets a key that expires after `ttlMs`. @throws as `addToCounter`
 * @returns false when `onlyNew` is asked for and the key was there
 */
export async function setKey(
  key: string,
  value: string,
  ttlMs: number,
  onlyNew = false,
): Promise<boolean> {
  const redis = await connected();
  const lifetime = { px: Math.max(1, Math.round(ttlMs)) };
  return (await redis.set(key, value, onlyNew ? { ...lifetime, nx: true } : lifetime)) === 'OK';
}

/** @throws as `addToCounter` */
export async function deleteKeys(...keys: string[]): Promise<void> {
  const redis = await connected();
  await redis.del(...keys);
}

/** What all instances may share, as JSON: each throws when Redis does not answer at once. */
export const sharedStore = {
  /** What is stored under a key; null when nothing is. */
  async readCached(key: string): Promise<unknown> {
    const [text = null] = await getKeys(key);
    return text === null ? null : JSON.parse(text);
  },
  /** Stores what JSON can hold. */
  async writeCached(key: string, value: unknown, ttlSeconds: number): Promise<void> {
    await setKey(key, JSON.stringify(value), ttlSeconds * 1000);
  },
  /** Takes a key that nobody has. @returns whether it was free */
  claimKey: (key: string, ttlSeconds: number): Promise<boolean> =>
    setKey(key, '1', ttlSeconds * 1000, true),
  /** Gives a claimed key back. */
  releaseKey: (key: string): Promise<void> => deleteKeys(key),
};
