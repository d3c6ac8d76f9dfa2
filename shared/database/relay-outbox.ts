import type { PoolClient } from 'pg';
import { log } from '#shared/telemetry/log.ts';
import { measure } from '#shared/telemetry/metrics.ts';
import { countParked } from './outbox-store.ts';
import { sendableQueues, TOPICS, type TopicTable } from './outbox-topics.ts';
import { relayBatch } from './relay-batch.ts';
import { withHousehold, withWorker } from './with-household.ts';

/** 1,000 messages: as many as one sweep of uploads enqueues, and seconds of work. */
export const MAX_BATCHES = 100;
/** 50 messages: more than one API request enqueues, sent in a barely noticeable time. */
const MAX_BATCHES_OF_REQUEST = 5;

type Transaction = <T>(work: (client: PoolClient) => Promise<T>) => Promise<T>;

export interface RelayOptions {
  readonly maxBatches: number;
  readonly topics?: TopicTable;
  readonly parkQueueRefusals?: boolean;
}

export interface RelayResult {
  readonly sent: number;
  readonly parked: number;
  /** Why others stay in the outbox, an error each. */
  readonly failures: readonly unknown[];
  /** Whether it ended before the outbox did. */
  readonly more: boolean;
}

/**
 * Sends the messages in one household's outbox, right after the commit that added them (app role).
 * A failure is only logged: the scheduled relay sends everything that is left.
 */
export async function relayHousehold(household: { readonly householdId: string }): Promise<void> {
  try {
    await relayAfterCommit((work) => withHousehold(household, work), MAX_BATCHES_OF_REQUEST);
  } catch (error) {
    log.warn('The outbox could not be relayed now; the schedule will', { error });
  }
}

/**
 * Sends the messages in every household's outbox, right after a commit (worker role).
 * @throws when messages stay unsent, so that the caller's event is redelivered
 */
export async function relayOutbox(): Promise<void> {
  await relayAfterCommit(withWorker, MAX_BATCHES);
}

async function relayAfterCommit(transaction: Transaction, maxBatches: number): Promise<void> {
  const result = await relay(transaction, { maxBatches });
  if (result.parked > 0) await measureParked(transaction);
  throwFailures(result);
}

/**
 * Sends messages of the topics that this function may send, oldest first. Each is tried once a run, so
 * a failing one does not block others; other topics are left to the scheduled relay.
 */
export async function relay(transaction: Transaction, options: RelayOptions): Promise<RelayResult> {
  const { topics = TOPICS, parkQueueRefusals = false } = options;
  const queues = sendableQueues(topics);
  const failures: unknown[] = [];
  let [sent, parked] = [0, 0];
  let last: number | undefined = 0;
  for (let batch = 0; batch < options.maxBatches && last !== undefined; batch += 1) {
    const after: number = last;
    const result = await transaction((client) =>
      relayBatch(client, { topics, queues, after, parkQueueRefusals }),
    );
    sent += result.sent;
    parked += result.parked;
    failures.push(...result.failures);
    for (const queue of result.closed) queues.delete(queue);
    last = queues.size === 0 ? undefined : result.last;
  }
  return { sent, parked, failures, more: last !== undefined };
}

/** The gauge that the alarm `outbox-parked` watches. @returns how many are parked */
export async function measureParked(transaction: Transaction): Promise<number> {
  const parked = await transaction(countParked);
  measure('OutboxParked', parked);
  return parked;
}

export function throwFailures({ failures }: Pick<RelayResult, 'failures'>): void {
  if (failures.length === 0) return;
  throw new Error(`${failures.length} messages of the outbox could not be sent now`, {
    cause: failures[0],
  });
}
