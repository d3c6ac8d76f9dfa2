import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { parseJson } from '#shared/entry/json.ts';
import type { Route } from '#shared/entry/routes.ts';
import { allRoutes } from '#shared/openapi/all-routes.ts';
import { openApiDocument } from '#shared/openapi/document.ts';
import { brokenFrom } from '#test/contract/broken.ts';
import { Contract } from '#test/contract/contract.ts';
import { valuesOf } from '#test/contract/from-schema.ts';
import { operationsOf } from '#test/contract/operations.ts';
import { drawn } from '#test/support/drawn.ts';

const document = openApiDocument(allRoutes, '0.1.0', 'http://api.test');
const contract = new Contract(document);
const { operations, schemas } = operationsOf(document);

/** Whether the entry takes this body: as text, and as the schema of the route. */
function takes({ body }: Route, value: unknown): boolean {
  if (body === undefined || 'media' in body) throw new Error('Its body is no JSON');
  try {
    return z.safeParse(body, parseJson(Buffer.from(JSON.stringify(value)))).success;
  } catch {
    return false;
  }
}

/** The size of a file above the limit, which is refused later and in words of its own: 413. */
function isTooLarge(value: unknown): boolean {
  return /"size":\d{9}/.test(JSON.stringify(value));
}

const withBodies = allRoutes.filter(({ body }) => body !== undefined && !('media' in body));

describe.each(withBodies.map((route) => [route.operationId, route] as const))('%s', (id, route) => {
  const schema = operations.find(({ operationId }) => operationId === id)?.bodies[
    'application/json'
  ];
  const allowed = valuesOf(schema, schemas);

  test('takes every body that the document allows', () => {
    const property = fc.property(allowed, (value) => {
      expect(contract.allowsBody(route.method, route.path, value)).toBe(true);
      expect(takes(route, value)).toBe(true);
    });
    fc.assert(property, { numRuns: drawn(300), seed: 9 });
  });

  test('refuses every body that the document does not allow', () => {
    const property = fc.property(allowed.chain(brokenFrom), (value) => {
      fc.pre(!contract.allowsBody(route.method, route.path, value) && !isTooLarge(value));
      expect(takes(route, value)).toBe(false);
    });
    fc.assert(property, { numRuns: drawn(300), seed: 9 });
  });
});
