import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addToCounters } from '#shared/clients/redis.ts';
import { type RateLimiter, rateLimiter } from '#shared/limits/rate-limiter.ts';
import { DEFAULT_RATES, readRates } from '#shared/limits/rates.ts';
import { testRedis } from '#test/support/redis.ts';

testRedis();

const NOON = Date.UTC(2026, 10, 28, 12);
const home = () => ({ householdId: randomUUID(), userId: randomUUID() });

async function times(count: number, limiter: RateLimiter, of: Parameters<RateLimiter>) {
  let last: Readonly<Record<string, string>> = {};
  for (let time = 0; time < count; time += 1) last = await limiter(...of);
  return last;
}

describe('a person', () => {
  test('has so many messages a minute, each reply says how many are left, and the next minute as many', async () => {
    let now = NOON + 15_000;
    const limiter = rateLimiter(addToCounters, DEFAULT_RATES, () => now);
    const person = home();
    expect(await limiter('chat', person)).toEqual({
      'ratelimit-limit': '20',
      'ratelimit-remaining': '19',
      'ratelimit-reset': '45',
    });
    await times(19, limiter, ['chat', person]);
    await expect(limiter('chat', person)).rejects.toMatchObject({
      kind: 'too-many',
      code: 'rate-limited',
      retryAfter: 45,
      headers: { 'ratelimit-remaining': '0' },
      text: { pl: expect.stringContaining('Najwyżej 20') },
    });
    now += 45_000;
    expect(await limiter('chat', person)).toMatchObject({ 'ratelimit-remaining': '19' });
  });

  test('takes nothing of what other classes and other people have', async () => {
    const limiter = rateLimiter(addToCounters, readRates('chat=1,weather=1'), () => NOON);
    const person = home();
    await limiter('chat', person);
    await expect(limiter('weather', person)).resolves.toBeDefined();
    await expect(limiter('chat', { ...person, userId: randomUUID() })).resolves.toBeDefined();
    await expect(limiter('chat', person)).rejects.toMatchObject({ code: 'rate-limited' });
  });

  test('shares with the household what three of them have', async () => {
    const limiter = rateLimiter(addToCounters, readRates('chat=2'), () => NOON);
    const { householdId } = home();
    const other = () => ({ householdId, userId: randomUUID() });
    await times(5, (rateClass) => limiter(rateClass, other()), ['chat', home()]);
    expect(await limiter('chat', other())).toMatchObject({
      'ratelimit-limit': '6',
      'ratelimit-remaining': '0',
    });
    await expect(limiter('chat', other())).rejects.toMatchObject({ code: 'rate-limited' });
  });
});

describe('without Redis', () => {
  const away = () => Promise.reject(new Error('ECONNREFUSED'));

  test('an instance lets half of the messages through, then says that it cannot count', async () => {
    const limiter = rateLimiter(away, DEFAULT_RATES, () => NOON);
    const person = home();
    await times(10, limiter, ['chat', person]);
    await expect(limiter('chat', person)).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'limits-away',
      retryAfter: 60,
    });
    await expect(limiter('chat', home())).resolves.toEqual({});
  });

  test('what only reads goes on', async () => {
    const limiter = rateLimiter(away, DEFAULT_RATES, () => NOON);
    await expect(times(100, limiter, ['weather', home()])).resolves.toEqual({});
  });

  test('it is not asked again for half a minute', async () => {
    let now = NOON;
    let asked = 0;
    const counting = () => {
      asked += 1;
      return away();
    };
    const limiter = rateLimiter(counting, DEFAULT_RATES, () => now);
    await times(3, limiter, ['chat', home()]);
    expect(asked).toBe(1);
    now += 30_001;
    await limiter('chat', home());
    expect(asked).toBe(2);
  });
});

test.each(['chat', 'chat=0', 'chat=-1', 'talk=5', 'chat=1.5', 'chat=5;upload=5', 'toString=1'])(
  '“%s” is no list of rates',
  (text) => expect(() => readRates(text)).toThrow(/requests a minute/),
);

test('rates that are not named stay as they are', () => {
  expect(readRates('')).toEqual(DEFAULT_RATES);
  expect(readRates('upload=3, chat=40')).toEqual({ ...DEFAULT_RATES, upload: 3, chat: 40 });
});
