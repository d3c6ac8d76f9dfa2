import pg from 'pg';
import { databaseSecret } from '#shared/clients/secrets.ts';
import { ENV, requireEnv } from '#shared/env.ts';
import { traceQueries } from './trace-queries.ts';
import { typeParser } from './types.ts';

/**
 * A connection of its own, as the role whose secret the function has: for migrations, backups and
 * restores, whose statements take minutes and whose settings must not stay on a shared connection.
 */
export async function withDedicatedClient<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { username, password } = await databaseSecret(requireEnv(ENV.databaseSecret));
  const client = new pg.Client({
    host: requireEnv(ENV.databaseHost),
    port: Number(requireEnv(ENV.databasePort)),
    database: requireEnv(ENV.databaseName),
    user: username,
    password,
    application_name: process.env[ENV.functionName] ?? 'foodsave',
    // A paused database wakes within 15 s, a new one within a minute.
    connectionTimeoutMillis: 90_000,
    types: { getTypeParser: typeParser },
  });
  // The failing query reports a lost connection; without a listener it would end the process too.
  client.on('error', () => undefined);
  traceQueries(client);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
