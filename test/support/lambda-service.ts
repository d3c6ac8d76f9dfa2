import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { EventStreamCodec } from '@smithy/core/event-streams';

/** One invocation of the fake: what a function writes, and how it ends. */
export interface Invoked {
  /** Of the service; the function is invoked with 200 alone. */
  readonly status?: number;
  readonly events?: readonly unknown[];
  /** What it failed for, after its events. */
  readonly failure?: { readonly errorType: string; readonly errorMessage: string };
  /** The connection is cut behind its events. */
  readonly isCut?: boolean;
}

export interface LambdaService {
  readonly url: string;
  readonly port: number;
  /** The functions that were invoked, in order. */
  readonly invoked: string[];
  close(): void;
}

const codec = new EventStreamCodec(
  (bytes) => (typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('utf8')),
  (value) => Buffer.from(value, 'utf8'),
);

/** A message as the SDK's own codec encodes it. */
export function lambdaFrame(type: string, body: string): Uint8Array {
  const header = (value: string) => ({ type: 'string', value }) as const;
  return codec.encode({
    headers: { ':message-type': header('event'), ':event-type': header(type) },
    body: Buffer.from(body),
  });
}

/** A fake Lambda service for InvokeWithResponseStream. */
export async function startLambdaService(
  answer: (name: string, request: unknown) => Invoked | Promise<Invoked>,
): Promise<LambdaService> {
  const invoked: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const path = /^\/2021-11-15\/functions\/([^/]+)\/response-streaming-invocations$/;
    const name = path.exec(request.url ?? '')?.[1];
    if (name === undefined) throw new Error(`not to be asked: ${request.url}`);
    invoked.push(name);
    const { status = 200, events = [], failure, isCut } = await answer(name, JSON.parse(body));
    response.writeHead(status);
    if (status !== 200) return void response.end('{"message": "down"}');
    for (const event of events)
      response.write(lambdaFrame('PayloadChunk', `${JSON.stringify(event)}\n`));
    if (isCut) return void setImmediate(() => response.destroy());
    const end =
      failure === undefined
        ? {}
        : { ErrorCode: 'Unhandled', ErrorDetails: JSON.stringify(failure) };
    response.end(lambdaFrame('InvokeComplete', JSON.stringify(end)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const { port } = address;
  return { url: `http://127.0.0.1:${port}`, port, invoked, close: () => server.close() };
}
