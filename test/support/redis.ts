import { afterAll, beforeAll } from 'vitest';
import { startRedis } from '#cdk/local/redis/server.ts';
import { ENV } from '#shared/env.ts';
import { startJsonService } from './json-service.ts';

/** The local Redis for the tests of one file, found by the product's client through its secret. */
export function testRedis(): void {
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
}
