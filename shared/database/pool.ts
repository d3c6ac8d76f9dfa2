import pg from 'pg';
import { databaseSecret, forgetSecret } from '#shared/clients/secrets.ts';
import { ENV, requireEnv } from '#shared/env.ts';
import { ServiceAway } from '#shared/errors/service-away.ts';
import { log } from '#shared/telemetry/log.ts';
import { count } from '#shared/telemetry/metrics.ts';
import { refuseIfSilent } from '#shared/waiting/ask-service.ts';
import { configuredWaitMs, noteSilence, waitMs } from '#shared/waiting/wait-limit.ts';
import { isSilence } from './database-error.ts';
import { measurePool, measureStatements } from './measured-client.ts';
import { traceQueries } from './trace-queries.ts';
import { typeParser } from './types.ts';

/** SQLSTATE invalid_password: the secret was rotated after we had read it. */
const INVALID_PASSWORD = '28P01';

export interface RolePool {
  readonly role: string;
  readonly pool: pg.Pool;
}

const pools = new Map<string, Promise<RolePool>>();

/** The connection pool of this instance, for the role whose secret the function has. */
export function rolePool(): Promise<RolePool> {
  const secret = requireEnv(ENV.databaseSecret);
  const database = requireEnv(ENV.databaseName);
  const key = `${secret} ${database}`;
  const known = pools.get(key);
  if (known !== undefined) return known;
  const opened = openPool(secret, database);
  pools.set(key, opened);
  opened.catch(() => {
    pools.delete(key);
    // A secret that cannot be fetched is a failed connection too: the alarm must see it.
    count('DatabaseConnectionErrors');
  });
  return opened;
}

async function openPool(secretId: string, database: string): Promise<RolePool> {
  const { username } = await databaseSecret(secretId);
  const pool = new pg.Pool({
    host: requireEnv(ENV.databaseHost),
    port: Number(requireEnv(ENV.databasePort)),
    database,
    user: username,
    password: async () => (await databaseSecret(secretId)).password,
    // An instance serves one request at a time; the second connection is for a stream beside it.
    max: 2,
    connectionTimeoutMillis: configuredWaitMs(),
    // Of a server that says nothing at all; one that is only busy ends the statement itself before.
    query_timeout: configuredWaitMs(),
    idleTimeoutMillis: 60_000,
    allowExitOnIdle: true,
    application_name: process.env[ENV.functionName] ?? 'foodsave',
    types: { getTypeParser: typeParser },
  });
  // Without a listener a stopped server would end the whole process.
  pool.on('error', (error) => log.warn('An idle database connection was lost', error));
  pool.on('connect', (client) => {
    traceQueries(client);
    measureStatements(client);
    client.on('error', (error) => log.warn('A database connection was lost', error));
  });
  return { role: username, pool };
}

/**
 * A connection from the pool. A failure is counted for the alarm.
 * @throws ServiceAway, at once where the database was silent before in this invocation
 */
export async function connect({ pool }: RolePool): Promise<pg.PoolClient> {
  refuseIfSilent('database');
  pool.options.connectionTimeoutMillis = waitMs();
  try {
    const client = await connectWithFreshPassword(pool);
    measurePool(pool);
    return client;
  } catch (error) {
    count('DatabaseConnectionErrors');
    if (isSilence(error)) noteSilence('database');
    throw new ServiceAway('database', error);
  }
}

/** Fetches a rotated password again, once. */
async function connectWithFreshPassword(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    const rotated = error instanceof Error && 'code' in error && error.code === INVALID_PASSWORD;
    if (!rotated) throw error;
    forgetSecret(requireEnv(ENV.databaseSecret));
    return await pool.connect();
  }
}

/** Ends all connections; the next use opens new ones. */
export async function closePools(): Promise<void> {
  const open = [...pools.values()];
  pools.clear();
  for (const opened of open) await (await opened).pool.end();
}

/** Number of connections that are checked out of the pools. */
export async function borrowedConnections(): Promise<number> {
  const open = await Promise.all(pools.values());
  return open.reduce((sum, { pool }) => sum + pool.totalCount - pool.idleCount, 0);
}
