import { databaseSecret } from '#shared/clients/secrets.ts';
import { ENV, requireEnv } from '#shared/env.ts';
import { withDedicatedClient } from './dedicated-client.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migration-files.ts';

/** Migrates the database of this environment as its owner. @returns the migrations applied now */
export async function migrateDatabase(): Promise<{ readonly applied: string[] }> {
  const app = await databaseSecret(requireEnv(ENV.appRoleSecret));
  const worker = await databaseSecret(requireEnv(ENV.workerRoleSecret));
  const backup = await databaseSecret(requireEnv(ENV.backupRoleSecret));
  const passwords = {
    foodsave_app: app.password,
    foodsave_worker: worker.password,
    foodsave_backup: backup.password,
  };
  const migrations = await readMigrations();
  return await withDedicatedClient(async (client) => ({
    applied: await migrate(client, migrations, passwords),
  }));
}
