import type { ClientBase } from 'pg';
import { sendMessages } from '#shared/clients/sqs.ts';
import type { SendOutcome, SendOutcomes } from '#shared/clients/sqs-batch.ts';
import { requireEnv } from '#shared/env.ts';
import { log } from '#shared/telemetry/log.ts';
import { readTraceContext } from '#shared/telemetry/trace-context.ts';
import { claimUnsent, markSent, type OutboxRow, park } from './outbox-store.ts';
import { OUTBOX_QUEUES, type OutboxQueue, type TopicTable, topicsTo } from './outbox-topics.ts';

/** Limit of SQS for one request. */
const BATCH_SIZE = 10;

export interface BatchOptions {
  readonly topics: TopicTable;
  readonly queues: ReadonlySet<OutboxQueue>;
  /** Position in the outbox after which it begins. */
  readonly after: number;
  /**
   * Also parks messages when the queue refuses every message (no such queue, no permission). Only for
   * the relay that may send to every queue: elsewhere the function's own configuration may be at fault.
   */
  readonly parkQueueRefusals: boolean;
}

export interface BatchResult {
  /** Position of the last message that was tried; undefined when no message follows it. */
  readonly last: number | undefined;
  readonly sent: number;
  readonly parked: number;
  /** Why others stay in the outbox, an error each. */
  readonly failures: readonly unknown[];
  /** Queues that need not be tried again in this run. */
  readonly closed: ReadonlySet<OutboxQueue>;
}

type Parked = Extract<SendOutcome, { readonly code: string }>;

/**
 * Sends the next messages. Their rows stay locked meanwhile, so that two relays never send the same
 * one at once. A crash between sending and the commit sends again: delivery is at least once.
 */
export async function relayBatch(client: ClientBase, options: BatchOptions): Promise<BatchResult> {
  const { topics, queues, after } = options;
  const rows = await claimUnsent(client, topicsTo(queues, topics), after, BATCH_SIZE);
  const sent: string[] = [];
  const failures: unknown[] = [];
  const closed = new Set<OutboxQueue>();
  let parked = 0;
  for (const queue of queues) {
    const ofQueue = rows.filter(({ topic }) => topics[topic]?.queue === queue);
    const outcomes = await send(queue, ofQueue, topics);
    for (const row of ofQueue) {
      const outcome = outcomes.get(row.id);
      if (outcome === undefined) throw new Error(`No outcome of message ${row.id}`);
      if (outcome.kind === 'sent') {
        sent.push(row.id);
      } else if (outcome.kind === 'refused') {
        await parkRow(client, row, outcome);
        parked += 1;
      } else if (outcome.kind === 'queue-refused' && options.parkQueueRefusals) {
        await parkRow(client, row, outcome);
        parked += 1;
      } else {
        failures.push('error' in outcome ? outcome.error : new Error(outcome.detail));
        if (outcome.kind !== 'failed') closed.add(queue);
      }
    }
  }
  if (sent.length > 0) await markSent(client, sent);
  const last = rows.length < BATCH_SIZE ? undefined : rows.at(-1)?.position;
  return { last, sent: sent.length, parked, failures, closed };
}

async function send(
  queue: OutboxQueue,
  rows: readonly OutboxRow[],
  topics: TopicTable,
): Promise<SendOutcomes> {
  if (rows.length === 0) return new Map();
  return await sendMessages(
    requireEnv(OUTBOX_QUEUES[queue]),
    rows.map(({ id, topic, payload, trace }) => ({
      id,
      body: JSON.stringify(payload),
      attributes: attributesOf(trace),
      delaySeconds: topics[topic]?.delaySeconds,
    })),
  );
}

/** Names of the attributes by which a consumer knows whose request a message is a part of. */
function attributesOf(trace: unknown): Record<string, string> | undefined {
  const { requestId, traceparent } = readTraceContext(trace) ?? {};
  return requestId && traceparent ? { requestId, traceparent } : undefined;
}

async function parkRow(client: ClientBase, row: OutboxRow, { code, detail }: Parked) {
  await park(client, row.id, code, detail);
  log.error('A message of the outbox was parked', {
    outboxId: row.id,
    topic: row.topic,
    reason: code,
  });
}
