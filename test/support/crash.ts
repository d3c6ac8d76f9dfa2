import pg from 'pg';
import { vi } from 'vitest';
import { closePools } from '#shared/database/pool.ts';

/** Where the process dies: the connection is cut before or after the n-th statement of the product. */
export interface CrashPoint {
  readonly statement: number;
  readonly when: 'before' | 'after';
}

/**
 * Runs `work` as a process that dies at this point: from then on no statement of it reaches Postgres, and
 * its connections are cut, so that the server rolls back what was not committed.
 * @returns how many statements it sent, all of them when it did not get as far as the point
 */
export async function dyingAt(point: CrashPoint, work: () => Promise<unknown>): Promise<number> {
  let sent = 0;
  let isDead = false;
  const send: (this: pg.Client, ...args: unknown[]) => unknown = pg.Client.prototype.query;
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  spy.mockImplementation(async function (this: pg.Client, ...args: unknown[]) {
    if (this.user !== 'foodsave_app') return await send.apply(this, args);
    const die = () => {
      isDead = true;
      cut(this);
      throw new Error('The process died here');
    };
    if (isDead) die();
    sent += 1;
    if (sent === point.statement && point.when === 'before') die();
    const result = await send.apply(this, args);
    if (sent === point.statement && point.when === 'after') die();
    return result;
  } as never);
  try {
    await work();
  } finally {
    spy.mockRestore();
    await closePools();
  }
  return sent;
}

/** As the operating system does with the sockets of a process that is gone. */
function cut(client: pg.Client): void {
  const { connection } = client as unknown as { connection: { stream: { destroy(): void } } };
  connection.stream.destroy();
}
