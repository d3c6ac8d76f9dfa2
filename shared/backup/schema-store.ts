import type { ClientBase } from 'pg';
import { applyMissing } from '#shared/database/migrate.ts';
import type { Migration } from '#shared/database/migration-files.ts';
import { quoted } from './table-store.ts';

/**
 * An empty schema beside the live one, in which the client works from now on. One of the same name, which
 * a step that was cut off left behind, goes.
 */
export async function createSchema(client: ClientBase, schema: string): Promise<void> {
  await dropSchema(client, schema);
  await client.query(`create schema ${quoted(schema)}`);
  await client.query(
    `grant usage on schema ${quoted(schema)} to foodsave_app, foodsave_worker, foodsave_backup`,
  );
  await workIn(client, schema);
}

export async function dropSchema(client: ClientBase, schema: string): Promise<void> {
  await client.query(`drop schema if exists ${quoted(schema)} cascade`);
}

/**
 * Drops what restores that ended after their tables were loaded left behind.
 * @param own of a restore that may be under way
 */
export async function dropLeftovers(client: ClientBase, own: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select nspname as name from pg_namespace where starts_with(nspname, 'loaded_') and nspname <> $1`,
    [own],
  );
  for (const { name } of rows) await dropSchema(client, name);
}

/** Names without a schema are those of this schema, and never those of the live one. */
export async function workIn(client: ClientBase, schema: string): Promise<void> {
  await client.query(`set search_path = ${quoted(schema)}, pg_catalog`);
}

/**
 * Applies migrations in the schema that the client works in. Two things would reach out of it: bodies of
 * functions that name the live schema, which therefore are not checked, and migrations that change all
 * policies of the database, which therefore see those of their own schema alone.
 */
export async function migrateSchema(
  client: ClientBase,
  migrations: readonly Migration[],
): Promise<void> {
  await client.query('set check_function_bodies = off');
  await client.query(
    `create view pg_policy as select p.* from pg_catalog.pg_policy p
       join pg_catalog.pg_class c on c.oid = p.polrelid
     where c.relnamespace = current_schema()::regnamespace`,
  );
  await applyMissing(client, migrations);
  await client.query('drop view pg_policy');
}

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Runs `load` on tables without foreign keys, triggers and row-level security, which would refuse rows for
 * their order, write others, and refuse COPY; all are as they were afterwards, and foreign keys are checked.
 */
export async function withoutRules(client: ClientBase, load: () => Promise<void>): Promise<void> {
  const { rows: tables } = await client.query<{ name: string; secure: boolean; forced: boolean }>(
    `select relname as name, relrowsecurity as secure, relforcerowsecurity as forced from pg_class
     where relkind = 'r' and relnamespace = current_schema()::regnamespace`,
  );
  const { rows: keys } = await client.query<ForeignKey>(
    `select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.contype = 'f' and c.relnamespace = current_schema()::regnamespace`,
  );
  const alter = (table: string, what: string) =>
    client.query(`alter table ${quoted(table)} ${what}`);
  for (const { table, name } of keys) await alter(table, `drop constraint ${quoted(name)}`);
  for (const { name, forced } of tables) {
    await alter(name, 'disable trigger user');
    if (forced) await alter(name, 'no force row level security');
  }
  await load();
  for (const { table, name, definition } of keys) {
    await alter(table, `add constraint ${quoted(name)} ${definition}`);
  }
  for (const { name, forced } of tables) {
    await alter(name, 'enable trigger user');
    if (forced) await alter(name, 'force row level security');
  }
}

export async function schemaExists(client: ClientBase, schema: string): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from pg_namespace where nspname = $1', [
    schema,
  ]);
  return rowCount === 1;
}
