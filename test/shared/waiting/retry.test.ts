import { describe, expect, test } from 'vitest';
import { type Again, type RetryLimits, retry } from '#shared/waiting/retry.ts';

const limits: RetryLimits = {
  attempts: 3,
  firstPauseMs: 100,
  maxPauseMs: 1000,
  leftMs: () => Number.POSITIVE_INFINITY,
  signal: new AbortController().signal,
};

/** Tries until it is told to stop: the results, and the pauses between them. */
async function tries(
  wishes: readonly (Again | undefined)[],
  more: Partial<RetryLimits> = {},
  onSleep: () => void = () => undefined,
) {
  const pauses: number[] = [];
  const pausing = {
    random: () => 0.5,
    sleep: async (ms: number) => {
      pauses.push(ms);
      onSleep();
    },
  };
  let at = 0;
  const last = await retry(
    async (number) => number,
    () => wishes[at++],
    { ...limits, ...more },
    pausing,
  );
  return { last, pauses };
}

describe('trying again', () => {
  test('ends with the first result that is kept', async () => {
    expect(await tries([undefined])).toEqual({ last: 1, pauses: [] });
    expect(await tries([{}, undefined])).toEqual({ last: 2, pauses: [50] });
  });

  test('pauses twice as long each time, and ends after so many tries', async () => {
    const { last, pauses } = await tries(Array(9).fill({}), { attempts: 5 });
    expect(last).toBe(5);
    expect(pauses).toEqual([50, 100, 200, 400]);
  });

  test('never comes back before the service wants it', async () => {
    expect((await tries([{ afterMs: 700 }, undefined])).pauses).toEqual([750]);
  });

  test('gives up instead of waiting longer than it may', async () => {
    expect(await tries([{ afterMs: 1001 }])).toEqual({ last: 1, pauses: [] });
  });

  test('gives up when the pause would take the time that is left', async () => {
    expect(await tries([{}], { leftMs: () => 50 })).toEqual({ last: 1, pauses: [] });
    expect((await tries([{}, undefined], { leftMs: () => 51 })).last).toBe(2);
  });

  test('ends when the caller went away during a pause', async () => {
    const gone = new AbortController();
    const { last } = await tries(Array(9).fill({}), { signal: gone.signal }, () => gone.abort());
    expect(last).toBe(1);
  });
});
