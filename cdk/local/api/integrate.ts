import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import type { Functions } from '#cdk/local/functions/functions.ts';
import type { Sink } from '#cdk/local/functions/instance.ts';
import type { InvokeResult } from '#cdk/local/functions/invoker.ts';
import type { ApiRoute } from './api-config.ts';

const ProxyReply = z.object({
  statusCode: z.number(),
  headers: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
  body: z.optional(z.string()),
  isBase64Encoded: z.optional(z.boolean()),
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
    // A function that ends without having said anything is no reply.
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
  const { statusCode, headers = {}, body = '', isBase64Encoded } = parsed.data;
  const texts = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  response.writeHead(statusCode, Object.fromEntries(texts));
  response.end(isBase64Encoded ? Buffer.from(body, 'base64') : body);
  return undefined;
}

function sinkOf(response: ServerResponse, deadline: AbortSignal): Sink {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return {
    signal: AbortSignal.any([gone.signal, deadline]),
    prelude({ statusCode, headers, cookies }) {
      response.writeHead(statusCode, {
        ...headers,
        ...(cookies.length > 0 && { 'set-cookie': [...cookies] }),
      });
      response.flushHeaders();
    },
    async chunk(bytes) {
      if (response.destroyed || response.write(bytes)) return;
      await Promise.race([once(response, 'drain'), once(response, 'close')]);
    },
  };
}
