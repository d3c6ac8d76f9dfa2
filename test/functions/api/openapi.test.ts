import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { StreamingHandler } from '#shared/entry/endpoint.ts';
import type { Route } from '#shared/entry/routes.ts';
import { ENV } from '#shared/env.ts';
import { allRoutes } from '#shared/openapi/all-routes.ts';
import { call } from '#test/support/call.ts';

let handler: StreamingHandler;
beforeAll(async () => {
  process.env[ENV.version] = '0.1.0';
  ({ handler } = await import('#functions/api/openapi/handler.ts'));
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

test('says what a body must look like, from the schema that checks it', async () => {
  const { paths } = await read();
  const { requestBody, parameters } = paths['/api/v2/household/people'].post;
  const { schema } = requestBody.content['application/json'];
  expect(schema.required).toEqual(['name']); // the others have defaults
  expect(schema.properties.diet).toBeDefined();
  expect(parameters).toContainEqual({ $ref: '#/components/parameters/IdempotencyKey' });
});

test('says what may be asked, what comes back, and who may ask', async () => {
  const { paths } = await read();
  const list = paths['/api/v2/household/people'].get;
  expect(list.parameters).toMatchObject([
    { name: 'limit', in: 'query', required: false, schema: { minimum: 1, maximum: 100 } },
    { name: 'cursor', in: 'query', required: false },
  ]);
  expect(list.responses['200'].content['application/json'].schema.required).toEqual([
    'items',
    'next',
  ]);
  expect(list.security).toEqual([{ bearer: ['read'] }, { deviceKey: [] }]);
  expect(paths['/health'].get.security).toEqual([]);
  expect(paths['/api/v2/household/people/{personId}'].patch.parameters).toMatchObject([
    { name: 'personId', in: 'path', required: true, schema: { format: 'uuid' } },
    { $ref: '#/components/parameters/IfMatch' },
  ]);
});

test('every reference in it leads somewhere', async () => {
  const document = await read();
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)];
  expect(references.length).toBeGreaterThan(0);
  for (const [, path = ''] of references) {
    const target = path.split('/').reduce((at, key) => at?.[key], document);
    expect(target, path).toBeDefined();
  }
});
