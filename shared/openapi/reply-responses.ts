import type { Schema } from '#shared/context/schema.ts';
import type { Content } from '#shared/entry/content.ts';
import { isRepeatable, type ReplyHeader, type Route } from '#shared/entry/routes.ts';
import type { Components, Json } from './components.ts';
import type { Example } from './examples/example.ts';
import { type HEADERS, headersOf } from './headers.ts';
import { media, nameOf } from './media.ts';

const DECLARED: Readonly<Record<ReplyHeader, keyof typeof HEADERS>> = {
  etag: 'ETag',
  location: 'Location',
};

/** What a route answers when it does what it is asked, by status. */
export function replyResponses(
  route: Route,
  components: Components,
  { reply }: Example,
): Record<string, Json> {
  const statuses = Object.keys(route.replies);
  return Object.fromEntries(
    Object.entries(route.replies).map(([status, spec]) => [
      status,
      response(route, status, spec, components, status === statuses[0] ? reply : undefined),
    ]),
  );
}

function response(
  route: Route,
  status: string,
  spec: Schema | Content,
  components: Components,
  example: unknown,
): Json {
  const { operationId, alternatives = {}, streams, headers = {} } = route;
  const content = media(spec, 'output', components, nameOf(operationId, 'Reply'), example);
  if (status === '200') {
    for (const [type, schema] of Object.entries(alternatives)) {
      content[type] = { schema: components.describe(schema, 'output') };
    }
    if (streams) content['text/event-stream'] = { schema: { type: 'string' } };
  }
  const empty = Object.keys(content).length === 0;
  const declared = headers[Number(status)] ?? [];
  return {
    description: empty ? 'Done; there is nothing to say.' : 'As asked.',
    headers: headersOf({
      ...Object.fromEntries(declared.map((name) => [DECLARED[name], DECLARED[name]])),
      ...(route.limit !== undefined && {
        'RateLimit-Limit': 'RateLimitLimit',
        'RateLimit-Remaining': 'RateLimitRemaining',
        'RateLimit-Reset': 'RateLimitReset',
      }),
      ...(isRepeatable(route) && { 'Idempotency-Replayed': 'IdempotencyReplayed' }),
    }),
    ...(!empty && { content }),
  };
}
