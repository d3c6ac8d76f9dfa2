import pg from 'pg';
import { databaseSecret } from '#shared/clients/secrets.ts';
import { ENV, requireEnv } from '#shared/env.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migration-files.ts';

/** Migrates the database of this environment as its owner. @returns the migrations applied now */
export async function migrateDatabase(): Promise<{ readonly applied: string[] }> {
  const owner = await databaseSecret(requireEnv(ENV.databaseSecret));
  const app = await databaseSecret(requireEnv(ENV.appRoleSecret));
  const worker = await databaseSecret(requireEnv(ENV.workerRoleSecret));
  const client = new pg.Client({
    host: requireEnv(ENV.databaseHost),
    port: Number(requireEnv(ENV.databasePort)),
    database: requireEnv(ENV.databaseName),
    user: owner.username,
    password: owner.password,
    // A paused database wakes within 15 s, a new one within a minute.
    connectionTimeoutMillis: 90_000,
  });
  // The failing query reports a lost connection; without a listener it would end the process too.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const passwords = { foodsave_app: app.password, foodsave_worker: worker.password };
    return { applied: await migrate(client, await readMigrations(), passwords) };
  } finally {
    await client.end();
  }
}
