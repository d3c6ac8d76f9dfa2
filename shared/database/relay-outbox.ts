import type { PoolClient } from 'pg';
import { awsJson } from '#shared/clients/aws-json.ts';
import { ENV, requireEnv } from '#shared/env.ts';
import { log } from '#shared/telemetry/log.ts';
import type { Topic } from './outbox.ts';
import { withHousehold, withWorker } from './with-household.ts';

interface Row {
  readonly id: string;
  readonly topic: string;
  readonly payload: unknown;
}

type Transaction = (work: (client: PoolClient) => Promise<number>) => Promise<number>;

interface Destination {
  readonly queueUrl: () => string;
  /** How long the queue keeps it to itself; SQS knows up to 15 minutes. */
  readonly delaySeconds?: number;
}

const receiptsQueue = () => requireEnv(ENV.receiptsQueueUrl);

/** Where messages of a topic go. */
const DESTINATIONS: Readonly<Record<Topic, Destination>> = {
  'receipt.requested': { queueUrl: receiptsQueue },
  // Most have ended long before; the schedule that finds the others may be hours away.
  'uploads.look': { queueUrl: receiptsQueue, delaySeconds: 900 },
  // Fifty photographs over a slow line; those that have come by then shall not wait for the rest.
  'batch.due': { queueUrl: receiptsQueue, delaySeconds: 120 },
};

/** What SQS takes in one call. */
const BATCH = 10;

/** How long it can be seen what was sent. */
const KEEP = '7 days';

/** Sends what waits in everybody's outbox (worker role). @returns how many were sent */
export async function relayOutbox(): Promise<number> {
  const sent = await relay(withWorker);
  await withWorker((client) =>
    client.query(`delete from outbox where sent_at < now() - interval '${KEEP}'`),
  );
  return sent;
}

/**
 * Sends what waits in one household's outbox, right after the commit that put it there (app role).
 * A failure is only logged: the schedule brings up everything that is left.
 */
export async function relayHousehold(context: { readonly householdId: string }): Promise<void> {
  try {
    await relay((work) => withHousehold(context, work));
  } catch (error) {
    log.warn('The outbox could not be relayed now; the schedule will', { error });
  }
}

async function relay(transaction: Transaction): Promise<number> {
  let sent = 0;
  for (;;) {
    const count = await transaction(sendBatch);
    sent += count;
    if (count < BATCH) return sent;
  }
}

/**
 * Rows stay locked while they are sent, so that two relays never send the same one at once. A crash
 * between sending and the commit sends again: delivery is at least once.
 */
async function sendBatch(client: PoolClient): Promise<number> {
  const { rows } = await client.query<Row>(
    `select id, topic, payload from outbox where sent_at is null
     order by created_at limit ${BATCH} for update skip locked`,
  );
  for (const { topic, payload } of rows) {
    if (!isTopic(topic)) throw new Error(`No queue is known for the topic ${topic}`);
    const { queueUrl, delaySeconds } = DESTINATIONS[topic];
    await awsJson('sqs', 'AmazonSQS.SendMessage', {
      QueueUrl: queueUrl(),
      MessageBody: JSON.stringify(payload),
      ...(delaySeconds !== undefined && { DelaySeconds: delaySeconds }),
    });
  }
  if (rows.length > 0) {
    const ids = rows.map(({ id }) => id);
    await client.query('update outbox set sent_at = now() where id = any($1)', [ids]);
  }
  return rows.length;
}

function isTopic(topic: string): topic is Topic {
  return Object.hasOwn(DESTINATIONS, topic);
}
