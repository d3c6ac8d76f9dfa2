import type { Health } from './health.ts';

/** Milliseconds for which a check is the answer: everybody may ask, and each check asks every service. */
const RECENT_MS = 5_000;

/**
 * The health as it was found within the last five seconds; who asks while it is being found waits for
 * the same check.
 * @param check finds it; it never throws
 */
export function recentHealth(
  check: () => Promise<Health>,
  now: () => number = () => Date.now(),
): () => Promise<Health> {
  let found: { readonly at: number; readonly health: Promise<Health> } | undefined;
  return () => {
    const age = found === undefined ? undefined : now() - found.at;
    // A clock that was put back must not keep an answer.
    if (found !== undefined && age !== undefined && age >= 0 && age < RECENT_MS)
      return found.health;
    found = { at: now(), health: check() };
    return found.health;
  };
}
