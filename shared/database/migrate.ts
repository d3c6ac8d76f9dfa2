import type { ClientBase } from 'pg';
import { onEveryRow } from './every-row.ts';
import type { Migration } from './migration-files.ts';
import { openToBackup } from './open-to-backup.ts';
import { scramVerifier } from './scram.ts';

/** An arbitrary advisory-lock key, so that only one migration runs at a time. */
const LOCK = 7_305_110;

/** The roles that functions act as, with the passwords they log in with. */
export interface RolePasswords {
  readonly foodsave_app: string;
  readonly foodsave_worker: string;
  readonly foodsave_backup: string;
}

/**
 * Brings a database up to date, as its owner. Each file is one transaction; applied files
 * are never run again. Of two concurrent calls the second waits, then finds nothing to do.
 * @returns the names of the migrations applied now.
 * @throws when an applied file was changed, or one among ours is missing.
 */
export async function migrate(
  client: ClientBase,
  migrations: readonly Migration[],
  passwords: RolePasswords,
): Promise<string[]> {
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    for (const [role, password] of Object.entries(passwords)) {
      await ensureRole(client, role, password);
    }
    return await applyMissing(client, migrations);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
  }
}

/**
 * Applies what is missing in the schema that the client works in, and lets the backup read all of it.
 * @returns the names of the migrations applied now.
 */
export async function applyMissing(
  client: ClientBase,
  migrations: readonly Migration[],
): Promise<string[]> {
  const applied = await appliedMigrations(client);
  refuseEditedHistory(applied, migrations);
  const missing = migrations.filter(({ name }) => !applied.has(name));
  for (const migration of missing) await apply(client, migration);
  await openToBackup(client);
  return missing.map(({ name }) => name);
}

async function ensureRole(client: ClientBase, role: string, password: string): Promise<void> {
  const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  const verb = known.rowCount === 0 ? 'create' : 'alter';
  const { rows } = await client.query<{ sql: string }>(
    `select format('${verb} role %I login password %L', $1::text, $2::text) as sql`,
    [role, scramVerifier(password)],
  );
  for (const { sql } of rows) await client.query(sql);
  for (const setting of settingsOf(role)) await client.query(`alter role ${role} set ${setting}`);
}

function settingsOf(role: string): string[] {
  // A backup only reads, in one transaction that lasts as long as it writes elsewhere.
  if (role === 'foodsave_backup') {
    return ['default_transaction_read_only = on', "idle_in_transaction_session_timeout = '2min'"];
  }
  // A runaway statement must end before the function that waits for it does.
  return ["statement_timeout = '20s'", "idle_in_transaction_session_timeout = '30s'"];
}

async function appliedMigrations(client: ClientBase): Promise<Map<string, string>> {
  await client.query(
    `create table if not exists schema_migrations (
       name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
  );
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migrations',
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

/**
 * A migration past the last of ours is of a newer release, which somebody went back from: since migrations
 * only add, its tables serve this one too.
 */
function refuseEditedHistory(applied: Map<string, string>, migrations: readonly Migration[]): void {
  const files = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  const newest = migrations.at(-1)?.name ?? '';
  for (const [name, checksum] of applied) {
    const now = files.get(name);
    if (now === undefined && name > newest) continue;
    if (now === undefined) throw new Error(`Migration ${name} was applied and is gone`);
    if (now !== checksum) throw new Error(`Migration ${name} was changed after it was applied`);
  }
}

async function apply(client: ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await onEveryRow(client, async () => void (await client.query(sql)));
    await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [
      name,
      checksum,
    ]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed`, { cause });
  }
}
