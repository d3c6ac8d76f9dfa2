import type { Construct } from 'constructs';
import type { Stage } from '#cdk/stage.ts';
import { WORKERS } from '#cdk/workers.ts';
import { ENV } from '#shared/env.ts';
import { WorkQueue } from './work-queue.ts';

export interface ChatQueues {
  /** Somebody waits for these answers, */
  readonly chatQueue: WorkQueue;
  /** and for these nobody does: only so many are answered at once as leave room for the others. */
  readonly chatBackgroundQueue: WorkQueue;
}

/** Tickets for chat requests that wait in Postgres, a queue for each priority. */
export function addChatQueues(scope: Construct, stage: Stage): ChatQueues {
  const consumerSeconds = WORKERS['workers/answer-message'].size.timeoutSeconds;
  return {
    chatQueue: new WorkQueue(scope, 'chat-queue', {
      env: ENV.chatQueueUrl,
      consumerSeconds,
      maxConcurrency: stage.chatConcurrency,
      batchSize: 1,
    }),
    chatBackgroundQueue: new WorkQueue(scope, 'chat-background-queue', {
      env: ENV.chatBackgroundQueueUrl,
      consumerSeconds,
      maxConcurrency: 2,
      batchSize: 1,
    }),
  };
}
