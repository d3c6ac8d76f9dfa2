import { unlessAborted } from '#shared/waiting/unless-aborted.ts';
import { log } from './log.ts';
import { giveBack, increment, type Recorded, takeRecorded } from './record.ts';
import { COUNTS_KEY, GAUGES_KEY } from './redis-keys.ts';

type Command = readonly [name: string, ...words: (string | number)[]];

/** Sends commands in one request. */
export type SendCommands = (
  commands: readonly Command[],
  signal: AbortSignal,
) => Promise<readonly { readonly result?: unknown; readonly error?: string | undefined }[]>;

/** Milliseconds for which Redis is not asked after it failed: every request would wait for it. */
const REST_MS = 30_000;

export interface MetricsSender {
  /** Begins to find Redis, so that nothing is left to wait for at the end. */
  prepare(): void;
  /** Never throws, and takes no longer than its bound. */
  send(): Promise<void>;
}

/**
 * Sends what this instance recorded, in one request. What was not sent stays recorded; of what may have
 * arrived all the same, as its answer did not come, only the number is counted: sent again it might count
 * twice.
 * @param open finds Redis
 * @param boundMs milliseconds that the end of an invocation waits for Redis, finding it included
 */
export function metricsSender(
  open: () => Promise<SendCommands>,
  boundMs: () => number,
  now: () => number = Date.now,
): MetricsSender {
  let opening: Promise<SendCommands> | undefined;
  let restsUntil = 0;

  function rest(message: string, error: unknown): void {
    restsUntil = now() + REST_MS;
    log.warn(message, { error });
  }

  function opened(): Promise<SendCommands> {
    if (opening !== undefined) return opening;
    const begun = open();
    opening = begun;
    begun.catch((error: unknown) => {
      opening = undefined;
      rest('Redis, which counts for /metrics, is not found', error);
    });
    return begun;
  }

  async function deliver(send: SendCommands, signal: AbortSignal): Promise<void> {
    const recorded = takeRecorded();
    if (recorded.counts.size + recorded.gauges.size === 0) return;
    if (signal.aborted) return giveBack(recorded);
    const commands = commandsOf(recorded, now());
    try {
      const answers = await unlessAborted(send(commands, signal), signal);
      const refused = answers.filter(({ error }) => error !== undefined);
      if (refused.length === 0) return;
      increment('metrics_lost_total', {}, refused.length);
      log.warn('Redis refused to count', { refused: refused.length, error: refused[0]?.error });
    } catch (error) {
      increment('metrics_lost_total', {}, recorded.counts.size);
      rest('Redis did not count for /metrics', error);
    }
  }

  return {
    prepare() {
      if (now() >= restsUntil) opened().catch(() => undefined); // `opened` has logged it
    },
    async send() {
      if (now() < restsUntil) return;
      const signal = AbortSignal.timeout(Math.max(1, Math.floor(boundMs())));
      const send = await unlessAborted(opened(), signal).catch(() => undefined);
      if (send !== undefined) await deliver(send, signal);
    },
  };
}

function commandsOf({ counts, gauges }: Recorded, at: number): Command[] {
  const values = [...gauges].flatMap(([field, value]) => [field, `${value}@${at}`]);
  return [
    ...[...counts].map(([field, by]): Command => ['HINCRBY', COUNTS_KEY, field, by]),
    ...(values.length > 0 ? [['HSET', GAUGES_KEY, ...values] as const] : []),
  ];
}
