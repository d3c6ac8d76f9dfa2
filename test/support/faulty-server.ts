import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** How a service can fail to answer. */
export const FAULTS = ['refused', 'hung', 'slow', 'garbage'] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultyServer {
  readonly port: number;
  readonly url: string;
  /** How often something was sent to it since it is as it is, and how many connections were opened. */
  readonly since: { readonly sent: number; readonly opened: number };
  /** Connections that are open take part, as when a server that was well begins to fail. */
  be(state: Fault | 'well'): Promise<void>;
  close(): Promise<void>;
}

/** Slow: one byte of the true answer in this time, so that any answer outlasts a limit. */
const BYTE_MS = 50;
/** What a proxy in front of a server that is down says, with the status of success. */
const PAGE = '<html><h1>Maintenance</h1></html>';
const GARBAGE = `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: ${PAGE.length}\r\n\r\n${PAGE}`;

/** A real server behind a TCP proxy that misbehaves on demand. @param target port of the real one */
export async function faultyServer(target: number): Promise<FaultyServer> {
  let state: Fault | 'well' = 'well';
  const since = { sent: 0, opened: 0 };
  const pairs = new Set<{ client: Socket; server: Socket; isTouched: boolean }>();
  const proxy = createServer((client) => {
    const server = connect(target, '127.0.0.1');
    const pair = { client, server, isTouched: state !== 'well' };
    pairs.add(pair);
    since.opened += 1;
    for (const socket of [client, server]) socket.on('error', () => undefined);
    client.on('data', (bytes) => {
      since.sent += 1;
      if (state === 'garbage') client.write(GARBAGE);
      else if (state !== 'hung') server.write(bytes);
    });
    server.on('data', (bytes) => {
      if (state === 'slow') void trickle(bytes, client);
      else if (state === 'well') client.write(bytes);
    });
    client.on('close', () => {
      pairs.delete(pair);
      server.destroy();
    });
    server.on('close', () => {
      if (state === 'well') client.end();
    });
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const { port } = address;

  async function drop(which: (pair: { isTouched: boolean }) => boolean): Promise<void> {
    const dropped = [...pairs].filter(which);
    await Promise.all(
      dropped.map(async ({ client }) => {
        const closed = once(client, 'close');
        client.destroy();
        await closed;
      }),
    );
  }

  async function stopListening(): Promise<void> {
    if (!proxy.listening) return;
    const closed = once(proxy, 'close');
    proxy.close();
    await drop(() => true);
    await closed;
  }

  return {
    port,
    url: `http://127.0.0.1:${port}`,
    since,
    async be(next) {
      state = next;
      Object.assign(since, { sent: 0, opened: 0 });
      if (next === 'refused') return await stopListening();
      if (!proxy.listening) {
        proxy.listen(port, '127.0.0.1');
        await once(proxy, 'listening');
      }
      // What was lost of an exchange does not come later.
      if (next === 'well') await drop(({ isTouched }) => isTouched);
      else for (const pair of pairs) pair.isTouched = true;
    },
    close: stopListening,
  };
}

async function trickle(bytes: Buffer, client: Socket): Promise<void> {
  for (const byte of bytes) {
    if (client.destroyed) return;
    client.write(Buffer.of(byte));
    await new Promise((resolve) => setTimeout(resolve, BYTE_MS));
  }
}
