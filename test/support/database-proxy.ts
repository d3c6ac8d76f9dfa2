import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { closePools } from '#shared/database/pool.ts';
import { ENV } from '#shared/env.ts';

export interface DatabaseProxy {
  /** How many connections were opened through it. */
  readonly opened: number;
  /** Resolves when the server has closed a connection and the client has not seen it yet. */
  readonly closedByServer: Promise<void>;
  /** Cuts every connection. */
  cut(): void;
}

/**
 * A proxy between the product and the test's Postgres, for the rest of a test. The error of severity
 * FATAL with which a server closes a connection reaches the client only as the answer to its next
 * statement, as in a function that was frozen meanwhile.
 */
export async function databaseProxy(): Promise<DatabaseProxy> {
  const direct = process.env[ENV.databasePort];
  const clients = new Set<Socket>();
  const closed = Promise.withResolvers<void>();
  const proxy = createServer((client) => {
    const server = connect(Number(direct), '127.0.0.1');
    let fatal: Buffer | undefined;
    clients.add(client);
    for (const socket of [client, server]) socket.on('error', () => undefined);
    server.on('data', (bytes) => {
      const end = startOfFatal(bytes);
      if (end > 0) client.write(bytes.subarray(0, end));
      if (end === bytes.length) return;
      fatal = bytes.subarray(end);
      closed.resolve();
    });
    client.on('data', (bytes) => {
      if (fatal === undefined) server.write(bytes);
      else client.end(fatal);
    });
    server.on('close', () => {
      if (fatal === undefined) client.end();
    });
    client.on('close', () => server.end());
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  await closePools();
  process.env[ENV.databasePort] = String(address.port);
  onTestFinished(async () => {
    process.env[ENV.databasePort] = direct;
    await closePools();
    proxy.close();
  });
  return {
    get opened() {
      return clients.size;
    },
    closedByServer: closed.promise,
    cut: () => {
      for (const client of clients) client.destroy();
    },
  };
}

/** Where an ErrorResponse begins whose first field, the severity (`S`), is FATAL; else the end. */
function startOfFatal(bytes: Buffer): number {
  const field = bytes.indexOf('SFATAL\0');
  // Before it stand the type of the message and four bytes with its length.
  return field === -1 ? bytes.length : field - 5;
}
