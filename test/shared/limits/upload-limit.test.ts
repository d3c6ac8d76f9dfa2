import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { addToCounter } from '#shared/clients/redis.ts';
import { countUploads } from '#shared/limits/upload-limit.ts';
import { testRedis } from '#test/support/redis.ts';

testRedis();

test('a batch that is refused takes nothing from the hour: smaller ones still fit', async () => {
  const household = randomUUID();
  await countUploads(household, 50, addToCounter);
  await expect(countUploads(household, 50, addToCounter)).rejects.toMatchObject({
    code: 'too-many-uploads',
    headers: { 'ratelimit-limit': '60', 'ratelimit-remaining': '10' },
    text: { en: expect.stringMatching(/60 files an hour, 10 are left/) },
  });
  await countUploads(household, 10, addToCounter);
  await expect(countUploads(household, 1, addToCounter)).rejects.toMatchObject({
    headers: { 'ratelimit-remaining': '0' },
  });
});

test('an hour of the clock has 60, and the next one 60 more', async () => {
  const household = randomUUID();
  const hour = Date.UTC(2026, 10, 24, 12);
  const HOUR = 3_600_000;
  await countUploads(household, 60, addToCounter, hour);
  await expect(
    countUploads(household, 1, addToCounter, hour + HOUR - 90_000),
  ).rejects.toMatchObject({
    retryAfter: 90,
    headers: { 'ratelimit-reset': '90' },
    text: { en: expect.stringMatching(/again in 2 min/) },
  });
  await countUploads(household, 60, addToCounter, hour + HOUR);
  // What was refused is not held against anybody, in no hour.
  await expect(countUploads(household, 1, addToCounter, hour)).rejects.toMatchObject({
    retryAfter: 3600,
  });
});
