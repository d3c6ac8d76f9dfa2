import { expect, test } from 'vitest';
import { Door } from '#cdk/local/api/door.ts';

const never = new AbortController().signal;

/** Work that ends when it is told to. */
function held() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { work: () => promise, end: resolve };
}

test('a few of each function are inside at once, the others come in their order', async () => {
  const door = new Door(500, 3);
  const begun: number[] = [];
  const holds = Array.from({ length: 9 }, held);
  const all = holds.map(({ work }, index) =>
    door.through(
      'pantry',
      async () => {
        begun.push(index);
        await work();
        return index;
      },
      never,
    ),
  );
  await new Promise(setImmediate);
  expect(begun).toEqual([0, 1, 2]);
  expect(await door.through('recipes', async () => 'at once', never)).toBe('at once');
  holds[2]?.end();
  await all[2];
  await new Promise(setImmediate);
  expect(begun).toEqual([0, 1, 2, 3]);
  for (const { end } of holds) end();
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test('work that fails makes room as work that succeeds', async () => {
  const door = new Door(500, 3);
  const failing = () => Promise.reject(new Error('failed'));
  for (let time = 0; time < 10; time += 1) {
    await expect(door.through('pantry', failing, never)).rejects.toThrow('failed');
  }
});

test('who comes when too many wait is not let in, and who gives up leaves the queue', async () => {
  const door = new Door(2, 3);
  const inside = Array.from({ length: 3 }, held);
  const running = inside.map(({ work }) => door.through('pantry', work, never));
  const impatient = new AbortController();
  const first = door.through('pantry', async () => 'first', impatient.signal);
  const second = door.through('pantry', async () => 'second', never);
  expect(await door.through('pantry', async () => 'third', never)).toBeUndefined();
  impatient.abort();
  expect(await first).toBeUndefined();
  const fourth = door.through('pantry', async () => 'fourth', never);
  for (const { end } of inside) end();
  expect(await Promise.all([second, fourth, ...running])).toEqual([
    'second',
    'fourth',
    ...running.map(() => undefined),
  ]);
});

test('who has given up before it came is not let in', async () => {
  const door = new Door(500, 3);
  const inside = Array.from({ length: 3 }, held);
  const running = inside.map(({ work }) => door.through('pantry', work, never));
  expect(await door.through('pantry', async () => 'late', AbortSignal.abort())).toBeUndefined();
  for (const { end } of inside) end();
  await Promise.all(running);
});

test('streams stand beside those that take turns, and are no more than a dozen', async () => {
  const door = new Door(500, 3);
  const streams = Array.from({ length: 12 }, held);
  const open = streams.map(({ work }) => door.beside('upload', work));
  expect(await door.beside('upload', async () => 'one more')).toBeUndefined();
  expect(await door.beside('chat', async () => 'of another')).toBe('of another');
  expect(await door.through('upload', async () => 'a turn', never)).toBe('a turn');
  streams[0]?.end();
  await open[0];
  expect(await door.beside('upload', async () => 'one more')).toBe('one more');
  for (const { end } of streams) end();
});
