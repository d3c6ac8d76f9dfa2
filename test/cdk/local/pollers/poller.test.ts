import { expect, onTestFinished, test, vi } from 'vitest';
import type { InvokeResult, Invoker } from '#cdk/local/functions/invoker.ts';
import { startPoller } from '#cdk/local/pollers/poller.ts';
import { MessageStore } from '#cdk/local/sqs/message-store.ts';
import { queue } from '#test/cdk/local/sqs/queue.ts';
import { temporaryState } from '#test/cdk/local/support/state.ts';

const queueArn = 'arn:aws:sqs:eu-central-1:000000000000:work';
const work = queue('work', { visibilitySeconds: 180 });
const config = {
  queueArn,
  functionName: 'consumer',
  batchSize: 10,
  windowSeconds: 0,
  reportBatchItemFailures: true,
  maximumConcurrency: 1,
};
interface Batch {
  readonly Records: readonly { messageId: string; body: string }[];
}

/** Sends bodies, lets the function answer one batch, and says how many messages remain. */
async function remainingAfter(
  answer: (batch: Batch) => InvokeResult,
  settings = config,
): Promise<number> {
  const store = new MessageStore(temporaryState(), [work]);
  for (const body of ['good', 'bad', 'good']) store.send('work', { body }, Date.now());
  const answered = Promise.withResolvers<void>();
  const invoker: Invoker = {
    async invoke(name, event) {
      expect(name).toBe('consumer');
      answered.resolve();
      return answer(event as Batch);
    },
  };
  const poller = startPoller(settings, store, invoker);
  await answered.promise;
  await poller.close();
  const { visible, hidden } = store.counts('work', Date.now());
  return visible + hidden;
}

const failedBad = ({ Records }: Batch): InvokeResult => ({
  ok: true,
  payload: {
    batchItemFailures: Records.filter(({ body }) => body === 'bad').map(({ messageId }) => ({
      itemIdentifier: messageId,
    })),
  },
});

test('only the messages reported as failed stay in the queue', async () => {
  expect(await remainingAfter(failedBad)).toBe(1);
});

test('without ReportBatchItemFailures a partial failure reads as success', async () => {
  expect(await remainingAfter(failedBad, { ...config, reportBatchItemFailures: false })).toBe(0);
});

test('an error of the function keeps the whole batch', async () => {
  const error = { errorType: 'Error', errorMessage: 'no' };
  expect(await remainingAfter(() => ({ ok: false, reason: 'error', error }))).toBe(3);
});

test.each([
  ['a name that was not in the batch', { batchItemFailures: [{ itemIdentifier: 'other' }] }],
  ['an empty name', { batchItemFailures: [{ itemIdentifier: '' }] }],
  ['another shape', { batchItemFailures: 'all' }],
])('a report with %s counts as a failure of all', async (_what, payload) => {
  expect(await remainingAfter(() => ({ ok: true, payload }))).toBe(3);
});

test('nothing is begun while the disk is full, and a state that cannot be written ends no poller', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => said.mockRestore());
  const store = new MessageStore(temporaryState(), [work]);
  store.send('work', { body: 'good' }, Date.now());
  const receive = vi.spyOn(store, 'receive');
  receive.mockImplementationOnce(() => {
    throw new Error('database or disk is full');
  });
  const looks = [true, false, false];
  const answered = Promise.withResolvers<void>();
  const invoker: Invoker = {
    async invoke() {
      answered.resolve();
      return { ok: true, payload: { batchItemFailures: [] } };
    },
  };
  const poller = startPoller(config, store, invoker, { isFull: () => looks.shift() ?? false });
  await answered.promise;
  await poller.close();
  expect(looks).toEqual([]);
  expect(said).toHaveBeenCalledOnce();
  expect(store.counts('work', Date.now())).toMatchObject({ visible: 0, hidden: 0 });
});
