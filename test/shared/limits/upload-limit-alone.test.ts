import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { countUploads } from '#shared/limits/upload-limit.ts';

const redisIsAway = () => Promise.reject(new Error('Redis is away'));
const HOUR = 3_600_000;
const noon = Date.UTC(2026, 10, 24, 12);

test('without Redis one instance lets 20 an hour through, and 20 in the next', async () => {
  const household = randomUUID();
  await countUploads(household, 20, redisIsAway, noon);
  await expect(countUploads(household, 1, redisIsAway, noon)).rejects.toMatchObject({
    code: 'too-many-uploads',
    headers: { 'ratelimit-limit': '20', 'ratelimit-remaining': '0' },
  });
  await countUploads(household, 20, redisIsAway, noon + HOUR);
});

test('without Redis, too, a batch that is refused takes nothing', async () => {
  const household = randomUUID();
  await countUploads(household, 5, redisIsAway, noon);
  await expect(countUploads(household, 16, redisIsAway, noon)).rejects.toMatchObject({
    headers: { 'ratelimit-remaining': '15' },
  });
  await countUploads(household, 15, redisIsAway, noon);
});

test('without Redis one household does not use up another’s', async () => {
  const [one, other] = [randomUUID(), randomUUID()];
  await countUploads(one, 20, redisIsAway, noon);
  await countUploads(other, 20, redisIsAway, noon);
  await expect(countUploads(one, 1, redisIsAway, noon)).rejects.toMatchObject({
    code: 'too-many-uploads',
  });
});
