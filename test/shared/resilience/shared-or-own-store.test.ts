import { expect, test } from 'vitest';
import { breaker } from '#shared/resilience/breaker.ts';
import { processStore } from '#shared/resilience/process-store.ts';
import { redisStore } from '#shared/resilience/redis-store.ts';
import { sharedOrOwnStore } from '#shared/resilience/shared-or-own-store.ts';

/** Redis that is away, and how often it was asked. */
function deadRedis() {
  const asked = { times: 0 };
  const away = async () => {
    asked.times += 1;
    throw new Error('no answer');
  };
  return {
    asked,
    redis: { getKeys: away, setKey: away, deleteKeys: away, addToCounter: away },
  };
}

test('without Redis this process keeps breakers by itself, and does not wait for Redis at each call', async () => {
  let now = 0;
  const { asked, redis } = deadRedis();
  const store = sharedOrOwnStore(redisStore(redis), processStore(), () => now);
  const one = breaker('a', store, undefined, () => now);
  for (let n = 0; n < 3; n += 1) {
    await expect(one.run(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
  }
  expect(await one.state()).toBe('open');
  expect(asked.times).toBe(1);
  now = 30_000;
  await one.state();
  expect(asked.times).toBe(2);
});

test('what is shared decides while Redis answers', async () => {
  const shared = processStore();
  await shared.open('a', 0);
  const one = breaker('a', sharedOrOwnStore(shared, processStore()), undefined, () => 0);
  expect(await one.state()).toBe('open');
});
