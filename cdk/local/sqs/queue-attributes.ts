import type { MessageStore } from './message-store.ts';

/** How a queue is configured and how full it is. */
export function queueAttributes(store: MessageStore, queueUrl: string): Record<string, string> {
  const queue = store.queue(queueUrl);
  const counts = store.counts(queueUrl, Date.now());
  return {
    ApproximateNumberOfMessages: String(counts.visible),
    ApproximateNumberOfMessagesNotVisible: String(counts.hidden),
    ApproximateNumberOfMessagesDelayed: String(counts.delayed),
    VisibilityTimeout: String(queue.visibilitySeconds),
    MessageRetentionPeriod: String(queue.retentionSeconds),
    DelaySeconds: String(queue.delaySeconds),
    ReceiveMessageWaitTimeSeconds: String(queue.receiveWaitSeconds),
    MaximumMessageSize: String(queue.maxMessageBytes),
    ...(queue.redrive && {
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: queue.redrive.deadLetterArn,
        maxReceiveCount: queue.redrive.maxReceiveCount,
      }),
    }),
  };
}
