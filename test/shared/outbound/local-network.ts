import { once } from 'node:events';
import { createServer, Agent as HttpAgent, type RequestListener } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { onTestFinished } from 'vitest';
import type { Network } from '#shared/outbound/network.ts';

export interface LocalServer {
  readonly url: string;
  readonly network: Network;
}

/** A server on this machine and a network that leads to it, without the guard of the real one. */
export async function localServer(answer: RequestListener): Promise<LocalServer> {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const network = {
    http: new HttpAgent(),
    https: new HttpsAgent(),
    ports: new Set([address.port]),
  };
  return { url: `http://127.0.0.1:${address.port}`, network };
}
