import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * A free port of 127.0.0.1: the wished one when nobody holds it, else any. Addresses that were
 * handed out before a restart (queue URLs, signed links) stay good when ports come back.
 */
export async function freePort(wished: number): Promise<number> {
  return (await tryPort(wished)) ?? (await tryPort(0)) ?? fail();
}

/** The port when it can be bound (0: whichever was), `undefined` when it is held by somebody. */
export async function tryPort(port: number): Promise<number | undefined> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return undefined; // in use, or below 1024 without the right to it
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : undefined;
}

function fail(): never {
  throw new Error('No free port on 127.0.0.1.');
}
