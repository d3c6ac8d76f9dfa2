import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Functions } from '#cdk/local/functions/functions.ts';
import { type Listener, listen, readBody } from '#cdk/local/http/listen.ts';
import type { ApiConfig } from './api-config.ts';
import { authorize } from './authorize.ts';
import { refuse } from './gateway-response.ts';
import { integrate } from './integrate.ts';
import { matchRoute } from './match-route.ts';
import { authorizerEvent, proxyEvent } from './proxy-event.ts';

/** API Gateway takes 10 MB; Lambda takes 6 MB of event, of which base64 eats a quarter. */
const MAX_GATEWAY_BYTES = 10 * 1024 * 1024;
const MAX_EVENT_BYTES = 6 * 1024 * 1024;

/** Serves the REST API of the template. */
export function startApi(options: {
  api: ApiConfig;
  port: number;
  region: string;
  accountId: string;
  functions: Functions;
}): Promise<Listener> {
  const { api, functions, region, accountId } = options;

  return listen(options.port, async (request, response) => {
    const requestId = randomUUID();
    const turnAway = (type: string) => {
      // The rest of a body that nobody reads must not hold the connection.
      if (!request.complete) response.setHeader('connection', 'close');
      refuse(response, api, type, requestId);
    };
    const [path = '/', search = ''] = (request.url ?? '/').split(/\?(.*)/s);
    const match = matchRoute(api.routes, request.method ?? 'GET', path);
    if (match === undefined) return turnAway('MISSING_AUTHENTICATION_TOKEN');
    const query = new URLSearchParams(search);
    const gateway = { request, match, requestId, path, query };

    let context: Readonly<Record<string, unknown>> | undefined;
    if (match.route.authorizer !== undefined) {
      const event = authorizerEvent(gateway, region, accountId);
      const verdict = await authorize(functions, match.route.authorizer, event);
      if (!verdict.allowed) return turnAway(verdict.response);
      context = verdict.context;
    }
    const body = await boundedBody(request);
    if (body === undefined) return turnAway('REQUEST_TOO_LARGE');
    const event = proxyEvent(gateway, body, context);
    if ((event.body?.length ?? 0) > MAX_EVENT_BYTES) return turnAway('REQUEST_TOO_LARGE');
    response.setHeader('x-amzn-requestid', requestId);
    const failure = await integrate(functions, match.route, event, response);
    if (failure !== undefined) turnAwayOrCut(response, failure, turnAway);
  });
}

/** The body, or nothing when it is longer than the gateway takes; then it is not read to its end. */
async function boundedBody(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_GATEWAY_BYTES) return undefined;
  try {
    return await readBody(request, MAX_GATEWAY_BYTES);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** After the first byte of a streamed reply a failure can only be told by breaking it off. */
function turnAwayOrCut(
  response: ServerResponse,
  failure: string,
  turnAway: (type: string) => void,
): void {
  if (response.headersSent) response.destroy();
  else turnAway(failure);
}
