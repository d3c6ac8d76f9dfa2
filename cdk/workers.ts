import { ENV } from '#shared/env.ts';
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
} as const satisfies FunctionTable<'workers'>;
