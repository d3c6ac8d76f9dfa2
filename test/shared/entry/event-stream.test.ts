import { text } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';
import { streamEvents } from '#shared/entry/event-stream.ts';

const failed = () => ({ event: 'error', data: { code: 'internal' } });

test('writes each event in the form browsers read', async () => {
  async function* source() {
    yield { event: 'progress', data: { step: 1 }, id: '1' };
    yield { event: 'done', data: 'two\nlines' };
  }
  expect(await text(streamEvents(source(), failed))).toBe(
    'id: 1\nevent: progress\ndata: {"step":1}\n\nevent: done\ndata: "two\\nlines"\n\n',
  );
});

test('a source that fails ends the stream with an error event', async () => {
  async function* source() {
    yield { event: 'progress', data: 1 };
    throw new Error('gone');
  }
  expect(await text(streamEvents(source(), failed))).toMatch(
    /event: error\ndata: .*internal.*\n\n$/,
  );
});

test('a client that goes away ends the source', async () => {
  const ended = Promise.withResolvers<string>();
  async function* source() {
    try {
      for (let step = 0; ; step += 1) yield { event: 'progress', data: step };
    } finally {
      ended.resolve('ended');
    }
  }
  const stream = streamEvents(source(), failed);
  stream.once('data', () => stream.destroy());
  expect(await ended.promise).toBe('ended');
});

test('says that it is alive while nothing happens', async () => {
  vi.useFakeTimers();
  const next = Promise.withResolvers<void>();
  async function* source() {
    await next.promise;
    yield { event: 'done', data: null };
  }
  const stream = streamEvents(source(), failed);
  const all = text(stream);
  await vi.advanceTimersByTimeAsync(31_000);
  next.resolve();
  vi.useRealTimers();
  expect(await all).toBe(': still here\n\n: still here\n\nevent: done\ndata: null\n\n');
});
