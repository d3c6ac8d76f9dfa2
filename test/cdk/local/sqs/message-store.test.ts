import { expect, test } from 'vitest';
import { MessageStore } from '#cdk/local/sqs/message-store.ts';
import { openState } from '#cdk/local/state/state.ts';
import { temporaryFolder, temporaryState } from '#test/cdk/local/support/state.ts';
import { queue } from './queue.ts';

const DAY = 86_400;
const dead = queue('dead', { retentionSeconds: 14 * DAY });
const work = queue('work', {
  redrive: { deadLetterArn: 'arn:aws:sqs:eu-central-1:000000000000:dead', maxReceiveCount: 2 },
});
const queues = [work, dead];
const start = Date.UTC(2026, 10, 24);
const at = (seconds: number) => start + seconds * 1000;

test('a received message is hidden for the visibility timeout and then comes again', () => {
  const store = new MessageStore(temporaryState(), queues);
  const id = store.send('work', { body: 'one' }, at(0));
  expect(store.receive('work', { max: 10 }, at(0)).map((m) => m.messageId)).toEqual([id]);
  expect(store.receive('work', { max: 10 }, at(29))).toEqual([]);
  const [again] = store.receive('work', { max: 10 }, at(30));
  expect(again).toMatchObject({ messageId: id, receiveCount: 2, firstReceivedAt: at(0) });
});

test('what was received maxReceiveCount times goes to the dead-letter queue, not to a receiver', () => {
  const store = new MessageStore(temporaryState(), queues);
  const id = store.send('work', { body: 'poison' }, at(0));
  store.receive('work', { max: 1 }, at(0));
  store.receive('work', { max: 1 }, at(30));
  expect(store.receive('work', { max: 1 }, at(60))).toEqual([]);
  expect(store.receive('dead', { max: 1 }, at(60))).toMatchObject([
    { messageId: id, body: 'poison' },
  ]);
});

test('a dead-letter queue that is not there is found out at the start', () => {
  expect(() => new MessageStore(temporaryState(), [work])).toThrow('does not exist: dead');
});

test('a handle that a later receive replaced deletes nothing', () => {
  const store = new MessageStore(temporaryState(), queues);
  store.send('work', { body: 'one' }, at(0));
  const [first] = store.receive('work', { max: 1 }, at(0));
  const [second] = store.receive('work', { max: 1 }, at(30));
  store.delete('work', first?.receiptHandle ?? '');
  expect(store.counts('work', at(31))).toEqual({ visible: 0, hidden: 1, delayed: 0 });
  store.delete('work', second?.receiptHandle ?? '');
  expect(store.counts('work', at(31))).toEqual({ visible: 0, hidden: 0, delayed: 0 });
});

test('a visibility of 0 gives the message back at once', () => {
  const store = new MessageStore(temporaryState(), queues);
  store.send('work', { body: 'one' }, at(0));
  const [message] = store.receive('work', { max: 1 }, at(0));
  expect(store.changeVisibility('work', message?.receiptHandle ?? '', 0, at(1))).toBe('changed');
  expect(store.receive('work', { max: 1 }, at(1))).toHaveLength(1);
});

test('a visibility may be changed while the message is hidden, and not any later', () => {
  const store = new MessageStore(temporaryState(), queues);
  store.send('work', { body: 'one' }, at(0));
  const [message] = store.receive('work', { max: 1 }, at(0));
  const handle = message?.receiptHandle ?? '';
  // In time: it is hidden from then on.
  expect(store.changeVisibility('work', handle, 60, at(29))).toBe('changed');
  expect(store.receive('work', { max: 1 }, at(88))).toEqual([]);
  // Too late: it is visible again, and stays so.
  expect(store.changeVisibility('work', handle, 60, at(89))).toBe('not-in-flight');
  expect(store.counts('work', at(89))).toEqual({ visible: 1, hidden: 0, delayed: 0 });
  const [again] = store.receive('work', { max: 1 }, at(89));
  expect(again).toMatchObject({ messageId: message?.messageId, receiveCount: 2 });
  // The handle of the earlier receive does not change the later one.
  expect(store.changeVisibility('work', handle, 0, at(90))).toBe('not-in-flight');
  expect(store.receive('work', { max: 1 }, at(90))).toEqual([]);
  expect(store.changeVisibility('work', again?.receiptHandle ?? '', 0, at(90))).toBe('changed');
});

