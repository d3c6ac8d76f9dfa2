import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { streamEvents } from '#shared/entry/event-stream.ts';
import type { ServerEvent } from '#shared/entry/reply.ts';

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

describe('the heartbeat', () => {
  /** A stream whose events the test sends, with what has come out of it so far. */
  async function open() {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const waiting: ((result: IteratorResult<ServerEvent>) => void)[] = [];
    const source: AsyncIterableIterator<ServerEvent> = {
      next: () => new Promise((resolve) => waiting.push(resolve)),
      [Symbol.asyncIterator]: () => source,
    };
    const stream = streamEvents(source, failed);
    const out: string[] = [];
    stream.on('data', (bytes) => out.push(String(bytes)));
    // The reader asks for the first event.
    await vi.advanceTimersByTimeAsync(0);
    const send = async (value: ServerEvent) => {
      waiting.shift()?.({ done: false, value });
      await vi.advanceTimersByTimeAsync(0);
    };
    const end = async () => {
      waiting.shift()?.({ done: true, value: undefined });
      await vi.advanceTimersByTimeAsync(0);
    };
    return { out, send, end, stream };
  }
  const EVENT = { event: 'progress', data: 1 };
  const SENT = 'event: progress\ndata: 1\n\n';
  const ALIVE = ': still here\n\n';

  test('is sent 15 s after the last event, not 15 s after the heartbeat before', async () => {
    const { out, send } = await open();
    await vi.advanceTimersByTimeAsync(10_000);
    await send(EVENT);
    await vi.advanceTimersByTimeAsync(14_999);
    expect(out).toEqual([SENT]);
    await vi.advanceTimersByTimeAsync(1);
    expect(out).toEqual([SENT, ALIVE]);
    await vi.advanceTimersByTimeAsync(14_999);
    expect(out).toEqual([SENT, ALIVE]);
    await vi.advanceTimersByTimeAsync(1);
    expect(out).toEqual([SENT, ALIVE, ALIVE]);
  });

  test('is not sent while events come often enough', async () => {
    const { out, send } = await open();
    for (let step = 0; step < 10; step += 1) {
      await vi.advanceTimersByTimeAsync(14_000);
      await send(EVENT);
    }
    expect(out).toEqual(Array(10).fill(SENT));
  });

  test('is not sent after the end, or when the client has gone', async () => {
    const ended = await open();
    await ended.end();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ended.out).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);

    const left = await open();
    left.stream.destroy();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(left.out).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
