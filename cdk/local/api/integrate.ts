import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import type { Functions } from '#cdk/local/functions/functions.ts';
import type { InvokeResult } from '#cdk/local/functions/invoker.ts';
import type { ApiRoute } from './api-config.ts';
import { sinkOf } from './response-sink.ts';

const value = z.union([z.string(), z.number(), z.boolean()]);
const ProxyReply = z.object({
  statusCode: z.number(),
  headers: z._default(z.record(z.string(), value), {}),
  multiValueHeaders: z._default(z.record(z.string(), z.array(value)), {}),
  body: z._default(z.string(), ''),
  isBase64Encoded: z._default(z.boolean(), false),
});

/**
 * Runs the function of a route and passes its reply on.
 * @returns the gateway response type when there is no reply to pass on
 */
export async function integrate(
  functions: Functions,
  route: ApiRoute,
  event: unknown,
  response: ServerResponse,
): Promise<string | undefined> {
  const deadline = AbortSignal.timeout(route.timeoutMs);
  const late = once(deadline, 'abort').then(() => 'late' as const);
  const running = route.streaming
    ? functions.stream(route.functionName, event, sinkOf(response, deadline))
    : functions.invoke(route.functionName, event);
  const result = await Promise.race([running, late]);
  if (result === 'late') return 'INTEGRATION_TIMEOUT';
  if (!result.ok) return failureOf(result);
  if (route.streaming) {
    // A function that ends without sending anything has not replied.
    if (!response.headersSent) return 'INTEGRATION_FAILURE';
    response.end();
    return undefined;
  }
  return reply(response, result.payload);
}

function failureOf(result: Extract<InvokeResult, { ok: false }>): string {
  if (result.reason === 'throttled') return 'THROTTLED';
  return result.reason === 'timeout' ? 'INTEGRATION_TIMEOUT' : 'INTEGRATION_FAILURE';
}

function reply(response: ServerResponse, payload: unknown): string | undefined {
  const parsed = ProxyReply.safeParse(payload);
  if (!parsed.success) return 'INTEGRATION_FAILURE';
  const { statusCode, headers, multiValueHeaders, body, isBase64Encoded } = parsed.data;
  try {
    // A name in both is sent with the values of the list.
    for (const [name, one] of Object.entries(headers)) response.setHeader(name, String(one));
    for (const [name, all] of Object.entries(multiValueHeaders)) {
      response.setHeader(name, all.map(String));
    }
    response.writeHead(statusCode);
  } catch (error) {
    console.error(error); // a status or header that HTTP does not have
    return 'INTEGRATION_FAILURE';
  }
  response.end(isBase64Encoded ? Buffer.from(body, 'base64') : body);
  return undefined;
}
