import { ENV, type EnvName } from '#shared/env.ts';

/** The payload of each topic. Consumers validate it with their own schema. */
export interface Topics {
  readonly 'receipt.requested': {
    readonly uploadId: string;
    readonly householdId: string;
    readonly attempt: number;
  };
  /** Uploads that should have ended by the time this arrives. */
  readonly 'uploads.look': { readonly look: readonly string[]; readonly householdId: string };
  /** An upload is past reading, or will never be read: another may have its place. */
  readonly 'reading.ended': { readonly readingEnded: string; readonly householdId: string };
  /** A batch has waited long enough for its files. */
  readonly 'batch.due': { readonly batchId: string; readonly householdId: string };
  /** The passages of a document are in `document_chunks`, for the first time or anew. */
  readonly 'document.indexed': { readonly documentId: string; readonly householdId: string };
  readonly 'document.deleted': { readonly documentId: string; readonly householdId: string };
  /** The search index was written to: later, what many writes left is merged. */
  readonly 'index.optimize': { readonly optimize: true; readonly householdId: string };
  /** The search index is lost, or somebody asked for another. */
  readonly 'index.rebuild': { readonly rebuild: true; readonly householdId: string };
  /** A plan of meals is to be made. */
  readonly 'meal-plan.requested': { readonly planId: string; readonly householdId: string };
  /** One more chat request of a priority may be answered; `later`: after one that failed a moment ago. */
  readonly 'chat.interactive': ChatTicket;
  readonly 'chat.background': ChatTicket;
  readonly 'chat.interactive.later': ChatTicket;
  readonly 'chat.background.later': ChatTicket;
  /** Somebody is to be told of something: now, or after an attempt that failed. */
  readonly 'delivery.due': DueDelivery;
  readonly 'delivery.due.soon': DueDelivery;
  readonly 'delivery.due.later': DueDelivery;
  /** The cooldown of an alarm is over: is what was told last still so? */
  readonly 'alarm.settled': { readonly settledAlarm: string; readonly householdId: null };
}

interface DueDelivery {
  readonly deliveryId: string;
  /** Null: of the installation. */
  readonly householdId: string | null;
}

interface ChatTicket {
  readonly priority: 'interactive' | 'background';
  readonly householdId: string;
}

export type Topic = keyof Topics;

/** The queues that topics go to, each with the environment name of its URL. */
export const OUTBOX_QUEUES = {
  receipts: ENV.receiptsQueueUrl,
  index: ENV.indexQueueUrl,
  chat: ENV.chatQueueUrl,
  chatBackground: ENV.chatBackgroundQueueUrl,
  notifications: ENV.notificationsQueueUrl,
} as const satisfies Record<string, EnvName>;

export type OutboxQueue = keyof typeof OUTBOX_QUEUES;

export interface Destination {
  readonly queue: OutboxQueue;
  /** How long the queue hides it; SQS takes up to 900. */
  readonly delaySeconds?: number;
  /** Functions that enqueue the topic and relay it after their commit, by folder below `functions/`. */
  readonly senders: readonly string[];
}

/** Destinations by topic. A running release may meet topics in the outbox that its table lacks. */
export type TopicTable = Readonly<Record<string, Destination>>;

const CHAT_SENDERS = ['api/chat', 'workers/answer-message'];

/**
 * Where each topic goes and who may send it. The relay reads it at run time; `cdk/outbox.ts` derives
 * permissions and environment from it, so a new topic is an entry here and a consumer.
 */
export const TOPICS: Readonly<Record<Topic, Destination>> = {
  'receipt.requested': {
    queue: 'receipts',
    senders: ['api/upload', ...CHAT_SENDERS, 'workers/start-receipt', 'operations/sweep-uploads'],
  },
  // Most uploads have ended long before; the next scheduled sweep may be hours away.
  'uploads.look': {
    queue: 'receipts',
    delaySeconds: 900,
    senders: ['api/upload', ...CHAT_SENDERS, 'workers/start-receipt', 'operations/sweep-uploads'],
  },
  'reading.ended': {
    queue: 'receipts',
    senders: [
      'steps/parse-receipt',
      'steps/fail-upload',
      'steps/chunk-document',
      'workers/start-receipt',
      'operations/sweep-uploads',
      'api/documents',
    ],
  },
  // Time for fifty photographs over a slow connection; what has arrived by then is read without the rest.
  'batch.due': { queue: 'receipts', delaySeconds: 120, senders: ['api/upload'] },
  'document.indexed': {
    queue: 'index',
    senders: ['steps/chunk-document', 'workers/index-documents', 'api/recipes'],
  },
  'document.deleted': { queue: 'index', senders: ['api/documents', 'api/recipes'] },
  // Many small writes come together; a quarter of an hour later they have ended.
  'index.optimize': { queue: 'index', delaySeconds: 900, senders: ['workers/index-documents'] },
  'index.rebuild': { queue: 'index', senders: ['api/knowledge', 'agents/rag'] },
  // A request with an Idempotency-Key sends it a moment before its commit.
  'meal-plan.requested': { queue: 'receipts', delaySeconds: 2, senders: ['api/meal-plans'] },
  'chat.interactive': { queue: 'chat', senders: CHAT_SENDERS },
  'chat.background': { queue: 'chatBackground', senders: CHAT_SENDERS },
  'chat.interactive.later': { queue: 'chat', delaySeconds: 15, senders: CHAT_SENDERS },
  'chat.background.later': { queue: 'chatBackground', delaySeconds: 60, senders: CHAT_SENDERS },
  // Sent where something happens that somebody may want to be told of.
  'delivery.due': {
    queue: 'notifications',
    senders: [
      ...CHAT_SENDERS,
      'api/meal-plans',
      'steps/save-receipt',
      'steps/plan-meals',
      'operations/receive-alarms',
      'operations/remind-expiring',
      'workers/send-notifications',
    ],
  },
  'delivery.due.soon': {
    queue: 'notifications',
    delaySeconds: 60,
    senders: ['workers/send-notifications', 'api/alerts'],
  },
  'delivery.due.later': {
    queue: 'notifications',
    delaySeconds: 900,
    senders: ['workers/send-notifications'],
  },
  'alarm.settled': {
    queue: 'notifications',
    delaySeconds: 300,
    senders: ['operations/receive-alarms', 'workers/send-notifications'],
  },
};

/** Sends what other functions left behind, of every topic. */
export const OUTBOX_RELAY = 'operations/relay-outbox';

/** The queues that a function (folder below `functions/`) may send to. */
export function queuesOfSender(path: string): ReadonlySet<OutboxQueue> {
  const sent = Object.values(TOPICS).filter(
    ({ senders }) => path === OUTBOX_RELAY || senders.includes(path),
  );
  return new Set(sent.map(({ queue }) => queue));
}

/** The queues that the running function may send to: the template gave it their URLs. */
export function sendableQueues(topics: TopicTable): Set<OutboxQueue> {
  const queues = Object.values(topics).map(({ queue }) => queue);
  return new Set(queues.filter((queue) => process.env[OUTBOX_QUEUES[queue]]));
}

/** The topics of a table that go to one of these queues. */
export function topicsTo(queues: ReadonlySet<OutboxQueue>, topics: TopicTable): string[] {
  return Object.entries(topics).flatMap(([topic, { queue }]) => (queues.has(queue) ? [topic] : []));
}
