import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KeptWhileUsed } from '#shared/embedding/kept-while-used.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function counted(load: () => Promise<string> = async () => 'model') {
  const calls = { loaded: 0, released: 0 };
  const kept = new KeptWhileUsed(
    async () => {
      calls.loaded += 1;
      return await load();
    },
    async () => {
      calls.released += 1;
    },
  );
  return { kept, calls };
}

test('is loaded once for all who use it at once, and given back a minute after the last', async () => {
  const { kept, calls } = counted();
  expect(await Promise.all([kept.use(async (it) => it), kept.use(async (it) => it)])).toEqual([
    'model',
    'model',
  ]);
  await vi.advanceTimersByTimeAsync(59_000);
  await kept.use(async () => undefined);
  await vi.advanceTimersByTimeAsync(59_000);
  expect(calls).toEqual({ loaded: 1, released: 0 });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(calls).toEqual({ loaded: 1, released: 1 });
  await kept.use(async () => undefined);
  expect(calls.loaded).toBe(2);
});

test('is not given back while it is used', async () => {
  const { kept, calls } = counted();
  let end = () => {};
  const used = kept.use(
    () =>
      new Promise<void>((resolve) => {
        end = resolve;
      }),
  );
  await vi.advanceTimersByTimeAsync(120_000);
  await kept.giveBack();
  expect(calls).toEqual({ loaded: 1, released: 0 });
  end();
  await used;
  await kept.giveBack();
  expect(calls).toEqual({ loaded: 1, released: 1 });
});

test('a load that failed is tried again', async () => {
  let broken = true;
  const { kept } = counted(async () => {
    if (broken) throw new Error('no binary');
    return 'model';
  });
  await expect(kept.use(async (it) => it)).rejects.toThrow('no binary');
  broken = false;
  expect(await kept.use(async (it) => it)).toBe('model');
});
