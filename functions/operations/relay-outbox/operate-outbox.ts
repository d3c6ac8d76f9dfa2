import {
  sendableQueues,
  TOPICS,
  type TopicTable,
  topicsTo,
} from '#shared/database/outbox-topics.ts';
import { MAX_BATCHES, measureParked, relay, throwFailures } from '#shared/database/relay-outbox.ts';
import { withWorker } from '#shared/database/with-household.ts';
import { log } from '#shared/telemetry/log.ts';
import {
  deleteOldSent,
  discardParked,
  listParked,
  parkUndeliverable,
  unpark,
} from './parked-store.ts';
import type { RelayRequest } from './request.ts';

/** Messages that one run parks, or takes back: as many as it can send. */
const MAX_MESSAGES = 1_000;

/**
 * Sends what waits in every household's outbox and parks what cannot be sent, or does with parked
 * messages what a person asks for (worker role). `parked` is always how many are parked afterwards.
 * @throws when messages could not be sent now, once the rest is done; the run is then tried again
 */
export async function operateOutbox(request: RelayRequest, topics: TopicTable = TOPICS) {
  if ('list' in request) {
    const messages = await withWorker(listParked);
    return { parked: await measureParked(withWorker), messages };
  }
  if ('discard' in request) {
    const discarded = await withWorker((client) => discardParked(client, request.discard));
    return { parked: await measureParked(withWorker), discarded };
  }
  if ('resend' in request) {
    const unparked = await withWorker((client) => unpark(client, request.resend, MAX_MESSAGES));
    return { unparked, ...(await runRelay(topics)) };
  }
  return await runRelay(topics);
}

async function runRelay(topics: TopicTable) {
  await parkUnknown(topics);
  const options = { maxBatches: MAX_BATCHES, topics, parkQueueRefusals: true };
  const result = await relay(withWorker, options);
  await withWorker(deleteOldSent);
  const parked = await measureParked(withWorker);
  throwFailures(result);
  return { sent: result.sent, parked, more: result.more };
}

/** Only here: this function may send to every queue, so what it cannot send cannot be sent at all. */
async function parkUnknown(topics: TopicTable): Promise<void> {
  const known = Object.keys(topics);
  const sendable = topicsTo(sendableQueues(topics), topics);
  const parked = await withWorker((client) =>
    parkUndeliverable(client, { known, sendable }, MAX_MESSAGES),
  );
  for (const { id, topic, reason } of parked) {
    log.error('A message of the outbox was parked', { outboxId: id, topic, reason });
  }
}
