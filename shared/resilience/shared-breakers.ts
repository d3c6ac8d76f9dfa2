import type { BreakerStore } from './breaker-store.ts';
import { processStore } from './process-store.ts';
import { type RedisKeys, redisStore } from './redis-store.ts';
import { sharedOrOwnStore } from './shared-or-own-store.ts';

/** State of breakers that all instances share while Redis is there. */
export function sharedBreakers(redis: RedisKeys): BreakerStore {
  return sharedOrOwnStore(redisStore(redis), processStore());
}
