import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Sink } from '#cdk/local/functions/instance.ts';
import type { InvokeResult } from '#cdk/local/functions/invoker.ts';
import { frameOf } from './frames.ts';

const BYTES = 'application/octet-stream';
const JSON_TYPE = 'application/json';

/**
 * Passes the output of a function on as InvokeWithResponseStream does: pieces as it writes them, and at
 * the end how it ended. When the caller has gone the function is told.
 * @returns the result when nothing could be run: it is answered as an error of the service
 */
export async function streamInvocation(
  run: (sink: Sink) => Promise<InvokeResult>,
  response: ServerResponse,
): Promise<InvokeResult | undefined> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const send = async (frame: Buffer) => {
    if (!response.headersSent)
      response.writeHead(200, { 'content-type': 'application/vnd.amazon.eventstream' });
    if (gone.signal.aborted || response.write(frame)) return;
    await Promise.race([once(response, 'drain'), once(response, 'close')]);
  };
  const result = await run({
    signal: gone.signal,
    // Status and headers are for gateways.
    prelude: () => undefined,
    chunk: (bytes) => send(frameOf('PayloadChunk', BYTES, bytes)),
  });
  if (!result.ok && result.reason === 'throttled') return result;
  // What a function returns that does not stream is one piece.
  if (result.ok && result.payload !== undefined)
    await send(frameOf('PayloadChunk', BYTES, Buffer.from(JSON.stringify(result.payload))));
  await send(frameOf('InvokeComplete', JSON_TYPE, Buffer.from(JSON.stringify(endOf(result)))));
  response.end();
  return undefined;
}

function endOf(result: InvokeResult): object {
  if (result.ok) return {};
  return { ErrorCode: 'Unhandled', ErrorDetails: JSON.stringify(result.error) };
}
