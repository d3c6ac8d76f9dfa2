import type { Construct } from 'constructs';
import { WORKERS } from '#cdk/workers.ts';
import { ENV } from '#shared/env.ts';
import { WorkQueue } from './work-queue.ts';

/** The least that an event source takes. Two never write to the index of one household at once: a row is locked. */
const WRITERS = 2;

/** Documents to index: the outbox sends one for each that came, changed or was deleted. */
export function addIndexQueue(scope: Construct): WorkQueue {
  return new WorkQueue(scope, 'index-queue', {
    env: ENV.indexQueueUrl,
    consumerSeconds: WORKERS['workers/index-documents'].size.timeoutSeconds,
    maxConcurrency: WRITERS,
  });
}
