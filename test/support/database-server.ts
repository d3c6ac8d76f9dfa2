import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { freePort } from '#cdk/local/ports.ts';
import { startPostgres } from '#cdk/local/postgres/postgres.ts';
import { migrate } from '#shared/database/migrate.ts';
import { readMigrations } from '#shared/database/migration-files.ts';

/** How tests reach the one Postgres of this run. */
export interface TestServer {
  readonly port: number;
  /** Of every role: the superuser foodsave_owner, the schema's owner, app and worker. */
  readonly password: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

export const TEMPLATE = 'foodsave_template';
/** Owns the schema and is no superuser, like the master user of a managed database. */
export const SCHEMA_OWNER = 'foodsave_schema';

/** Vitest's global set-up: one Postgres for the whole run, with a migrated template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'foodsave-test-'));
  chmodSync(folder, 0o755); // root lends the server another user, who must be able to enter
  const password = 'only-for-tests';
  const directory = join(folder, 'postgres');
  const server = await startPostgres({ directory, port: await freePort(0), password });
  const { port, user } = server;
  const superuser = new pg.Client({
    host: '127.0.0.1',
    port,
    user,
    password,
    database: 'postgres',
  });
  await superuser.connect();
  // Nothing here has to survive a power cut.
  await superuser.query('alter system set fsync = off');
  await superuser.query('select pg_reload_conf()');
  await superuser.query(`create role ${SCHEMA_OWNER} login createrole password '${password}'`);
  await superuser.query(`create database ${TEMPLATE} owner ${SCHEMA_OWNER}`);
  await superuser.end();
  await migrateTemplate(port, password);
  project.provide('testServer', { port, password });
  return async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function migrateTemplate(port: number, password: string): Promise<void> {
  const owner = new pg.Client({
    host: '127.0.0.1',
    port,
    user: SCHEMA_OWNER,
    password,
    database: TEMPLATE,
  });
  await owner.connect();
  try {
    const passwords = {
      foodsave_app: password,
      foodsave_worker: password,
      foodsave_backup: password,
    };
    await migrate(owner, await readMigrations(), passwords);
  } finally {
    await owner.end();
  }
}
