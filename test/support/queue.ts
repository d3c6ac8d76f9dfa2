import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { startSqs } from '#cdk/local/sqs/server.ts';
import { openState, type State } from '#cdk/local/state/state.ts';
import { ENV } from '#shared/env.ts';

export interface SentMessage {
  readonly payload: unknown;
  readonly delaySeconds: number;
}

export interface TestQueue {
  /** What lies in the receipts queue, hidden messages too, in the order in which it was sent. */
  messages(): SentMessage[];
  clear(): void;
}

/**
 * A real SQS of the local target with the receipts queue, for the tests of one file; the environment
 * points the product's own client to it. Call it after `testDatabase()`, whose environment it shares.
 */
export function testQueue(): TestQueue {
  const folder = mkdtempSync(join(tmpdir(), 'foodsave-queue-'));
  let state: State;
  let sqs: Awaited<ReturnType<typeof startSqs>>;
  beforeAll(async () => {
    state = openState(folder);
    const queue = { name: 'receipts', visibilitySeconds: 180, retentionSeconds: 345_600 };
    sqs = await startSqs({
      state,
      port: 0,
      account: '000000000000',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      queues: [
        {
          ...queue,
          delaySeconds: 0,
          receiveWaitSeconds: 0,
          maxMessageBytes: 1_048_576,
          redrive: undefined,
        },
      ],
    });
    Object.assign(process.env, {
      [ENV.sqsEndpoint]: sqs.url,
      [ENV.receiptsQueueUrl]: `${sqs.url}/000000000000/receipts`,
      [ENV.region]: 'eu-central-1',
      [ENV.accessKeyId]: 'test',
      [ENV.secretAccessKey]: 'test',
    });
  });
  afterAll(async () => {
    await sqs.close();
    state.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    messages: () =>
      state.database
        .prepare('SELECT body, visible_at - sent_at AS delay FROM message ORDER BY sent_at, rowid')
        .all()
        .map(({ body, delay }) => ({
          payload: JSON.parse(String(body)),
          delaySeconds: Number(delay) / 1000,
        })),
    clear: () => state.database.exec('DELETE FROM message'),
  };
}
