import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { text } from 'node:stream/consumers';
import type { Said, Wire } from './model-wires.ts';

/** What the server does with one request. */
export type Told =
  | Said
  | { readonly status: number; readonly retryAfter?: string }
  /** Status 200 and bytes that belong to no protocol. */
  | { readonly garbage: string }
  /** Nothing, until the client goes away. */
  | { readonly silent: true }
  /** A stream that is whole, or ends after its pieces in some other way. */
  | { readonly pieces: readonly string[]; readonly after?: StreamEnd };

type StreamEnd = Said | 'cut' | 'reset' | 'error' | 'garbage' | 'silence';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A model server that says what it is told, in the protocol of its wire. */
export interface ModelService {
  readonly url: string;
  readonly received: Received[];
  /** Adds answers; each is given once, in this order. */
  tell(...answers: Told[]): void;
  /** Resolves when so many requests have come. */
  asked(times: number): Promise<void>;
  /** Resolves when a client closed its connection before it had a whole answer. */
  abandoned(): Promise<void>;
  /** @throws when it was asked what it was not told, or not asked for all that it was told */
  close(): Promise<void>;
}

export async function startModelService(wire: Wire): Promise<ModelService> {
  const received: Received[] = [];
  const told: Told[] = [];
  const waiting: (() => void)[] = [];
  let untold = 0;

  const server = createServer(async (request, response) => {
    response.on('close', () => {
      if (response.writableFinished) return;
      for (const resolve of waiting.splice(0)) resolve();
    });
    const body = await text(request);
    received.push({ path: request.url ?? '', headers: request.headers, body });
    const answer = told.shift();
    if (answer === undefined) untold += 1;
    respond(wire, request, response, body, answer ?? { status: 500 });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');

  return {
    url: `http://127.0.0.1:${address.port}`,
    received,
    tell: (...answers) => void told.push(...answers),
    async asked(times) {
      while (received.length < times) await new Promise((resolve) => setImmediate(resolve));
    },
    abandoned: () => new Promise((resolve) => waiting.push(resolve)),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      if (untold > 0) throw new Error(`The model was asked ${untold} times what it was not told`);
      if (told.length > 0) throw new Error(`The model was not asked ${told.length} times`);
    },
  };
}

function respond(
  wire: Wire,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
  answer: Told,
): void {
  if ('silent' in answer) return;
  if ('status' in answer) {
    const after = answer.retryAfter === undefined ? {} : { 'retry-after': answer.retryAfter };
    response.writeHead(answer.status, { 'content-type': 'application/json', ...after });
    response.end('{"message": "no"}');
    return;
  }
  const isStreamed = wire.isStreamed(request.url ?? '', JSON.parse(body));
  response.writeHead(200, { 'content-type': isStreamed ? wire.streamType : 'application/json' });
  if ('garbage' in answer) {
    response.end(answer.garbage);
    return;
  }
  if (!('pieces' in answer)) {
    if (isStreamed) throw new Error('A stream was asked for, and a whole answer told');
    response.end(wire.whole(answer));
    return;
  }
  if (!isStreamed) throw new Error('A whole answer was asked for, and a stream told');
  for (const piece of answer.pieces) response.write(wire.piece(piece));
  endStream(wire, response, answer.after ?? {});
}

function endStream(wire: Wire, response: ServerResponse, after: StreamEnd): void {
  if (after === 'silence') return;
  if (after === 'cut') response.end();
  else if (after === 'error') response.end(wire.error());
  else if (after === 'garbage') response.end('data: <html>\n\n and more than a frame could be');
  else if (after === 'reset') setImmediate(() => response.destroy());
  else response.end(wire.last(after));
}
