import { ENV } from '#shared/env.ts';
import type { fetchOutbound } from '#shared/outbound/outbound.ts';
import { processStore } from '#shared/resilience/process-store.ts';
import { type RedisKeys, redisStore } from '#shared/resilience/redis-store.ts';
import { sharedOrOwnStore } from '#shared/resilience/shared-or-own-store.ts';
import { brave } from './brave.ts';
import { searxng } from './searxng.ts';
import type { WebSearch } from './web-hit.ts';
import { wikipedia } from './wikipedia.ts';

export interface WebClients {
  readonly outbound: typeof fetchOutbound;
  readonly redis: RedisKeys;
  readonly searchKey: (secret: string) => Promise<string>;
}

/**
 * Whom the environment lets be asked: nobody, Wikipedia, and beside it a search engine where one is named.
 * Their breakers last as long as the instance.
 */
export function configuredSearches({ outbound, redis, searchKey }: WebClients): () => WebSearch[] {
  const own = processStore();
  const shared = sharedOrOwnStore(redisStore(redis), own);
  return () => {
    if (process.env[ENV.webSearch] === 'off') return [];
    const breakers = process.env[ENV.redisSecret] ? shared : own;
    const deps = { outbound, breakers };
    const [searxngUrl, secret] = [process.env[ENV.searxngUrl], process.env[ENV.braveSecret]];
    const braveUrl = process.env[ENV.braveUrl];
    return [
      wikipedia(deps),
      ...(searxngUrl ? [searxng(searxngUrl, deps)] : []),
      ...(secret ? [brave(() => searchKey(secret), deps, braveUrl)] : []),
    ];
  };
}
