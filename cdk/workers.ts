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
      documentWorkflow: 'start',
      receiptsQueue: ['consume'],
    },
    environment: ({ receiptConcurrency }) => ({ [ENV.readingPlaces]: `${receiptConcurrency}` }),
  },
} as const satisfies FunctionTable<'workers'>;
