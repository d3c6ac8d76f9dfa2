import { SQSClient } from '@aws-sdk/client-sqs';
import { onTestFinished } from 'vitest';
import type { QueueConfig } from '#cdk/local/sqs/queue-config.ts';
import { startSqs } from '#cdk/local/sqs/server.ts';
import { client, credentials, temporaryState } from '#test/cdk/local/support/state.ts';

/** A queue with AWS's defaults. */
export function queue(name: string, more: Partial<QueueConfig> = {}): QueueConfig {
  return {
    name,
    visibilitySeconds: 30,
    retentionSeconds: 345_600,
    delaySeconds: 0,
    receiveWaitSeconds: 0,
    maxMessageBytes: 1_048_576,
    redrive: undefined,
    ...more,
  };
}

/** A local SQS with the queue `work`, and the SDK's client of it. */
export async function startQueue(more: Partial<QueueConfig> = {}) {
  const options = { state: temporaryState(), port: 0, account: '000000000000', credentials };
  const sqs = await startSqs({ ...options, queues: [queue('work', more), queue('other')] });
  onTestFinished(() => sqs.close());
  const sdk = new SQSClient({ ...client, endpoint: sqs.url });
  const QueueUrl = `${sqs.url}/000000000000/work`;
  return { sqs, sdk, QueueUrl };
}
