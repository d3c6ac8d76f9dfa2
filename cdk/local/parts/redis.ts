import { randomBytes } from 'node:crypto';
import { REDIS_SECRET } from '#cdk/local/context.ts';
import { startRedis } from '#cdk/local/redis/server.ts';
import type { Part } from './part.ts';

/** Upstash is no resource of the template: functions find it by a secret with its address and token. */
export const redis: Part = {
  types: [],
  port: 'redis',
  async start({ options, port, url, need }) {
    const token = randomBytes(24).toString('base64url');
    need('secrets').put(REDIS_SECRET, JSON.stringify({ url: url('redis'), token }));
    return startRedis({ port: port('redis'), token, redisUrl: options.redisUrl });
  },
};
