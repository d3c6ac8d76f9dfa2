import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { ENV } from '#shared/env.ts';
import { countUploads } from '#shared/limits/upload-limit.ts';

// Nothing listens there, so the secret of Redis cannot be had.
beforeAll(() => {
  Object.assign(process.env, {
    [ENV.region]: 'eu-central-1',
    [ENV.accessKeyId]: 'test',
    [ENV.secretAccessKey]: 'test',
    [ENV.secretsEndpoint]: 'http://127.0.0.1:2',
    [ENV.redisSecret]: 'redis',
  });
});

const HOUR = 3_600_000;
const noon = Date.UTC(2026, 10, 24, 12);

test('without Redis one instance lets 20 an hour through, and 20 in the next', async () => {
  const household = randomUUID();
  await countUploads(household, 20, noon);
  await expect(countUploads(household, 1, noon)).rejects.toMatchObject({
    code: 'too-many-uploads',
    headers: { 'ratelimit-limit': '20', 'ratelimit-remaining': '0' },
  });
  await countUploads(household, 20, noon + HOUR);
});

test('without Redis, too, a batch that is refused takes nothing', async () => {
  const household = randomUUID();
  await countUploads(household, 5, noon);
  await expect(countUploads(household, 16, noon)).rejects.toMatchObject({
    headers: { 'ratelimit-remaining': '15' },
  });
  await countUploads(household, 15, noon);
});

test('without Redis one household does not use up another’s', async () => {
  const [one, other] = [randomUUID(), randomUUID()];
  await countUploads(one, 20, noon);
  await countUploads(other, 20, noon);
  await expect(countUploads(one, 1, noon)).rejects.toMatchObject({ code: 'too-many-uploads' });
});
