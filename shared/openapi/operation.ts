import * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import type { Content } from '#shared/entry/content.ts';
import type { Route } from '#shared/entry/routes.ts';

type Json = Readonly<Record<string, unknown>>;

/** One route as OpenAPI describes it. */
export function operationOf(route: Route): Json {
  const { operationId, endpoint, summary, body, scope, signedIn } = route;
  return {
    operationId,
    tags: [endpoint],
    summary,
    parameters: [...pathParameters(route), ...queryParameters(route), ...headerParameters(route)],
    ...(body !== undefined && { requestBody: { required: true, content: media(body, 'input') } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(route.replies).map(([status, spec]) => [
          status,
          response(spec, route.streams === true && status === '200'),
        ]),
      ),
      default: { $ref: '#/components/responses/Problem' },
    },
    security:
      scope === 'open' ? [] : [{ bearer: [scope] }, ...(signedIn ? [] : [{ deviceKey: [] }])],
  };
}

/** The schema as JSON Schema 2020-12, which OpenAPI 3.1 accepts unchanged. */
function jsonSchema(schema: Schema, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

function media(spec: Schema | Content, io: 'input' | 'output'): Json {
  if (!('media' in spec)) return { 'application/json': { schema: jsonSchema(spec, io) } };
  return spec.media === '' ? {} : { [spec.media]: {} };
}

function response(spec: Schema | Content, streams: boolean): Json {
  const content = { ...media(spec, 'output'), ...(streams && { 'text/event-stream': {} }) };
  const empty = Object.keys(content).length === 0;
  return {
    description: empty ? 'Done; there is nothing to say.' : 'As asked.',
    headers: { 'x-request-id': { schema: { type: 'string' } } },
    ...(!empty && { content }),
  };
}

function pathParameters({ path }: Route): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: name.endsWith('Id') ? { type: 'string', format: 'uuid' } : { type: 'string' },
  }));
}

const Members = z.looseObject({
  properties: z._default(z.record(z.string(), z.unknown()), () => ({})),
  required: z._default(z.array(z.string()), () => []),
});

function queryParameters({ query }: Route): Json[] {
  if (query === undefined) return [];
  const { properties, required } = Members.parse(jsonSchema(query, 'input'));
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function headerParameters({ method }: Route): Json[] {
  if (method === 'POST') return [{ $ref: '#/components/parameters/IdempotencyKey' }];
  if (method === 'PATCH') return [{ $ref: '#/components/parameters/IfMatch' }];
  return [];
}
