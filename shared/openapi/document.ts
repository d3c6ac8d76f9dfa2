import type { Route } from '#shared/entry/routes.ts';
import { Components } from './components.ts';
import { exampleOf } from './examples/examples.ts';
import { HEADERS } from './headers.ts';
import { operationOf } from './operation.ts';
import { PARAMETERS } from './parameters.ts';
import { problemResponse } from './problem-responses.ts';
import { Problem } from './problem-schema.ts';
import { TAGS } from './tags.ts';

/**
 * The OpenAPI 3.1 document of these routes, derived from the schemas that validate requests.
 * @param server where the API is reached: `https://…/v`
 * @throws Error when two different schemas have one name
 */
export function openApiDocument(routes: Iterable<Route>, version: string, server: string) {
  const components = new Components();
  components.describe(Problem, 'output');
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const operations = paths[route.path] ?? {};
    operations[route.method.toLowerCase()] = operationOf(route, components, exampleOf(route));
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
    servers: [{ url: server }],
    tags: TAGS,
    paths,
    components: {
      schemas: components.schemas,
      headers: HEADERS,
      parameters: PARAMETERS,
      responses: { Problem: problemResponse('Refused, or failed.') },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        deviceKey: { type: 'apiKey', in: 'header', name: 'X-Device-Key' },
      },
    },
  };
}
