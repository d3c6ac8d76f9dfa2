import type { Bucket } from './bucket.ts';
import { keys } from './keys.ts';

/**
 * The households that were erased, by their bare ids. The list lies with the backups and in none of them,
 * so a restore of an older one knows whom it must not bring back.
 */
export async function erasedHouseholds(backups: Bucket): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for await (const { key } of backups.list(keys.erased)) ids.add(key.slice(keys.erased.length));
  return ids;
}

/** Adds one to the list; again, when it is on it, changes nothing. */
export async function markErased(backups: Bucket, householdId: string, at: Date): Promise<void> {
  const key = `${keys.erased}${householdId}`;
  if ((await backups.size(key)) !== undefined) return;
  await backups.write(key, JSON.stringify({ erasedAt: at.toISOString() }), 'application/json');
}
