import type { Listener } from '#cdk/local/http/listen.ts';
import { startRedis } from '#cdk/local/redis/server.ts';
import { redisSecret } from '#shared/clients/secrets.ts';
import { ENV } from '#shared/env.ts';
import { type FaultyServer, faultyServer } from './faulty-server.ts';
import { startJsonService } from './json-service.ts';

export interface KnownRedis {
  /** Before the real one: it fails on demand. */
  readonly server: FaultyServer;
  close(): Promise<void>;
}

/**
 * A local Redis of this process, for tests whose other secrets come from another server: its own is read
 * here, and the product keeps it.
 */
export async function knownRedis(): Promise<KnownRedis> {
  const redis: Listener = await startRedis({ port: 0, token: 'secret', redisUrl: undefined });
  const server = await faultyServer(redis.port);
  const SecretString = JSON.stringify({ url: server.url, token: 'secret' });
  const secrets = await startJsonService(() => ({ status: 200, body: { SecretString } }));
  const others = process.env[ENV.secretsEndpoint];
  process.env[ENV.secretsEndpoint] = secrets.url;
  process.env[ENV.redisSecret] = 'redis';
  await redisSecret('redis');
  process.env[ENV.secretsEndpoint] = others;
  secrets.close();
  return {
    server,
    async close() {
      await server.close();
      await redis.close();
    },
  };
}
