import { expect, onTestFinished, test } from 'vitest';
import { startApi } from '#cdk/local/api/server.ts';
import type { Functions } from '#cdk/local/functions/functions.ts';

test('a full disk answers changes in words, and lets reading through', async () => {
  let isFull = true;
  const asked: string[] = [];
  const functions: Functions = {
    invoke: async (name) => {
      asked.push(name);
      return { ok: true, payload: { statusCode: 200, body: 'read' } };
    },
    stream: () => Promise.reject(new Error('nothing streams here')),
    require: () => undefined,
    close: async () => undefined,
  };
  const route = { path: '/things', functionName: 'things', authorizer: undefined };
  const api = await startApi({
    api: {
      routes: [{ ...route, streaming: false, timeoutMs: 120_000 }],
      gatewayResponses: new Map(),
    },
    port: 0,
    region: 'eu-central-1',
    accountId: '000000000000',
    functions,
    disk: { isFull: () => isFull },
  });
  onTestFinished(() => api.close());
  const url = `${api.url}/things?x=1`;
  const refused = await fetch(url, { method: 'POST', body: '{}' });
  expect(refused.status).toBe(507);
  expect(refused.headers.get('retry-after')).toBe('60');
  expect(await refused.json()).toMatchObject({
    code: 'disk-full',
    instance: '/things',
    detail: expect.stringMatching(/reading works.* \/ .*odczyt działa/),
  });
  expect(asked).toEqual([]);
  expect(await (await fetch(url)).text()).toBe('read');
  isFull = false;
  expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(200);
});
