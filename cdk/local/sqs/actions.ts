import { checkBatchSize, runBatch } from './batch.ts';
import { changeVisibility } from './change-visibility.ts';
import { md5, md5OfAttributes } from './digest.ts';
import { receiveWaiting } from './long-poll.ts';
import type { ReceivedMessage } from './message.ts';
import type { MessageStore } from './message-store.ts';
import { queueAttributes } from './queue-attributes.ts';
import { selectAttributes, systemAttributes } from './select-attributes.ts';
import { messageBytes, send } from './send.ts';
import * as shapes from './shapes.ts';

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
    store.queue(QueueUrl);
    checkBatchSize(Entries.map(messageBytes));
    return runBatch(Entries, (entry) => send(store, QueueUrl, entry));
  },
  async ReceiveMessage(input, { store, signal }) {
    const request = shapes.ReceiveMessage.parse(input);
    const messages = await receiveWaiting(store, request.QueueUrl, {
      max: request.MaxNumberOfMessages,
      waitSeconds: request.WaitTimeSeconds ?? store.queue(request.QueueUrl).receiveWaitSeconds,
      visibilitySeconds: request.VisibilityTimeout,
      signal,
    });
    if (messages.length === 0) return {};
    const system = [...request.AttributeNames, ...request.MessageSystemAttributeNames];
    return {
      Messages: messages.map((one) => messageOf(one, system, request.MessageAttributeNames)),
    };
  },
  DeleteMessage(input, { store }) {
    const { QueueUrl, ReceiptHandle } = shapes.DeleteMessage.parse(input);
    store.delete(QueueUrl, ReceiptHandle);
    return {};
  },
  DeleteMessageBatch(input, { store }) {
    const { QueueUrl, Entries } = shapes.DeleteMessageBatch.parse(input);
    store.queue(QueueUrl);
    return runBatch(Entries, ({ ReceiptHandle }) => {
      store.delete(QueueUrl, ReceiptHandle);
      return {};
    });
  },
  ChangeMessageVisibility(input, { store }) {
    const { QueueUrl, ...entry } = shapes.ChangeMessageVisibility.parse(input);
    return changeVisibility(store, QueueUrl, entry);
  },
  ChangeMessageVisibilityBatch(input, { store }) {
    const { QueueUrl, Entries } = shapes.ChangeMessageVisibilityBatch.parse(input);
    store.queue(QueueUrl);
    return runBatch(Entries, (entry) => changeVisibility(store, QueueUrl, entry));
  },
  PurgeQueue(input, { store }) {
    store.purge(shapes.PurgeQueue.parse(input).QueueUrl);
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
    const { QueueUrl, AttributeNames } = shapes.GetQueueAttributes.parse(input);
    return { Attributes: selectAttributes(queueAttributes(store, QueueUrl), AttributeNames) };
  },
};

function messageOf(
  message: ReceivedMessage,
  systemNames: readonly string[],
  names: readonly string[],
) {
  const attributes = selectAttributes(message.attributes, names);
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    Body: message.body,
    MD5OfBody: md5(message.body),
    Attributes: selectAttributes(systemAttributes(message), systemNames),
    MessageAttributes: attributes,
    MD5OfMessageAttributes: attributes && md5OfAttributes(attributes),
  };
}
