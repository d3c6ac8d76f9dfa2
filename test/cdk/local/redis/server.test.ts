import { Redis } from '@upstash/redis';
import { expect, onTestFinished, test } from 'vitest';
import { EmbeddedStore } from '#cdk/local/redis/embedded-store.ts';
import { startRedis } from '#cdk/local/redis/server.ts';

async function connect(token = 'secret') {
  const server = await startRedis({ port: 0, token: 'secret', redisUrl: undefined });
  onTestFinished(() => server.close());
  return new Redis({ url: server.url, token, enableTelemetry: false, retry: false });
}

test('Upstash’s own client stores, counts and expires', async () => {
  const redis = await connect();
  expect(await redis.set('ż', { n: 1 }, { ex: 60 })).toBe('OK');
  expect(await redis.get('ż')).toEqual({ n: 1 });
  expect(await redis.ttl('ż')).toBe(60);
  expect(await redis.set('ż', 'other', { nx: true })).toBeNull();
  expect(await redis.incr('count')).toBe(1);
  expect(await redis.hset('h', { a: '1', b: '2' })).toBe(2);
  expect(await redis.hgetall('h')).toEqual({ a: 1, b: 2 });
});

test('pipelines and transactions answer one result a command', async () => {
  const redis = await connect();
  expect(await redis.pipeline().incr('n').expire('n', 60).exec()).toEqual([1, 1]);
  expect(await redis.multi().incr('n').get('n').exec()).toEqual([2, 2]);
});

test('a wrong token and an unknown command are errors, not empty answers', async () => {
  await expect((await connect('guess')).get('a')).rejects.toThrow(/Unauthorized/);
  await expect((await connect()).zadd('z', { score: 1, member: 'a' })).rejects.toThrow(/zadd/i);
});

test('what expired is gone, for every command', () => {
  let now = 0;
  const store = new EmbeddedStore(() => now);
  store.execute(['SET', 'a', '1', 'PX', '100']);
  now = 99;
  expect(store.execute(['GET', 'a'])).toBe('1');
  now = 100;
  expect(store.execute(['GET', 'a'])).toBeNull();
  expect(store.execute(['TTL', 'a'])).toBe(-2);
  expect(store.execute(['SET', 'a', '2', 'NX'])).toBe('OK');
});

test('a value of the wrong kind is refused as Redis does', () => {
  const store = new EmbeddedStore();
  store.execute(['SET', 'a', 'text']);
  expect(() => store.execute(['INCR', 'a'])).toThrow(/not an integer/);
  expect(() => store.execute(['HGET', 'a', 'f'])).toThrow(/WRONGTYPE/);
  expect(() => store.execute(['SET', 'a'])).toThrow(/number of arguments/);
});
