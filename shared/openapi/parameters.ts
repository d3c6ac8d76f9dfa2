import * as z from 'zod/mini';
import type { Schema } from '#shared/context/schema.ts';
import { isRepeatable, type Route } from '#shared/entry/routes.ts';
import type { Components, Json } from './components.ts';

/** Parameters that many operations have. */
export const PARAMETERS = {
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    description:
      'The language of names, reasons and problems: Polish (also when left out) or English.',
    schema: { type: 'string' },
    example: 'en',
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Same key and body: the stored reply. Kept for a day.',
    schema: { type: 'string', pattern: '^[!-~]{1,255}$' },
  },
  LastEventId: {
    name: 'Last-Event-ID',
    in: 'header',
    description:
      'For a stream that broke off: the `id` of the last event that came, with the same body. What came behind it is sent, and nothing is done twice.',
    schema: { type: 'string' },
  },
  Prefer: {
    name: 'Prefer',
    in: 'header',
    description:
      '`respond-async`: 202 at once, and the reply later at `Location`; with `priority=background` behind those that somebody waits for.',
    schema: { type: 'string' },
    example: 'respond-async, priority=background',
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The ETag of what is changed: 428 without, 412 when it is out of date.',
    schema: { type: 'string' },
    example: '"3"',
  },
} as const satisfies Readonly<Record<string, Json>>;

const ID = '0198c1a2-7b3c-7d4e-8f50-1a2b3c4d5e6f';
const PATH_EXAMPLES: Readonly<Record<string, string>> = {
  recipeId: 'pl-rosol',
  gtin: '5900512320359',
  file: 'swagger-ui.css',
};

/** What an operation takes besides its body. */
export function parametersOf(route: Route, components: Components): Json[] {
  return [
    ...pathParameters(route, components),
    ...queryParameters(route, components),
    ...headerParameters(route).map((name) => ({ $ref: `#/components/parameters/${name}` })),
  ];
}

function pathParameters({ path, params }: Route, components: Components): Json[] {
  const described = params === undefined ? {} : membersOf(params, components).properties;
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema:
      described[name] ??
      (name.endsWith('Id') ? { type: 'string', format: 'uuid' } : { type: 'string' }),
    example: PATH_EXAMPLES[name] ?? ID,
  }));
}

function queryParameters({ query }: Route, components: Components): Json[] {
  if (query === undefined) return [];
  const { properties, required } = membersOf(query, components);
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    ...(description !== undefined && { description }),
    required: required.includes(name),
    ...serialised(schema),
  }));
}

/** A list of plain values is written with commas, one of objects as JSON. */
function serialised(schema: Json): Json {
  if (schema.type !== 'array') return { schema };
  const ofValues = z.safeParse(z.looseObject({ items: z.object({ type: z.string() }) }), schema);
  return ofValues.success
    ? { style: 'form', explode: false, schema }
    : { content: { 'application/json': { schema } } };
}

function headerParameters(route: Route): readonly (keyof typeof PARAMETERS)[] {
  if (isRepeatable(route))
    return [
      'IdempotencyKey',
      'AcceptLanguage',
      ...(route.replay ? (['LastEventId'] as const) : []),
      ...(route.later ? (['Prefer'] as const) : []),
    ];
  if (route.method === 'PATCH') return ['IfMatch', 'AcceptLanguage'];
  return ['AcceptLanguage'];
}

const Members = z.looseObject({
  properties: z._default(z.record(z.string(), z.record(z.string(), z.unknown())), () => ({})),
  required: z._default(z.array(z.string()), () => []),
});

function membersOf(schema: Schema, components: Components): z.output<typeof Members> {
  return Members.parse(components.describe(schema, 'input'));
}
