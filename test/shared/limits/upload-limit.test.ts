import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRedis } from '#cdk/local/redis/server.ts';
import { addToCounter } from '#shared/clients/redis.ts';
import { ENV } from '#shared/env.ts';
import { countUploads } from '#shared/limits/upload-limit.ts';
import { startJsonService } from '#test/support/json-service.ts';

const closing: (() => unknown)[] = [];

beforeAll(async () => {
  const redis = await startRedis({ port: 0, token: 'secret', redisUrl: undefined });
  const secret = JSON.stringify({ url: redis.url, token: 'secret' });
  const secrets = await startJsonService(({ target }) => {
    if (target !== 'secretsmanager.GetSecretValue') throw new Error(target);
    return { status: 200, body: { SecretString: secret } };
  });
  Object.assign(process.env, {
    [ENV.region]: 'eu-central-1',
    [ENV.accessKeyId]: 'test',
    [ENV.secretAccessKey]: 'test',
    [ENV.secretsEndpoint]: secrets.url,
    [ENV.redisSecret]: 'redis',
  });
  closing.push(
    () => redis.close(),
    () => secrets.close(),
  );
});
afterAll(async () => {
  for (const close of closing) await close();
});

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
