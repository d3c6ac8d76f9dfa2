import { beforeAll } from 'vitest';
import { startRedis } from '#cdk/local/redis/server.ts';
import { ENV } from '#shared/env.ts';
import { startJsonService } from './json-service.ts';

let environment: Promise<Record<string, string>> | undefined;

/**
 * The local Redis, found by the product's client through its secret. The files of a process share it, for
 * the client keeps its connection: each uses keys of its own.
 */
export function testRedis(): void {
  beforeAll(async () => {
    environment ??= startTestRedis();
    Object.assign(process.env, await environment);
  });
}

/** It ends with the process. @returns what a function's environment says of it */
async function startTestRedis(): Promise<Record<string, string>> {
  const redis = await startRedis({ port: 0, token: 'secret', redisUrl: undefined });
  const secret = JSON.stringify({ url: redis.url, token: 'secret' });
  const secrets = await startJsonService(({ target }) => {
    if (target !== 'secretsmanager.GetSecretValue') throw new Error(target);
    return { status: 200, body: { SecretString: secret } };
  });
  return {
    [ENV.region]: 'eu-central-1',
    [ENV.accessKeyId]: 'test',
    [ENV.secretAccessKey]: 'test',
    [ENV.secretsEndpoint]: secrets.url,
    [ENV.redisSecret]: 'redis',
  };
}
