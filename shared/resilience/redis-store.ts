import type { BreakerStore } from './breaker-store.ts';

/** The commands of Redis that are used; each throws when Redis does not answer. */
export interface RedisKeys {
  /** The values, in the order of the keys; null for one that is not there. */
  getKeys(...keys: string[]): Promise<readonly (string | null)[]>;
  /** Sets a key that expires. @returns false when `onlyNew` and it was there */
  setKey(key: string, value: string, ttlMs: number, onlyNew?: boolean): Promise<boolean>;
  deleteKeys(...keys: string[]): Promise<void>;
  addToCounter(key: string, amount: number, ttlSeconds: number): Promise<number>;
}

/** Failures further apart than this are not in a row: a dependency that nobody asks is not failing. */
const FAILURES_SECONDS = 300;
/** What nobody asked for a day starts anew. */
const OPEN_MS = 24 * 3600 * 1000;

/**
 * State of breakers that all instances of all functions share. Three keys a dependency, each changed by
 * one atomic command, so no lock and no script is needed.
 */
export function redisStore(redis: RedisKeys): BreakerStore {
  const failures = (name: string) => `breaker:${name}:failures`;
  const opened = (name: string) => `breaker:${name}:opened`;
  const probe = (name: string) => `breaker:${name}:probe`;
  return {
    async read(names) {
      const found = await redis.getKeys(...names.flatMap((name) => [failures(name), opened(name)]));
      return names.map((_, index) => {
        const [count, at] = found.slice(2 * index);
        // `<opened>` or, after a probe that failed, `<opened> <failing since>`.
        const [openedAt, failingSince = openedAt] = at?.split(' ').map(Number) ?? [];
        return { failures: Number(count ?? 0), openedAt, failingSince };
      });
    },
    addFailure: (name) => redis.addToCounter(failures(name), 1, FAILURES_SECONDS),
    forgetFailures: (name) => redis.deleteKeys(failures(name)),
    open: (name, at) => redis.setKey(opened(name), String(at), OPEN_MS, true),
    async reopen(name, at, failingSince) {
      await redis.setKey(opened(name), `${at} ${failingSince}`, OPEN_MS);
      await redis.deleteKeys(probe(name));
    },
    close: (name) => redis.deleteKeys(failures(name), opened(name), probe(name)),
    takeProbe: (name, ms) => redis.setKey(probe(name), '1', ms, true),
    dropProbe: (name) => redis.deleteKeys(probe(name)),
  };
}
