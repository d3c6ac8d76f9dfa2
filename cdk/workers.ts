import type { Construct } from 'constructs';
import { ENV } from '#shared/env.ts';
import { FoodSaveFunction } from './compute/foodsave-function.ts';
import { SIZES } from './compute/sizes.ts';
import { WorkQueue } from './compute/work-queue.ts';
import type { Stage } from './stage.ts';
import type { Database } from './stores/database.ts';
import type { Uploads } from './stores/uploads.ts';
import type { BatchWorkflow } from './workflows/batch-workflow.ts';
import type { ReceiptWorkflow } from './workflows/receipt-workflow.ts';

/** Receipts to read: told by storage when a photograph arrives, and by the outbox for another try. */
export function receiptsQueue(scope: Construct): WorkQueue {
  return new WorkQueue(scope, 'receipts-queue', {
    env: ENV.receiptsQueueUrl,
    consumerSeconds: SIZES['workers/start-receipt'].timeoutSeconds,
  });
}

/** One consumer per queue. */
export function addWorkers(
  scope: Construct,
  stage: Stage,
  work: {
    readonly database: Database;
    readonly queue: WorkQueue;
    readonly uploads: Uploads;
    readonly receiptWorkflow: ReceiptWorkflow;
    readonly batchWorkflow: BatchWorkflow;
  },
): void {
  const startReceipt = new FoodSaveFunction(scope, 'workers/start-receipt', { stage });
  work.database.grantAccess(startReceipt, 'worker');
  // A file that came straight to storage is seen here first: the same bytes twice are one receipt.
  work.uploads.grantAccess(startReceipt, { uploads: ['read'] });
  work.receiptWorkflow.grantStart(startReceipt);
  work.batchWorkflow.grantStart(startReceipt);
  work.queue.feed(startReceipt, { maxConcurrency: stage.receiptConcurrency });
}
