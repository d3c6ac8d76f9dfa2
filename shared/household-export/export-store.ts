import type { ClientBase } from 'pg';
import { notFound } from '#shared/errors/not-found.ts';
import type { Locale } from './export-words.ts';

export interface StoredArchive {
  readonly name: string;
  readonly size: number;
  readonly files: number;
}

/** A row of `household_exports`. */
export interface StoredExport {
  readonly id: string;
  readonly locale: Locale;
  readonly status: 'running' | 'done' | 'failed';
  readonly archives: readonly StoredArchive[];
  readonly files_total: number;
  readonly files_done: number;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly is_expired: boolean;
}

const COLUMNS = `id, locale, status, archives, files_total, files_done, created_at, expires_at,
  expires_at <= now() as is_expired`;

/** An export is shown again for so long instead of being made anew. */
const FRESH = '1 hour';
/** A workflow ends within half a day; what began before is no longer under way. */
const LONGEST_RUN = '12 hours';

/** The export that is under way, or was made a moment ago. */
export async function findFresh(client: ClientBase): Promise<StoredExport | undefined> {
  await client.query(
    `update household_exports set status = 'failed', ended_at = now()
     where status = 'running' and created_at < now() - interval '${LONGEST_RUN}'`,
  );
  const { rows } = await client.query<StoredExport>(
    `select ${COLUMNS} from household_exports
     where status = 'running' or (status = 'done' and created_at > now() - interval '${FRESH}')
     order by id desc limit 1`,
  );
  return rows[0];
}

/** Exports of the last day, and in how many seconds the first of them is older than that. */
export async function countOfDay(
  client: ClientBase,
): Promise<{ readonly count: number; readonly reset: number }> {
  const { rows } = await client.query<{ count: number; reset: number }>(
    `select count(*), coalesce(ceil(extract(epoch from
       min(created_at) + interval '1 day' - now())), 0)::int as reset
     from household_exports where created_at > now() - interval '1 day'`,
  );
  return rows[0] ?? { count: 0, reset: 0 };
}

/** Of two at once one is added. @returns the one that is under way then */
export async function addExport(
  client: ClientBase,
  { householdId, userId }: { readonly householdId: string; readonly userId: string },
  locale: Locale,
): Promise<StoredExport> {
  await client.query(`delete from household_exports where expires_at < now() - interval '1 day'`);
  await client.query(
    `insert into household_exports (household_id, user_id, locale, expires_at)
     values ($1, $2, $3, now() + interval '7 days')
     on conflict (household_id) where status = 'running' do nothing`,
    [householdId, userId, locale],
  );
  const { rows } = await client.query<StoredExport>(
    `select ${COLUMNS} from household_exports where status = 'running'`,
  );
  return found(rows);
}

/** @throws UserError 404 */
export async function findExport(client: ClientBase, id: string): Promise<StoredExport> {
  const sql = `select ${COLUMNS} from household_exports where id = $1`;
  return found((await client.query<StoredExport>(sql, [id])).rows);
}

/** Undefined where the export is not under way any more, or its household is gone. */
export async function findRunning(
  client: ClientBase,
  id: string,
): Promise<(StoredExport & { readonly zone: string }) | undefined> {
  const { rows } = await client.query<StoredExport & { zone: string }>(
    `select ${COLUMNS}, (select zone from households) as zone
     from household_exports where id = $1 and status = 'running'`,
    [id],
  );
  return rows[0];
}

/** Says which archives there are, and whether they are all. */
export async function noteArchives(
  client: ClientBase,
  id: string,
  archives: readonly StoredArchive[],
  { filesTotal, done }: { readonly filesTotal: number; readonly done: boolean },
): Promise<void> {
  const filesDone = archives.reduce((sum, { files }) => sum + files, 0);
  await client.query(
    `update household_exports set archives = $2, files_done = $3, files_total = $4,
       status = case when $5 then 'done' else status end, ended_at = case when $5 then now() end
     where id = $1`,
    [id, JSON.stringify(archives), filesDone, filesTotal, done],
  );
}

export async function noteFailure(client: ClientBase, id: string): Promise<void> {
  await client.query(
    `update household_exports set status = 'failed', ended_at = now()
     where id = $1 and status = 'running'`,
    [id],
  );
}

function found(rows: readonly StoredExport[]): StoredExport {
  const row = rows[0];
  if (row !== undefined) return row;
  throw notFound({ pl: 'Nie ma takiego eksportu.', en: 'There is no such export.' });
}
