import { expect, test } from 'vitest';
import { handler } from '#functions/operations/migrate/handler.ts';
import { ENV } from '#shared/env.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();

test('brings a database up to date as an owner who is no superuser, and finds nothing to do again', async () => {
  process.env[ENV.databaseSecret] = 'secret-of-foodsave_schema';
  process.env[ENV.appRoleSecret] = 'secret-of-foodsave_app';
  process.env[ENV.workerRoleSecret] = 'secret-of-foodsave_worker';
  process.env[ENV.backupRoleSecret] = 'secret-of-foodsave_backup';
  expect(await handler({ RequestType: 'Create' })).toEqual({ applied: [] });
  const rows = await database.query<{ name: string }>('select name from schema_migrations');
  expect(rows.map(({ name }) => name)).toContain('0001-core');
});
