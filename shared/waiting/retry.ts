import { setTimeout as sleepFor } from 'node:timers/promises';

/** Time and chance, so that no test waits. */
export interface Pausing {
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number;
}

export const PAUSING: Pausing = {
  sleep: (ms, signal) => sleepFor(ms, undefined, { signal }),
  random: Math.random,
};

export interface RetryLimits {
  /** Tries in all, the first included. */
  readonly attempts: number;
  /** Milliseconds of the first pause at most; each further one doubles it. */
  readonly firstPauseMs: number;
  /** Milliseconds that a pause never exceeds: whoever asks for a longer one is not asked again. */
  readonly maxPauseMs: number;
  /** Milliseconds that are left for pauses and tries. */
  readonly leftMs: () => number;
  readonly signal: AbortSignal;
}

/** What a result says about trying again. */
export interface Again {
  /** Milliseconds that the service wants to be left alone for: never less is waited. */
  readonly afterMs?: number | undefined;
}

/**
 * Tries again while a result says that it helps and time is left for it. The only place that does so for
 * models: clients below it make one attempt, or tries would multiply.
 * @param again `undefined` for a result to keep
 * @returns the last result; nothing is thrown that `attempt` does not throw
 */
export async function retry<T>(
  attempt: (number: number) => Promise<T>,
  again: (result: T) => Again | undefined,
  limits: RetryLimits,
  { sleep, random }: Pausing = PAUSING,
): Promise<T> {
  for (let number = 1; ; number += 1) {
    const result = await attempt(number);
    const wish = again(result);
    if (wish === undefined || number >= limits.attempts || limits.signal.aborted) return result;
    const pause = pauseMs(number, wish, limits, random);
    if (pause === undefined) return result;
    await sleep(pause, limits.signal).catch(() => undefined);
    if (limits.signal.aborted) return result;
  }
}

/** Full jitter: those who failed together do not come again together. */
function pauseMs(
  number: number,
  { afterMs = 0 }: Again,
  { firstPauseMs, maxPauseMs, leftMs }: RetryLimits,
  random: () => number,
): number | undefined {
  const jittered = random() * Math.min(maxPauseMs, firstPauseMs * 2 ** (number - 1));
  const pause = Math.ceil(afterMs + jittered);
  return afterMs > maxPauseMs || pause >= leftMs() ? undefined : pause;
}
