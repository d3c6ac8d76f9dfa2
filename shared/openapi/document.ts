import type { Route } from '#shared/entry/routes.ts';
import { operationOf } from './operation.ts';
import { PROBLEM_SCHEMA } from './problem-schema.ts';

/** The OpenAPI 3.1 document of these routes, derived from the schemas that validate requests. */
export function openApiDocument(routes: Iterable<Route>, version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const operations = paths[route.path] ?? {};
    operations[route.method.toLowerCase()] = operationOf(route);
    paths[route.path] = operations;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'FoodSave AI',
      version,
      description:
        'A photo of a shop receipt becomes a pantry with expiry dates. ' +
        'Money is a decimal string with its currency, days are YYYY-MM-DD, instants RFC 3339.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    // Relative to this document, so that it holds for any stage name.
    servers: [{ url: './' }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        deviceKey: { type: 'apiKey', in: 'header', name: 'X-Device-Key' },
      },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          description: 'Same key and body: the stored reply. Kept for a day.',
          schema: { type: 'string', maxLength: 255 },
        },
        IfMatch: {
          name: 'If-Match',
          in: 'header',
          required: true,
          description: 'The ETag of what is changed: 428 without, 412 when it is out of date.',
          schema: { type: 'string' },
        },
      },
      responses: {
        Problem: {
          description: 'What went wrong.',
          content: { 'application/problem+json': { schema: PROBLEM_SCHEMA } },
        },
      },
    },
  };
}
