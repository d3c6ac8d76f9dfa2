import { log } from '#shared/telemetry/log.ts';
import type { BreakerStore } from './breaker-store.ts';

/** Milliseconds for which Redis is not asked after it failed: it would cost its wait at every call. */
const REST_MS = 30_000;

/**
 * The shared state while it can be reached; else what this process knows. A cache that is down neither
 * stops a dependency nor takes its breaker away.
 */
export function sharedOrOwnStore(
  shared: BreakerStore,
  own: BreakerStore,
  now: () => number = Date.now,
): BreakerStore {
  let restsUntil = 0;
  async function on<T>(work: (store: BreakerStore) => Promise<T>): Promise<T> {
    if (now() < restsUntil) return await work(own);
    try {
      return await work(shared);
    } catch (error) {
      restsUntil = now() + REST_MS;
      log.warn('Redis does not keep the state of breakers; this instance does', { error });
      return await work(own);
    }
  }
  return {
    read: (names) => on((store) => store.read(names)),
    addFailure: (name) => on((store) => store.addFailure(name)),
    forgetFailures: (name) => on((store) => store.forgetFailures(name)),
    open: (name, at) => on((store) => store.open(name, at)),
    reopen: (name, at, failingSince) => on((store) => store.reopen(name, at, failingSince)),
    close: (name) => on((store) => store.close(name)),
    takeProbe: (name, ms) => on((store) => store.takeProbe(name, ms)),
    dropProbe: (name) => on((store) => store.dropProbe(name)),
  };
}
