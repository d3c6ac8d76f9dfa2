import { pause } from './aws-json.ts';
import {
  messageBytes,
  type OutgoingMessage,
  type SendOutcome,
  type SendOutcomes,
  sendMessageBatch,
} from './sqs-batch.ts';

/** For one message, and for all messages of a request together. */
const MAX_BYTES = 1_048_576;
const MAX_ENTRIES = 10;

const MAX_ATTEMPTS = 3;

/**
 * Sends messages to one queue, in as few requests as its limits allow. Each message has its own
 * outcome, and one that cannot be sent does not block others. A message may arrive twice.
 */
export async function sendMessages(
  queueUrl: string,
  messages: readonly OutgoingMessage[],
): Promise<SendOutcomes> {
  const outcomes: SendOutcomes = new Map();
  const fitting = messages.filter((message) => {
    const { id } = message;
    const bytes = messageBytes(message);
    if (bytes <= MAX_BYTES) return true;
    const detail = `${bytes} bytes; SQS takes ${MAX_BYTES}`;
    outcomes.set(id, { kind: 'refused', code: 'too-large', detail });
    return false;
  });
  const sent = await sendSequentially(requestsOf(fitting), (batch) =>
    sendWithRetry(queueUrl, batch),
  );
  return new Map([...outcomes, ...sent]);
}

/** Messages in their order, cut where a request is full. */
function requestsOf(messages: readonly OutgoingMessage[]): OutgoingMessage[][] {
  const requests: OutgoingMessage[][] = [];
  let bytes = 0;
  for (const message of messages) {
    const size = messageBytes(message);
    const current = requests.at(-1);
    if (current !== undefined && current.length < MAX_ENTRIES && bytes + size <= MAX_BYTES) {
      current.push(message);
      bytes += size;
    } else {
      requests.push([message]);
      bytes = size;
    }
  }
  return requests;
}

/** One request, repeated with those of its messages that may succeed on a retry. */
async function sendWithRetry(
  queueUrl: string,
  batch: readonly OutgoingMessage[],
): Promise<SendOutcomes> {
  const outcomes: SendOutcomes = new Map();
  let left = batch;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    if (attempt > 1) await pause(50 * 2 ** attempt * Math.random());
    for (const [id, outcome] of await sendOnce(queueUrl, left)) outcomes.set(id, outcome);
    left = left.filter(({ id }) => isRetryable(outcomes.get(id)));
    if (left.length === 0) break;
  }
  return outcomes;
}

function isRetryable(outcome: SendOutcome | undefined): boolean {
  return outcome?.kind === 'failed' || outcome?.kind === 'unreachable';
}

/** When a request is refused as a whole, each message is sent alone to find the one at fault. */
async function sendOnce(
  queueUrl: string,
  batch: readonly OutgoingMessage[],
): Promise<SendOutcomes> {
  const outcomes = await sendMessageBatch(queueUrl, batch);
  const refused = [...outcomes.values()].every(({ kind }) => kind === 'refused');
  if (!refused || batch.length === 1) return outcomes;
  const alone = batch.map((message) => [message]);
  return await sendSequentially(alone, (one) => sendMessageBatch(queueUrl, one));
}

/** Once SQS cannot be reached or refuses the queue, the remaining batches are not tried. */
async function sendSequentially(
  batches: readonly (readonly OutgoingMessage[])[],
  send: (batch: readonly OutgoingMessage[]) => Promise<SendOutcomes>,
): Promise<SendOutcomes> {
  const outcomes: SendOutcomes = new Map();
  let stopped: SendOutcome | undefined;
  for (const batch of batches) {
    const answers = stopped === undefined ? await send(batch) : undefined;
    for (const { id } of batch) {
      const outcome = answers?.get(id) ?? stopped;
      if (outcome === undefined) throw new Error(`No outcome of message ${id}`);
      outcomes.set(id, outcome);
      if (outcome.kind === 'unreachable' || outcome.kind === 'queue-refused') stopped ??= outcome;
    }
  }
  return outcomes;
}