test('what is deleted, delayed, unknown or of another queue has no visibility to change', () => {
  const store = new MessageStore(temporaryState(), queues);
  store.send('work', { body: 'one' }, at(0));
  const [message] = store.receive('work', { max: 1 }, at(0));
  const handle = message?.receiptHandle ?? '';
  for (const [queue, wrong] of [
    ['dead', handle],
    ['work', 'unknown'],
  ] as const) {
    expect(() => store.changeVisibility(queue, wrong, 0, at(1))).toThrow(
      expect.objectContaining({ code: 'ReceiptHandleIsInvalid' }),
    );
  }
  store.delete('work', handle);
  expect(store.changeVisibility('work', handle, 0, at(1))).toBe('gone');
  expect(store.counts('work', at(1))).toEqual({ visible: 0, hidden: 0, delayed: 0 });
});

test('a late receiver still deletes its message while no other has received it', () => {
  const store = new MessageStore(temporaryState(), queues);
  store.send('work', { body: 'one' }, at(0));
  const [message] = store.receive('work', { max: 1 }, at(0));
  store.delete('work', message?.receiptHandle ?? '');
  expect(store.receive('work', { max: 1 }, at(60))).toEqual([]);
});

test('a delayed message waits, and one past its retention is gone', () => {
  const store = new MessageStore(temporaryState(), queues);
  store.send('work', { body: 'later', delaySeconds: 60 }, at(0));
  expect(store.receive('work', { max: 1 }, at(59))).toEqual([]);
  expect(store.nextVisibleAt('work')).toBe(at(60));
  expect(store.receive('work', { max: 1 }, at(4 * DAY))).toEqual([]);
});

test('a message is kept to the last second of its retention, and in the dead letters by theirs', () => {
  const store = new MessageStore(temporaryState(), queues);
  store.send('work', { body: 'old' }, at(0));
  store.receive('work', { max: 1 }, at(0));
  expect(store.receive('work', { max: 1 }, at(4 * DAY - 1))).toHaveLength(1);
  expect(store.receive('work', { max: 1 }, at(4 * DAY))).toEqual([]);
  store.send('work', { body: 'poison' }, at(0));
  store.receive('work', { max: 1 }, at(0));
  store.receive('work', { max: 1 }, at(30));
  store.receive('work', { max: 1 }, at(60));
  expect(store.receive('dead', { max: 1 }, at(14 * DAY - 1))).toHaveLength(1);
  expect(store.receive('dead', { max: 1 }, at(14 * DAY))).toEqual([]);
});

test('messages survive their process; those its pollers held are free again, those of clients are not', () => {
  const folder = temporaryFolder();
  const state = openState(folder);
  const store = new MessageStore(state, queues);
  store.send('work', { body: 'held by a poller' }, at(0));
  store.receive('work', { max: 1, inProcess: true }, at(0));
  store.send('work', { body: 'held by a client' }, at(0));
  store.receive('work', { max: 1 }, at(0));
  state.close();

  const next = new MessageStore(temporaryState(folder), queues);
  expect(next.receive('work', { max: 10 }, at(1)).map(({ body }) => body)).toEqual([
    'held by a poller',
  ]);
});

test('a message sent in a transaction that fails was never sent', () => {
  const state = temporaryState();
  const store = new MessageStore(state, queues);
  expect(() =>
    state.transaction(() => {
      store.send('work', { body: 'one' }, at(0));
      throw new Error('no');
    }),
  ).toThrow();
  expect(store.receive('work', { max: 1 }, at(0))).toEqual([]);
});
