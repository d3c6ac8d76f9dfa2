import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * A port on 127.0.0.1 for every name. A name keeps the one it had, when that is free: addresses handed
 * out before a restart (queue URLs, signed links, the issuer in a token) stay good.
 */
export async function choosePorts(
  remembered: Readonly<Record<string, number>>,
  names: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const chosen = new Map<string, number>();
  for (const name of names) {
    chosen.set(name, await freePort(remembered[name] ?? 0, [...chosen.values()]));
  }
  return chosen;
}

/** The preferred port when it is free, else any that is free and not `taken`. */
export async function freePort(preferred: number, taken: readonly number[] = []): Promise<number> {
  for (const candidate of [preferred, 0, 0, 0]) {
    const port = await tryPort(candidate);
    if (port !== undefined && !taken.includes(port)) return port;
  }
  throw new Error('No free port on 127.0.0.1.');
}

/** The port when it can be bound (0: whichever was), `undefined` when it is in use. */
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
