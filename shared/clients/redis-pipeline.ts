import * as z from 'zod/mini';
import { ENV, requireEnv } from '#shared/env.ts';
import { redisSecret } from './secrets.ts';

export type RedisCommand = readonly [name: string, ...words: (string | number)[]];

/** Of each command its answer, or what Redis has against it. */
const Answers = z.array(
  z.object({ result: z.optional(z.unknown()), error: z.optional(z.string()) }),
);
export type RedisAnswer = z.infer<typeof Answers>[number];

/** Sends commands in one request. @throws when Redis does not answer until the signal is aborted, or answers nonsense */
export type RedisPipeline = (
  commands: readonly RedisCommand[],
  signal: AbortSignal,
) => Promise<readonly RedisAnswer[]>;

/**
 * Upstash's REST form by `fetch` alone: every endpoint counts its requests there, and the client in
 * redis.ts would add 150 KB to each. One attempt: a second might count twice.
 * @throws when the secret with the address cannot be read
 */
export async function openRedisPipeline(): Promise<RedisPipeline> {
  const { url, token } = await redisSecret(requireEnv(ENV.redisSecret));
  return async (commands, signal) => {
    const response = await fetch(new URL('/pipeline', url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(commands),
      signal,
    });
    const body: unknown = await response.json();
    if (!response.ok) throw new Error(`Redis answers ${response.status}`);
    return Answers.parse(body);
  };
}
