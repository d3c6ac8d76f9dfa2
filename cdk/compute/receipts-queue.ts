import type { Construct } from 'constructs';
import type { Stage } from '#cdk/stage.ts';
import { WORKERS } from '#cdk/workers.ts';
import { ENV } from '#shared/env.ts';
import { WorkQueue } from './work-queue.ts';

/** Receipts to read: storage sends one for each new photograph, the outbox for each retry. */
export function addReceiptsQueue(scope: Construct, stage: Stage): WorkQueue {
  return new WorkQueue(scope, 'receipts-queue', {
    env: ENV.receiptsQueueUrl,
    consumerSeconds: WORKERS['workers/start-receipt'].size.timeoutSeconds,
    maxConcurrency: stage.receiptConcurrency,
  });
}
