import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DiskSpace } from '#cdk/local/disk/disk-space.ts';
import type { Functions } from '#cdk/local/functions/functions.ts';
import { type Listener, listen } from '#cdk/local/http/listen.ts';
import type { ApiConfig } from './api-config.ts';
import { authorize } from './authorize.ts';
import { boundedBody } from './bounded-body.ts';
import { refuseFull } from './disk-full.ts';
import { Door } from './door.ts';
import { refuse, refuseMalformed } from './gateway-response.ts';
import { integrate } from './integrate.ts';
import { matchRoute } from './match-route.ts';
import { authorizerEvent, proxyEvent } from './proxy-event.ts';

/** API Gateway takes 10 MB; Lambda takes 6 MB of event, of which base64 eats a quarter. */
const MAX_GATEWAY_BYTES = 10 * 1024 * 1024;
const MAX_EVENT_BYTES = 6 * 1024 * 1024;

/** What adds nothing; a full disk refuses the rest. */
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

interface ApiOptions {
  readonly api: ApiConfig;
  readonly port: number;
  readonly region: string;
  readonly accountId: string;
  readonly functions: Functions;
  readonly disk?: DiskSpace;
}

/** Serves the REST API of the template. */
export function startApi(options: ApiOptions): Promise<Listener> {
  const { api, port, disk } = options;
  const door = new Door();
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const requestId = randomUUID();
    try {
      if (disk?.isFull() && !READS.has(request.method ?? 'GET')) {
        refuseFull(response, requestId, request.url);
        return;
      }
      const refusal = await pass({ ...options, door }, request, response, requestId);
      if (refusal !== undefined) refuse(response, api, refusal, requestId);
    } catch (error) {
      console.error(error);
      refuse(response, api, 'DEFAULT_5XX', requestId);
    } finally {
      request.resume(); // an unread body must not hold the connection
    }
  };
  return listen(port, answer, (socket) => refuseMalformed(socket, api));
}

/** Takes a request through route, authorizer and function. @returns what it is refused with, if it is */
async function pass(
  { api, functions, region, accountId, door }: ApiOptions & { readonly door: Door },
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<string | undefined> {
  const [path = '/', search = ''] = (request.url ?? '/').split(/\?(.*)/s);
  if (request.headers.host === undefined && request.httpVersion === '1.1') return 'DEFAULT_4XX';
  const match = matchRoute(api.routes, path);
  if (match === undefined) return 'MISSING_AUTHENTICATION_TOKEN';
  const gateway = { request, match, requestId, path, query: new URLSearchParams(search) };

  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const { authorizer, functionName, timeoutMs } = match.route;
  const patience = AbortSignal.any([gone.signal, AbortSignal.timeout(timeoutMs)]);

  let context: Readonly<Record<string, unknown>> | undefined;
  if (authorizer !== undefined) {
    const event = authorizerEvent(gateway, region, accountId);
    const ask = () => authorize(functions, authorizer, event);
    const verdict = await door.through(authorizer, ask, patience);
    if (verdict === undefined) return 'THROTTLED';
    if (!verdict.allowed) return verdict.response;
    context = verdict.context;
  }
  const body = await boundedBody(request, MAX_GATEWAY_BYTES);
  if (body === 'gone') return undefined;
  if (body === 'too-large') return 'REQUEST_TOO_LARGE';
  const event = proxyEvent(gateway, body, context);
  if ((event.body?.length ?? 0) > MAX_EVENT_BYTES) return 'REQUEST_TOO_LARGE';
  response.setHeader('x-amzn-requestid', requestId);
  const run = async () => ({ refusal: await integrate(functions, match.route, event, response) });
  // A stream of events waits more than it works: it must not keep others from their turn.
  const isStream =
    request.method === 'GET' && request.headers.accept?.includes('text/event-stream') === true;
  const done = isStream
    ? await door.beside(functionName, run)
    : await door.through(functionName, run, patience);
  return done === undefined ? 'THROTTLED' : done.refusal;
}
