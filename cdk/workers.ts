import { ENV } from '#shared/env.ts';
import { CHAT_AGENTS } from './agents.ts';
import type { FunctionTable } from './compute/function-entry.ts';

/** One consumer per queue. */
export const WORKERS = {
  'workers/start-receipt': {
    size: { memoryMb: 512, timeoutSeconds: 30 },
    access: {
      database: 'worker',
      // Hashes a file that was put straight into storage, to recognise a duplicate.
      uploads: { uploads: ['read'] },
      receiptWorkflow: 'start',
      documentWorkflow: 'start',
      planWorkflow: 'start',
      receiptsQueue: ['consume'],
    },
    environment: ({ receiptConcurrency }) => ({ [ENV.readingPlaces]: `${receiptConcurrency}` }),
  },
  'workers/index-documents': {
    // Embeds some forty passages for a message, a tenth of a second each of a whole processor.
    size: { memoryMb: 1769, timeoutSeconds: 120 },
    layers: ['lancedb'],
    access: { database: 'app', index: 'read-write', indexQueue: ['consume'] },
  },
  'workers/send-notifications': {
    // Waits up to ten seconds for a server outside of AWS.
    size: { memoryMb: 256, timeoutSeconds: 60 },
    access: { database: 'worker', webhookKey: 'read', notificationsQueue: ['consume'] },
    environment: ({ webhookHosts }) => ({ [ENV.webhookHosts]: webhookHosts }),
  },
  'workers/answer-message': {
    // The orchestration of the chat, for messages that nobody waits for; it acts for one household.
    size: { memoryMb: 1024, timeoutSeconds: 60 },
    layers: ['imaging'],
    access: {
      database: 'app',
      cache: 'read-write',
      agents: CHAT_AGENTS,
      chatQueue: ['consume'],
      chatBackgroundQueue: ['consume'],
    },
  },
} as const satisfies FunctionTable<'workers'>;
