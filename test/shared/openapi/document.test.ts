import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { allRoutes } from '#shared/openapi/all-routes.ts';
import { openApiDocument } from '#shared/openapi/document.ts';
import { type Node, walk } from './walk.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests assert on what they expect to be there
const document: any = openApiDocument(allRoutes, '0.1.0', 'http://api.test');

test('says what a body must look like, from the schema that checks it', () => {
  const { paths, components } = document;
  const { requestBody, parameters } = paths['/api/v2/household/people'].post;
  expect(requestBody.content['application/json'].schema).toEqual({
    $ref: '#/components/schemas/NewPerson',
  });
  const { NewPerson } = components.schemas;
  expect(NewPerson.required).toEqual(['name']); // the others have defaults
  expect(NewPerson.properties.diet).toBeDefined();
  expect(parameters).toContainEqual({ $ref: '#/components/parameters/IdempotencyKey' });
});

test('says what may be asked, what comes back, and who may ask', () => {
  const { paths, components } = document;
  const list = paths['/api/v2/household/people'].get;
  expect(list.parameters).toMatchObject([
    { name: 'limit', in: 'query', required: false, schema: { minimum: 1, maximum: 100 } },
    { name: 'cursor', in: 'query', required: false },
    { $ref: '#/components/parameters/AcceptLanguage' },
  ]);
  expect(list.responses['200'].content['application/json'].schema).toEqual({
    $ref: '#/components/schemas/PersonPage',
  });
  expect(components.schemas.PersonPage.required).toEqual(['items', 'next']);
  expect(list.security).toEqual([{ bearer: ['read'] }, { deviceKey: [] }]);
  expect(paths['/health'].get.security).toEqual([]);
  expect(paths['/api/v2/household/people/{personId}'].patch.parameters).toMatchObject([
    { name: 'personId', in: 'path', required: true, schema: { format: 'uuid' } },
    { $ref: '#/components/parameters/IfMatch' },
    { $ref: '#/components/parameters/AcceptLanguage' },
  ]);
});

test('shipped recipes are named by slugs, a household’s own by ids', () => {
  const { paths } = document;
  const [{ schema, example }] = paths['/api/v2/recipes/{recipeId}'].get.parameters;
  for (const id of [example, 'pl-rosol', 'en-apple-pie', randomUUID()]) {
    expect(id).toMatch(new RegExp(schema.pattern, 'u'));
  }
  expect('rosol').not.toMatch(new RegExp(schema.pattern, 'u'));
});

test('a file is sent as a form, as its bytes, or asked a link for', () => {
  const { paths, components } = document;
  const { content } = paths['/api/v2/upload'].post.requestBody;
  const file = { type: 'string', format: 'binary' };
  expect(content['multipart/form-data'].schema).toEqual({
    $ref: '#/components/schemas/UploadForm',
  });
  expect(components.schemas.UploadForm).toMatchObject({ required: ['file'], properties: { file } });
  expect(content['image/jpeg'].schema).toEqual(file);
  expect(content['application/json'].schema).toEqual({ $ref: '#/components/schemas/NewUpload' });
  expect(components.schemas.NewUpload.properties.size).toMatchObject({
    type: 'integer',
    minimum: 1,
    maximum: 25 * 1024 * 1024,
  });
});

test('says how values are written: booleans, days, moments, units, texts with something to see', () => {
  const { paths, components } = document;
  const { Lot, Measure, NewPerson, PrintedDate } = components.schemas;
  expect(paths['/api/v2/recipes'].get.parameters).toContainEqual(
    expect.objectContaining({
      name: 'useExpiring',
      schema: { type: 'boolean', default: false },
    }),
  );
  expect(Lot.properties.addedAt).toEqual({ type: 'string', format: 'date-time' });
  expect(Measure.properties.unit.enum).toContain('szklanka');
  const day = new RegExp(PrintedDate.properties.date.pattern, 'u');
  expect(['1999-12-31', '2000-01-01', '2026-11-24'].map((each) => day.test(each))).toEqual([
    false,
    true,
    true,
  ]);
  const { name } = NewPerson.properties;
  expect(name).toMatchObject({ minLength: 1, maxLength: 100 });
  const visible = new RegExp(name.pattern, 'u');
  expect(['Ola', ' ', '\u200b'].map((each) => visible.test(each))).toEqual([true, false, false]);
});

test('names every refusal of an operation with its codes, besides what may befall any', () => {
  const { paths } = document;
  const { responses } = paths['/api/v2/pantry/{lotId}'].patch;
  expect(Object.keys(responses)).toEqual(
    [200, 400, 401, 403, 404, 412, 413, 415, 428, 429].map(String).concat('default'),
  );
  const conflict = paths['/api/v2/pantry/{lotId}/consume'].post.responses['409'];
  expect(conflict['x-codes']).toEqual(['still-running', 'not-enough']);
  expect(conflict.headers).toHaveProperty('Retry-After');
  expect(Object.keys(paths['/health/live'].get.responses)).toEqual([
    '200',
    '400',
    '429',
    'default',
  ]);
  expect(paths['/api/v2/upload'].post.responses['429'].headers).toHaveProperty('RateLimit-Reset');
});

test('what is used more than once has a name, and so has every body and reply', () => {
  const { paths, components } = document;
  const seen = new Map<string, string[]>();
  walk({ paths, schemas: components.schemas }, '', (at, node) => {
    const shape = node.type === 'object' && node.properties !== undefined;
    const choice = Array.isArray(node.enum) && node.enum.length > 2;
    if ((!shape && !choice) || at.includes('/example')) return;
    const key = JSON.stringify(node);
    seen.set(key, [...(seen.get(key) ?? []), at]);
  });
  expect([...seen.values()].filter((places) => places.length > 1)).toEqual([]);
  walk(paths, '', (at, node) => {
    if (!at.endsWith('/content')) return;
    for (const { schema } of Object.values(node as Record<string, Node>)) {
      const { $ref, type } = schema as Node;
      expect($ref ?? type, at).toMatch(/^#|^string$|^array$/);
    }
  });
});
