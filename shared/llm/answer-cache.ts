import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import { countCacheUse } from '#shared/telemetry/count-cache.ts';
import { log } from '#shared/telemetry/log.ts';
import type { Prompt } from './model.ts';
import { parsedJson } from './providers/extract-json.ts';
import type { ModelRequest, Provider } from './providers/provider.ts';

const WEEK_MS = 7 * 24 * 3600 * 1000;

/** The commands of Redis that are used; each throws when Redis does not answer. */
export interface CacheKeys {
  getKeys(...keys: string[]): Promise<readonly (string | null)[]>;
  setKey(key: string, value: string, ttlMs: number): Promise<boolean>;
}

/**
 * The key of an answer that may be kept: the same request always gives the same, and says nothing of
 * anybody. Answers about a household are never kept: here they would lie outside of its rows in Postgres,
 * where row-level security and its erasure do not reach.
 */
export function cacheKey(
  prompt: Prompt<Schema>,
  request: ModelRequest,
  [first]: readonly Provider[],
): string | undefined {
  const isDeterministic = request.temperature === 0 && request.tools === undefined;
  const isPlain = (prompt.pictures ?? []).length + (prompt.untrusted ?? []).length === 0;
  if (!prompt.isImpersonal || !isDeterministic || !isPlain || first === undefined) return undefined;
  const asked = JSON.stringify([first.id, request]);
  return `llm:answer:${createHash('sha256').update(asked).digest('hex')}`;
}

/** The kept answer, if it still has the shape; a cache that is away has none. */
export async function keptAnswer<S extends Schema>(
  cache: CacheKeys,
  key: string,
  schema: S,
): Promise<z.output<S> | undefined> {
  const [kept] = await cache.getKeys(key).catch(away);
  const answer = z.safeParse(schema, parsedJson(kept ?? ''));
  countCacheUse('model-answers', answer.success);
  return answer.success ? answer.data : undefined;
}

/** Keeps the answer as the model gave it for a week. */
export async function keepAnswer(cache: CacheKeys, key: string, answer: unknown): Promise<void> {
  await cache.setKey(key, JSON.stringify(answer), WEEK_MS).catch(away);
}

function away(error: unknown): [] {
  log.warn('The cache of answers is away', { error });
  return [];
}
