import type { PoolClient } from 'pg';
import { waitMs } from '#shared/waiting/wait-limit.ts';
import { isConnectionLost, isSilence } from './database-error.ts';
import { connect, type RolePool } from './pool.ts';

export interface TransactionOptions {
  /** Makes the transaction SERIALIZABLE and runs `work` again (up to 5 times) when it collides. */
  readonly serializable?: boolean;
  /** All of `work` sees one moment, and changes nothing. */
  readonly snapshot?: boolean;
}

/** SQLSTATE serialization_failure and deadlock_detected: a retry may succeed. */
const COLLISIONS = ['40001', '40P01'];

/** Sockets may die while an instance is frozen: a connection idle for longer than this is replaced. */
const TRUSTED_IDLE_MS = 50_000;
const lastUse = new WeakMap<PoolClient, number>();

/** Runs `work` in one transaction that starts with `preamble` (SQL). Commits, or rolls back and throws. */
export async function inTransaction<T>(
  pool: RolePool,
  preamble: string,
  work: (client: PoolClient) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const begin = `begin ${modeOf(options)}; ${preamble}`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(pool, begin, work);
    } catch (error) {
      if (!options.serializable || attempt >= 5 || !isCollision(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * 2 ** attempt * Math.random()));
    }
  }
}

function modeOf({ serializable, snapshot }: TransactionOptions): string {
  if (serializable) return 'isolation level serializable';
  return snapshot ? 'isolation level repeatable read read only' : '';
}

function isCollision(error: unknown): boolean {
  return error instanceof Error && 'code' in error && COLLISIONS.includes(String(error.code));
}

async function runOnce<T>(
  pool: RolePool,
  begin: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const { client, commit, rollback } = await openTransaction(pool, begin);
  let result: T;
  try {
    result = await work(client);
  } catch (error) {
    await rollback(error);
    throw error;
  }
  await commit();
  return result;
}

/** A transaction that has begun; it ends with the first of the two. */
export interface OpenTransaction {
  readonly client: PoolClient;
  /** Commits. When that fails it has rolled back, or the connection is gone. */
  commit(): Promise<void>;
  /**
   * Never throws: a connection that cannot even roll back is discarded.
   * @param cause why; over a connection that is lost nothing more is sent, for it would only wait again
   */
  rollback(cause?: unknown): Promise<void>;
}

/** @param begin SQL that begins the transaction */
export async function openTransaction(pool: RolePool, begin: string): Promise<OpenTransaction> {
  const client = await beginTransaction(pool, begin);
  const release = (broken: boolean) => {
    lastUse.set(client, Date.now());
    client.release(broken);
  };
  const rollback = async (cause?: unknown) => {
    if (isConnectionLost(cause)) release(true);
    else {
      await client.query('rollback').then(
        () => release(false),
        () => release(true),
      );
    }
  };
  const commit = async () => {
    try {
      await client.query('commit');
    } catch (error) {
      await rollback(error);
      throw error;
    }
    release(false);
  };
  return { client, commit, rollback };
}

/** Of its limit, what a server is given to end a statement itself, with a connection that goes on. */
const SERVER_SHARE = 0.9;

/** A client inside a new transaction. Nothing has been executed yet, so a dead socket can be retried. */
async function beginTransaction(pool: RolePool, preamble: string): Promise<PoolClient> {
  const first = await liveClient(pool);
  // Local to the transaction: behind a proxy the connection goes on to others.
  const limit = Math.max(1, Math.floor(waitMs() * SERVER_SHARE));
  const begin = `${preamble}; set local statement_timeout = ${limit}`;
  try {
    await first.query(begin);
    return first;
  } catch (error) {
    first.release(true);
    // An error with a position or severity came from a living server; one that is silent stays silent.
    if (error instanceof Error && 'severity' in error && !isShutdown(error)) throw error;
    if (isSilence(error)) throw error;
  }
  const second = await connect(pool);
  try {
    await second.query(begin);
    return second;
  } catch (error) {
    second.release(true);
    throw error;
  }
}

/** SQLSTATE class 57P: the server closed this connection (restart, failover), not this query. */
function isShutdown(error: Error): boolean {
  return 'code' in error && String(error.code).startsWith('57P');
}

async function liveClient(pool: RolePool): Promise<PoolClient> {
  for (;;) {
    const client = await connect(pool);
    const used = lastUse.get(client);
    if (used === undefined || Date.now() - used < TRUSTED_IDLE_MS) return client;
    client.release(true);
  }
}
