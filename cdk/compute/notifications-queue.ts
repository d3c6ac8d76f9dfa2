import type { Construct } from 'constructs';
import { WORKERS } from '#cdk/workers.ts';
import { ENV } from '#shared/env.ts';
import { WorkQueue } from './work-queue.ts';

/** What somebody is to be told. One that a server takes its time with holds up no more than one other. */
export function addNotificationsQueue(scope: Construct): WorkQueue {
  return new WorkQueue(scope, 'notifications-queue', {
    env: ENV.notificationsQueueUrl,
    consumerSeconds: WORKERS['workers/send-notifications'].size.timeoutSeconds,
    maxConcurrency: 2,
    batchSize: 1,
  });
}
