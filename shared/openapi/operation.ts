import type { Route } from '#shared/entry/routes.ts';
import type { Components, Json } from './components.ts';
import type { Example } from './examples/example.ts';
import { media, nameOf } from './media.ts';
import { parametersOf } from './parameters.ts';
import { problemResponses } from './problem-responses.ts';
import { replyResponses } from './reply-responses.ts';

/** One route as OpenAPI describes it. */
export function operationOf(route: Route, components: Components, example: Example = {}): Json {
  const { operationId, endpoint, summary, body, scope, signedIn } = route;
  return {
    operationId,
    tags: [endpoint],
    summary,
    parameters: parametersOf(route, components),
    ...(body !== undefined && {
      requestBody: {
        required: true,
        content: media(body, 'input', components, nameOf(operationId, 'Body'), example.body),
      },
    }),
    responses: {
      ...replyResponses(route, components, example),
      ...problemResponses(route),
      default: { $ref: '#/components/responses/Problem' },
    },
    security:
      scope === 'open' ? [] : [{ bearer: [scope] }, ...(signedIn ? [] : [{ deviceKey: [] }])],
  };
}
