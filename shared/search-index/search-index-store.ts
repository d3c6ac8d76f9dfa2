import type { ClientBase } from 'pg';

/** Which dataset of a household is searched, and what a reader must see of it at least. */
export interface SearchIndex {
  readonly dataset: string | null;
  readonly version: number;
  readonly builds: number;
  readonly purge: boolean;
  readonly updatedAt: Date;
}

const COLUMNS = 'dataset, version, builds, purge, updated_at as "updatedAt"';

/** Undefined where nothing was ever indexed. */
export async function readSearchIndex(client: ClientBase): Promise<SearchIndex | undefined> {
  const { rows } = await client.query<SearchIndex>(`select ${COLUMNS} from search_indexes`);
  return rows[0];
}

/** Waits until no other writer of the household is left, and is the only one until the transaction ends. */
export async function lockSearchIndex(
  client: ClientBase,
  householdId: string,
): Promise<SearchIndex> {
  await client.query(
    'insert into search_indexes (household_id) values ($1) on conflict do nothing',
    [householdId],
  );
  const { rows } = await client.query<SearchIndex>(
    `select ${COLUMNS} from search_indexes for update`,
  );
  const [index] = rows;
  if (index === undefined) throw new Error('The household has no search index');
  return index;
}

/** Says what was written; `deleted` where rows were masked that files still hold. */
export async function writeVersion(
  client: ClientBase,
  { dataset, version, deleted }: { dataset: string; version: number; deleted: boolean },
): Promise<void> {
  await client.query(
    'update search_indexes set dataset = $1, version = $2, purge = purge or $3, updated_at = now()',
    [dataset, version, deleted],
  );
}

/** The number of a new build. */
export async function countBuild(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ builds: number }>(
    'update search_indexes set builds = builds + 1 returning builds',
  );
  return rows[0]?.builds ?? 0;
}

/** Whether nobody has asked yet to optimise it; whoever asks says so, once. */
export async function claimOptimizing(client: ClientBase): Promise<boolean> {
  const { rowCount } = await client.query(
    `update search_indexes set optimizing_at = now()
     where optimizing_at is null or optimizing_at < now() - interval '1 hour'`,
  );
  return rowCount === 1;
}

export async function endOptimizing(client: ClientBase, version: number): Promise<void> {
  await client.query(
    'update search_indexes set optimizing_at = null, purge = false, version = greatest(version, $1)',
    [version],
  );
}
