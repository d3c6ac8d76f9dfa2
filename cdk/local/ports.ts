import { once } from 'node:events';
import { createServer } from 'node:net';
import type { State } from './state/state.ts';

const PARTS = [
  'database',
  'redis',
  'secrets',
  'issuer',
  'sqs',
  's3',
  'lambda',
  'workflows',
] as const;
export type Ports = Readonly<Record<(typeof PARTS)[number] | 'api', number>>;

/**
 * A port on 127.0.0.1 for every part. Parts keep the ones they had, when those are free: addresses
 * handed out before a restart (queue URLs, signed links, the issuer in a token) stay good.
 */
export async function choosePorts(state: State, options: { port: number }): Promise<Ports> {
  state.database.exec('CREATE TABLE IF NOT EXISTS port (part TEXT PRIMARY KEY, port INTEGER)');
  const remembered = state.database.prepare('SELECT port FROM port WHERE part = ?');
  const remember = state.database.prepare('INSERT OR REPLACE INTO port VALUES (?, ?)');
  const chosen: Record<string, number> = {};
  for (const part of PARTS) {
    const port = await freePort(Number(remembered.get(part)?.port ?? 0), Object.values(chosen));
    remember.run(part, port);
    chosen[part] = port;
  }
  const port = (part: (typeof PARTS)[number]) => chosen[part] ?? 0;
  return {
    api: options.port,
    database: port('database'),
    redis: port('redis'),
    secrets: port('secrets'),
    issuer: port('issuer'),
    sqs: port('sqs'),
    s3: port('s3'),
    lambda: port('lambda'),
    workflows: port('workflows'),
  };
}

/** The wished port when nobody holds it, else any that is free and not `taken`. */
export async function freePort(wished: number, taken: readonly number[] = []): Promise<number> {
  for (const candidate of [wished, 0, 0, 0]) {
    const port = await tryPort(candidate);
    if (port !== undefined && !taken.includes(port)) return port;
  }
  throw new Error('No free port on 127.0.0.1.');
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
