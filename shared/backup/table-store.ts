import type { Readable, Writable } from 'node:stream';
import type { ClientBase } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** A table, and the order in which its rows are always copied. */
export interface Table {
  readonly name: string;
  /** Those that are stored; what is computed of others is computed again. */
  readonly columns: readonly string[];
  readonly order: readonly string[];
}

/** Of the schema that the client works in; what the version of the schema says is not data. */
const SCHEMA = `c.relnamespace = current_schema()::regnamespace and c.relname <> 'schema_migrations'`;

/** Values are written the same way whatever server or role writes them. */
const SETTINGS = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'iso_8601'; set local extra_float_digits = 1; set local bytea_output = 'hex'`;

/** Runs `work` in a transaction that sees one moment of the whole database, and changes nothing. */
export async function inSnapshot<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query(`begin isolation level repeatable read read only; ${SETTINGS}`);
  try {
    return await work();
  } finally {
    await client.query('rollback');
  }
}

/** Every table there is, by name: whatever a later migration adds is among them. */
export async function listTables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; order: string[] | null }>(
    `select c.relname as name,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       (select array_agg(quote_ident(k.attname) || case when k.attcollation = 0 then '' else ' collate "C"' end
          order by key.place)
        from pg_index i cross join unnest(i.indkey) with ordinality as key(attnum, place)
          join pg_attribute k on k.attrelid = c.oid and k.attnum = key.attnum
        where i.indrelid = c.oid and i.indisprimary) as order
     from pg_class c where c.relkind = 'r' and ${SCHEMA} order by c.relname collate "C"`,
  );
  return rows.map(({ name, columns, order }) => ({
    name,
    columns,
    order: order ?? [`(${quoted(name)}.*)::text collate "C"`],
  }));
}

/** The rows of a table as text, one a line; to be read to its end. */
export function copyOut(
  client: ClientBase,
  { name, columns, order }: Table,
): Readable & { rowCount: number } {
  const list = columns.map(quoted).join(', ');
  const rows = `select ${list} from ${quoted(name)} order by ${order.join(', ')}`;
  return client.query(copyTo(`copy (${rows}) to stdout`));
}

/** Takes the rows of a table as `copyOut` wrote them. */
export function copyIn(
  client: ClientBase,
  { name, columns }: Pick<Table, 'name' | 'columns'>,
): Writable & { rowCount: number } {
  return client.query(
    copyFrom(`copy ${quoted(name)} (${columns.map(quoted).join(', ')}) from stdin`),
  );
}

export interface Sequence {
  readonly name: string;
  /** Null before its first use. */
  readonly value: number | null;
}

export async function readSequences(client: ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(
    `select sequencename as name, last_value as value from pg_sequences
     where schemaname = current_schema() order by sequencename collate "C"`,
  );
  return rows;
}

export async function setSequences(
  client: ClientBase,
  sequences: readonly Sequence[],
): Promise<void> {
  for (const { name, value } of sequences) {
    if (value === null) continue;
    await client.query('select setval(quote_ident($1)::regclass, $2)', [name, value]);
  }
}

export interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
}

export async function readApplied(client: ClientBase): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    'select name, checksum from schema_migrations order by name collate "C"',
  );
  return rows;
}

/** What there is of search indexes, which no backup holds. */
export async function readIndexVersion(
  client: ClientBase,
): Promise<{ readonly households: number; readonly newestVersion: number }> {
  const { rows } = await client.query<{ households: number; newestVersion: number }>(
    `select count(*) as households, coalesce(max(version), 0) as "newestVersion" from search_indexes`,
  );
  return rows[0] ?? { households: 0, newestVersion: 0 };
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
