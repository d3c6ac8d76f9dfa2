import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { StreamingHandler } from '#shared/entry/endpoint.ts';
import type { Route } from '#shared/entry/routes.ts';
import { ENV } from '#shared/env.ts';
import { allRoutes } from '#shared/openapi/all-routes.ts';
import { call, callWith, proxyEvent } from '#test/support/call.ts';

let handler: StreamingHandler;
beforeAll(async () => {
  process.env[ENV.version] = '0.1.0';
  ({ handler } = await import('#functions/api/docs/handler.ts'));
});

const read = async () => (await call(handler, { resource: '/openapi.json' })).json;

test('describes every route there is, under a name of its own', async () => {
  const { openapi, info, paths } = await read();
  expect({ openapi, version: info.version }).toEqual({ openapi: '3.1.0', version: '0.1.0' });
  const ids = allRoutes.map(({ method, path, operationId }) => {
    expect(paths[path][method.toLowerCase()]).toMatchObject({ operationId });
    return operationId;
  });
  expect(new Set(ids).size).toBe(ids.length);
});

test('every query is strict, so that no misspelt parameter is passed over', () => {
  const lenient = allRoutes.filter(({ query }) => {
    if (query === undefined) return false;
    const issues = z.safeParse(query, { nobodyKnowsThis: '1' }).error?.issues ?? [];
    return !issues.some(({ code }) => code === 'unrecognized_keys');
  });
  expect(lenient.map(({ operationId }) => operationId)).toEqual([]);
});

test('no table of routes in shared/ is left out', async () => {
  const files = readdirSync('shared', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('-routes.ts'),
  );
  const documented = new Set(allRoutes);
  for (const file of files.filter((name) => !name.endsWith('all-routes.ts'))) {
    for (const table of Object.values(await import(pathToFileURL(resolve('shared', file)).href))) {
      for (const route of Object.values<Route>(table as Record<string, Route>)) {
        expect(documented.has(route), `${file}: ${route.operationId}`).toBe(true);
      }
    }
  }
});

test('its server is the address at which it was asked for', async () => {
  const ask = async (domainName: string, path: string, headers = {}) => {
    const event = proxyEvent({ resource: '/openapi.json', headers });
    const context = { ...event.requestContext, domainName, path };
    const answer = await callWith(handler, { ...event, requestContext: context });
    return answer.json.servers;
  };
  const https = { 'X-Forwarded-Proto': 'https' };
  expect(await ask('127.0.0.1:8000', '/openapi.json')).toEqual([{ url: 'http://127.0.0.1:8000' }]);
  expect(await ask('a1.execute-api.eu-central-1.amazonaws.com', '/v/openapi.json', https)).toEqual([
    { url: 'https://a1.execute-api.eu-central-1.amazonaws.com/v' },
  ]);
});
