import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Sink } from '#cdk/local/functions/instance.ts';

/**
 * Takes a streamed reply to the client as it is made, and makes the function wait for a slow one.
 * After the deadline, or when the client has left, further output of the function is dropped.
 * So is a reply that HTTP cannot carry: then nothing is sent, and the gateway answers for it.
 */
export function sinkOf(response: ServerResponse, deadline: AbortSignal): Sink {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const signal = AbortSignal.any([gone.signal, deadline]);
  return {
    signal,
    prelude({ statusCode, headers, cookies }) {
      if (signal.aborted) return;
      try {
        response.writeHead(statusCode, {
          ...headers,
          ...(cookies.length > 0 && { 'set-cookie': [...cookies] }),
        });
        response.flushHeaders();
      } catch (error) {
        console.error(error);
        gone.abort();
      }
    },
    async chunk(bytes) {
      // API Gateway wants status and headers before the first byte.
      if (!response.headersSent) gone.abort();
      if (signal.aborted || response.write(bytes)) return;
      const either = new AbortController();
      const drained = once(response, 'drain', { signal: either.signal });
      const closed = once(response, 'close', { signal: either.signal });
      await Promise.race([drained, closed]);
      either.abort(); // the other one stops listening
    },
  };
}
