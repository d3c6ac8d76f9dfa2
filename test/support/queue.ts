import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { startSqs } from '#cdk/local/sqs/server.ts';
import { openState, type State } from '#cdk/local/state/state.ts';
import { ENV } from '#shared/env.ts';

/** Queues by the variable that holds their URL. */
type Queues = Readonly<Record<string, string>>;
const RECEIPTS: Queues = { [ENV.receiptsQueueUrl]: 'receipts' };
export const CHAT_QUEUES: Queues = {
  [ENV.chatQueueUrl]: 'chat',
  [ENV.chatBackgroundQueueUrl]: 'chat-background',
};

export interface SentMessage {
  readonly payload: unknown;
  readonly delaySeconds: number;
}

export interface TestQueue {
  /** What lies in the queues, hidden messages too, in the order in which it was sent. */
  messages(): SentMessage[];
  clear(): void;
}

/**
 * A real SQS of the local target with queues of the product, for the tests of one file; the environment
 * points the product's own client to it. Call it after `testDatabase()`, whose environment it shares.
 */
export function testQueue(queues: Queues = RECEIPTS): TestQueue {
  const folder = mkdtempSync(join(tmpdir(), 'foodsave-queue-'));
  let state: State;
  let sqs: Awaited<ReturnType<typeof startSqs>>;
  beforeAll(async () => {
    state = openState(folder);
    const queue = { visibilitySeconds: 180, retentionSeconds: 345_600 };
    sqs = await startSqs({
      state,
      port: 0,
      account: '000000000000',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      queues: Object.values(queues).map((name) => ({
        ...queue,
        name,
        delaySeconds: 0,
        receiveWaitSeconds: 0,
        maxMessageBytes: 1_048_576,
        redrive: undefined,
      })),
    });
    Object.assign(process.env, {
      [ENV.sqsEndpoint]: sqs.url,
      ...Object.fromEntries(
        Object.entries(queues).map(([env, name]) => [env, `${sqs.url}/000000000000/${name}`]),
      ),
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
