import { countCacheUse } from '#shared/telemetry/count-cache.ts';
import { log } from '#shared/telemetry/log.ts';
import { noteSilence, wasSilent } from '#shared/waiting/wait-limit.ts';

/** What all instances share, and what is lost without any loss. */
export interface SharedStore {
  readCached(key: string): Promise<unknown>;
  writeCached(key: string, value: unknown, ttlSeconds: number): Promise<void>;
  /** Whether the key was free, and is now taken. */
  claimKey(key: string, ttlSeconds: number): Promise<boolean>;
  releaseKey(key: string): Promise<void>;
}

/** The same as a function uses it: it never throws, and knows less where the store is away. */
export interface WeatherCache {
  read(key: string): Promise<unknown>;
  write(key: string, value: unknown, ttlSeconds: number): Promise<void>;
  /** @returns whether the caller is to do the work; everybody is where nobody can be asked */
  claim(key: string): Promise<boolean>;
  release(key: string): Promise<void>;
}

/** Keys that an instance remembers by itself: a household asks for a few places. */
const MAX_REMEMBERED = 200;
/** Seconds: longer than anybody is waited for. Who took a key and died does not block it for long. */
const CLAIM_SECONDS = 5;

/** Redis, behind what this instance remembers while it is away. */
export function weatherCache(store: SharedStore, now: () => number = Date.now): WeatherCache {
  const remembered = new Map<string, { readonly value: unknown; readonly until: number }>();

  async function ask<T>(question: () => Promise<T>, without: T): Promise<T> {
    if (wasSilent('cache')) return without;
    try {
      return await question();
    } catch (error) {
      // Once is enough: each question would wait for it again.
      noteSilence('cache');
      log.warn('Redis keeps no weather; this instance does', { error });
      return without;
    }
  }

  return {
    async read(key) {
      const shared = await ask(() => store.readCached(key), null);
      const own = remembered.get(key);
      const found = shared ?? (own !== undefined && own.until > now() ? own.value : null);
      countCacheUse('weather', found !== null);
      return found;
    },
    async write(key, value, ttlSeconds) {
      remembered.delete(key);
      remembered.set(key, { value, until: now() + ttlSeconds * 1000 });
      const oldest = remembered.keys().next();
      if (remembered.size > MAX_REMEMBERED && !oldest.done) remembered.delete(oldest.value);
      await ask(() => store.writeCached(key, value, ttlSeconds), undefined);
    },
    claim: (key) => ask(() => store.claimKey(`${key}:asking`, CLAIM_SECONDS), true),
    release: (key) => ask(() => store.releaseKey(`${key}:asking`), undefined),
  };
}
