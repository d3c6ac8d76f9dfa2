import { log } from '#shared/telemetry/log.ts';
import { count, measure } from '#shared/telemetry/metrics.ts';
import { setGauge } from '#shared/telemetry/record.ts';
import type { BreakerStore } from './breaker-store.ts';
import { CircuitOpen } from './circuit-open.ts';

export interface BreakerPolicy {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** Milliseconds for which a dependency is left alone. */
  readonly openMs: number;
  /** Milliseconds after which a probe that said nothing, as its process died, is made by another. */
  readonly probeMs: number;
}

const POLICY: BreakerPolicy = { failures: 3, openMs: 60_000, probeMs: 60_000 };

export type BreakerState = 'closed' | 'open' | 'half-open';

/** One call that was let through; the first of its methods counts, further ones do nothing. */
export interface Pass {
  succeeded(): Promise<void>;
  failed(): Promise<void>;
  /** Neither: the caller went away before the dependency answered, or it was not asked after all. */
  abandoned(): Promise<void>;
}

/** A call that was not let through. */
export interface Refusal {
  /** Milliseconds until it may be worth asking again. */
  readonly retryAfterMs: number;
}

/**
 * Leaves a dependency alone that fails: after three failures in a row nobody asks it for a minute; then
 * one call is let through, and what comes of it decides for all. States are kept by the store, so any
 * number of breakers of one name are the same breaker.
 */
export interface Breaker {
  readonly name: string;
  /** For results that do not throw, and for what lasts: the caller says what came of it. */
  enter(): Promise<Pass | Refusal>;
  /**
   * @param isFailure tells errors of a dependency that fails from those it answers with
   * @throws CircuitOpen without asking; else what `work` throws
   */
  run<T>(work: () => Promise<T>, isFailure?: (error: unknown) => boolean): Promise<T>;
  state(): Promise<BreakerState>;
}

export function isRefusal(entry: Pass | Refusal): entry is Refusal {
  return 'retryAfterMs' in entry;
}

/** @param name of the dependency, as in `weather`, `agents/chef`, `llm/bedrock/…` */
export function breaker(
  name: string,
  store: BreakerStore,
  { failures, openMs, probeMs }: BreakerPolicy = POLICY,
  now: () => number = Date.now,
): Breaker {
  const leftOpen = (openedAt: number) => openedAt + openMs - now();

  /** The gauge that the alarm `breaker-open` watches. */
  function measureOpen(failingSince: number): void {
    measure('BreakerOpenSeconds', Math.round((now() - failingSince) / 1000));
  }

  /** @param failingSince of a probe: since when the dependency has been failing */
  function pass(failingSince: number | undefined, hadFailures: boolean): Pass {
    const isProbe = failingSince !== undefined;
    let isSettled = false;
    const once = async (settle: () => Promise<unknown>) => {
      if (isSettled) return;
      isSettled = true;
      await settle();
    };
    return {
      succeeded: () =>
        once(async () => {
          if (isProbe) {
            await store.close(name);
            log.info('A breaker closed', { breaker: name });
          } else if (hadFailures) await store.forgetFailures(name);
        }),
      failed: () =>
        once(async () => {
          if (isProbe) {
            await store.reopen(name, now(), failingSince);
            measureOpen(failingSince);
          } else if ((await store.addFailure(name)) < failures) return;
          else if (!(await store.open(name, now()))) return;
          count('BreakerOpened');
          log.warn('A breaker opened', { breaker: name, afterProbe: isProbe });
        }),
      abandoned: () => once(async () => void (isProbe && (await store.dropProbe(name)))),
    };
  }

  function refusal(retryAfterMs: number): Refusal {
    count('BreakerRefused');
    return { retryAfterMs };
  }

  async function enter(): Promise<Pass | Refusal> {
    const [record] = await store.read([name]);
    // Whoever shows the states of all has no other list of their names.
    setGauge('circuit_breaker_state', { breaker: name }, record?.openedAt === undefined ? 0 : 2);
    if (record?.openedAt === undefined) return pass(undefined, (record?.failures ?? 0) > 0);
    const { openedAt, failingSince = openedAt } = record;
    const left = leftOpen(openedAt);
    if (left <= 0 && (await store.takeProbe(name, probeMs))) return pass(failingSince, true);
    measureOpen(failingSince);
    return refusal(left > 0 ? left : probeMs);
  }

  return {
    name,
    enter,
    async run(work, isFailure = () => true) {
      const entry = await enter();
      if (isRefusal(entry)) throw new CircuitOpen(name, entry.retryAfterMs);
      const result = await work().catch(async (error: unknown) => {
        await (isFailure(error) ? entry.failed() : entry.succeeded());
        throw error;
      });
      await entry.succeeded();
      return result;
    },
    async state() {
      const [state = 'closed'] = await breakerStates([name], store, openMs, now);
      return state;
    },
  };
}

/** The states of several breakers, in the order of their names, for one question to the store. */
export async function breakerStates(
  names: readonly string[],
  store: BreakerStore,
  openMs: number = POLICY.openMs,
  now: () => number = Date.now,
): Promise<BreakerState[]> {
  const records = await store.read(names);
  return records.map(({ openedAt }) => {
    if (openedAt === undefined) return 'closed';
    return openedAt + openMs > now() ? 'open' : 'half-open';
  });
}
