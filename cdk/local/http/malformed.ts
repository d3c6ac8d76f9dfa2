import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** Until then a client may read the answer; a connection it leaves open would stay for ever. */
const LINGER_MS = 2_000;

/**
 * Has what is no HTTP answered on its bare connection by `answer`, which ends it, instead of by Node's own
 * 400 without a body. On a kept connection the answer comes after the replies that are under way; into a
 * reply that has begun nothing can be put, so it is cut.
 */
export function answerMalformed(server: Server, answer: (socket: Duplex) => void): void {
  const repliesOf = new WeakMap<Duplex, Set<ServerResponse<IncomingMessage>>>();
  server.on('request', (request, response) => {
    const replies = repliesOf.get(request.socket) ?? new Set();
    repliesOf.set(request.socket, replies.add(response));
    response.once('close', () => replies.delete(response));
  });

  const refuse = (socket: Duplex) => {
    if (!socket.writable) return void socket.destroy();
    answer(socket);
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
  };
  const refused = new WeakSet<Duplex>();
  server.on('clientError', (_error, socket) => {
    // What follows on the connection is malformed too, until the client hears of it.
    if (refused.has(socket)) return;
    refused.add(socket);
    const replies = [...(repliesOf.get(socket) ?? [])];
    const last = replies.at(-1);
    // The body of a request that is not whole yet is what is malformed: its reply is this one.
    const isBody = last?.req.complete === false;
    if (isBody && last.headersSent) return void socket.destroy();
    const before = isBody ? replies.at(-2) : last;
    if (before === undefined) refuse(socket);
    else before.once('close', () => refuse(socket));
  });
  // A proxy is asked for: there is no request that could be answered.
  server.on('connect', (_request, socket) => refuse(socket));
}
