import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readOptions } from '#cdk/local/options.ts';

test('without any variable everything has its documented default', () => {
  expect(readOptions({})).toEqual({
    port: 8000,
    data: resolve('.foodsave'),
    databaseUrl: undefined,
    redisUrl: undefined,
    modelKey: undefined,
    logLevel: 'INFO',
  });
});

test('what is set is honoured', () => {
  const options = readOptions({
    PORT: '0',
    FOODSAVE_DATA: '/elsewhere',
    DATABASE_URL: 'postgres://me:secret@127.0.0.1:5433/food',
    REDIS_URL: 'redis://127.0.0.1:6379',
    MODEL_KEY: 'sk-1',
    LOG_LEVEL: 'debug',
  });
  expect(options).toMatchObject({
    port: 0,
    data: '/elsewhere',
    modelKey: 'sk-1',
    logLevel: 'DEBUG',
  });
  expect(options.databaseUrl?.hostname).toBe('127.0.0.1');
  expect(options.redisUrl).toBe('redis://127.0.0.1:6379');
});

test.each([
  [{ PORT: '80a' }, 'PORT'],
  [{ PORT: '65536' }, 'PORT'],
  [{ DATABASE_URL: 'mysql://root:hunter2@localhost' }, 'DATABASE_URL'],
  [{ REDIS_URL: 'nonsense' }, 'REDIS_URL'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
])('a value that makes no sense names its variable and hides its secret: %o', (env, name) => {
  expect(() => readOptions(env)).toThrow(name);
  expect(() => readOptions(env)).not.toThrow(/hunter2/);
});
