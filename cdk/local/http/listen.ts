import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { answerMalformed } from './malformed.ts';

/** Replies that are not done this long after the end was asked for (event streams) are cut. */
const DRAIN_MS = 10_000;

/** Longer than clients keep a connection that they do not use, which else may be cut as they ask again. */
const KEEP_ALIVE_MS = 65_000;

/** A part that listens on 127.0.0.1. */
export interface Listener {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly port: number;
  /** Finishes what was begun within 10 s, refuses what is new. */
  close(): Promise<void>;
}

/**
 * Serves `answer` on 127.0.0.1; a rejection of it is a 500, and its cause is printed.
 * @param onMalformed answers what is no HTTP on the bare connection, instead of Node's own 400; `answer`
 *   then gets requests without Host too
 */
export async function listen(
  port: number,
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  onMalformed?: (socket: Duplex) => void,
): Promise<Listener> {
  // Node's own 400 to a request without Host has no body.
  const requireHostHeader = onMalformed === undefined;
  const server = createServer(
    { requireHostHeader, keepAliveTimeout: KEEP_ALIVE_MS },
    (request, response) => {
      answer(request, response).catch((error: unknown) => {
        console.error(error);
        if (response.headersSent) response.destroy();
        else response.writeHead(500).end();
      });
    },
  );
  if (onMalformed !== undefined) answerMalformed(server, onMalformed);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      // A connection becomes idle only after its last reply has left; ask until all are gone.
      const asking = setInterval(() => server.closeIdleConnections(), 20);
      const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      await closed;
      clearInterval(asking);
      clearTimeout(cut);
    },
  };
}

/** The whole body of a request. @throws RangeError above `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limit) throw new RangeError(`The body is longer than ${limit} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
