import { md5, md5OfAttributes } from './digest.ts';
import { receiveWaiting } from './long-poll.ts';
import type { MessageAttributes, ReceivedMessage } from './message.ts';
import type { MessageStore } from './message-store.ts';
import * as shapes from './shapes.ts';

/** Refusals that SQS names. */
export class SqsError extends Error {
  override readonly name = 'SqsError';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** 1 MiB, attributes included (SQS quota since 2025). */
const MAX_BYTES = 1_048_576;

export interface ActionContext {
  readonly store: MessageStore;
  /** `http://127.0.0.1:<port>/<account>/<queue>` */
  readonly urlOf: (queueName: string) => string;
  readonly signal: AbortSignal;
}

type Action = (input: unknown, context: ActionContext) => Promise<object> | object;

/** What the local SQS can do, by the action's name; any other action is refused with its name. */
export const actions: Readonly<Record<string, Action>> = {
  SendMessage(input, { store }) {
    const { QueueUrl, ...message } = shapes.SendMessage.parse(input);
    return send(store, QueueUrl, message);
  },
  SendMessageBatch(input, { store }) {
    const { QueueUrl, Entries } = shapes.SendMessageBatch.parse(input);
    return batch(Entries, (entry) => send(store, QueueUrl, entry));
  },
  async ReceiveMessage(input, { store, signal }) {
    const request = shapes.ReceiveMessage.parse(input);
    const messages = await receiveWaiting(store, request.QueueUrl, {
      max: request.MaxNumberOfMessages,
      waitSeconds: request.WaitTimeSeconds,
      visibilitySeconds: request.VisibilityTimeout,
      signal,
    });
    return messages.length === 0 ? {} : { Messages: messages.map(messageOf) };
  },
  DeleteMessage(input, { store }) {
    const { QueueUrl, ReceiptHandle } = shapes.DeleteMessage.parse(input);
    store.delete(QueueUrl, ReceiptHandle);
    return {};
  },
  DeleteMessageBatch(input, { store }) {
    const { QueueUrl, Entries } = shapes.DeleteMessageBatch.parse(input);
    return batch(Entries, (entry) => store.delete(QueueUrl, entry.ReceiptHandle) ?? {});
  },
  ChangeMessageVisibility(input, { store }) {
    const { QueueUrl, ...entry } = shapes.ChangeMessageVisibility.parse(input);
    return hide(store, QueueUrl, entry);
  },
  ChangeMessageVisibilityBatch(input, { store }) {
    const { QueueUrl, Entries } = shapes.ChangeMessageVisibilityBatch.parse(input);
    return batch(Entries, (entry) => hide(store, QueueUrl, entry));
  },
  PurgeQueue(input, { store }) {
    store.purge(shapes.OnQueue.parse(input).QueueUrl);
    return {};
  },
  GetQueueUrl(input, { store, urlOf }) {
    return { QueueUrl: urlOf(store.queue(shapes.GetQueueUrl.parse(input).QueueName).name) };
  },
  ListQueues(input, { store, urlOf }) {
    const prefix = shapes.ListQueues.parse(input).QueueNamePrefix ?? '';
    return {
      QueueUrls: store
        .names()
        .filter((name) => name.startsWith(prefix))
        .map(urlOf),
    };
  },
  GetQueueAttributes(input, { store }) {
    const { QueueUrl } = shapes.OnQueue.parse(input);
    const queue = store.queue(QueueUrl);
    const counts = store.counts(QueueUrl, Date.now());
    return {
      Attributes: {
        ApproximateNumberOfMessages: String(counts.visible),
        ApproximateNumberOfMessagesNotVisible: String(counts.hidden),
        ApproximateNumberOfMessagesDelayed: String(counts.delayed),
        VisibilityTimeout: String(queue.visibilitySeconds),
        MessageRetentionPeriod: String(queue.retentionSeconds),
        DelaySeconds: String(queue.delaySeconds),
        ...(queue.redrive && {
          RedrivePolicy: JSON.stringify({
            deadLetterTargetArn: queue.redrive.deadLetterArn,
            maxReceiveCount: queue.redrive.maxReceiveCount,
          }),
        }),
      },
    };
  },
};

interface Sent {
  readonly MessageBody: string;
  readonly DelaySeconds?: number | undefined;
  readonly MessageAttributes?: MessageAttributes | undefined;
}

function send(store: MessageStore, queueUrl: string, message: Sent) {
  const attributes = message.MessageAttributes ?? {};
  const bytes =
    Buffer.byteLength(message.MessageBody) + Buffer.byteLength(JSON.stringify(attributes));
  if (message.MessageBody === '') throw new SqsError('MissingParameter', 'The message is empty.');
  if (bytes > MAX_BYTES) throw new SqsError('InvalidParameterValue', 'The message is too long.');
  const body = message.MessageBody;
  const MessageId = store.send(
    queueUrl,
    { body, attributes, delaySeconds: message.DelaySeconds },
    Date.now(),
  );
  return {
    MessageId,
    MD5OfMessageBody: md5(body),
    MD5OfMessageAttributes: md5OfAttributes(attributes),
  };
}

function hide(
  store: MessageStore,
  url: string,
  entry: { ReceiptHandle: string; VisibilityTimeout: number },
) {
  const held = store.changeVisibility(
    url,
    entry.ReceiptHandle,
    entry.VisibilityTimeout,
    Date.now(),
  );
  if (!held) throw new SqsError('MessageNotInflight', 'The message is not in flight.');
  return {};
}

/** Each entry succeeds or fails alone. */
function batch<T extends { Id: string }>(entries: T[], one: (entry: T) => object) {
  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const entry of entries) {
    try {
      Successful.push({ Id: entry.Id, ...one(entry) });
    } catch (error) {
      if (!(error instanceof SqsError)) throw error;
      Failed.push({ Id: entry.Id, Code: error.code, Message: error.message, SenderFault: true });
    }
  }
  return { Successful, Failed };
}

function messageOf(message: ReceivedMessage) {
  const attributes = Object.keys(message.attributes).length > 0;
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    Body: message.body,
    MD5OfBody: md5(message.body),
    Attributes: systemAttributes(message),
    ...(attributes && {
      MessageAttributes: message.attributes,
      MD5OfMessageAttributes: md5OfAttributes(message.attributes),
    }),
  };
}

export function systemAttributes(message: ReceivedMessage) {
  return {
    SentTimestamp: String(message.sentAt),
    ApproximateReceiveCount: String(message.receiveCount),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
    SenderId: '000000000000',
  };
}
