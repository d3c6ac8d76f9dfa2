import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { requireOwner } from '#shared/households/member.ts';
import { presentRole } from '#shared/households/member-store.ts';
import { overLimit } from '#shared/limits/over-limit.ts';
import type { ExportRun } from './export-run.ts';
import { archiveKey } from './export-run.ts';
import type { HouseholdExport } from './export-schema.ts';
import * as store from './export-store.ts';
import type { Locale } from './export-words.ts';

/** What an export costs is read from storage, and written to it. */
const MOST_A_DAY = 5;

export interface ExportDeps {
  /** Starts an execution of the workflow; a name starts once. */
  start(
    workflow: 'household',
    name: string,
    input: Pick<ExportRun, 'action' | 'householdId' | 'exportId'>,
  ): Promise<void>;
  /** A link that gets one object for a while. */
  presignGet(key: string): Promise<string>;
}

/**
 * Starts an export, or gives the one that is under way or was made within the hour.
 * @throws UserError 403 for all but owners, 429
 */
export async function startExport(
  deps: ExportDeps,
  household: HouseholdContext,
  locale: Locale,
): Promise<HouseholdExport> {
  const current = await withHousehold(household, async (client) => {
    requireOwner(await presentRole(client, household));
    const fresh = await store.findFresh(client);
    if (fresh !== undefined) return fresh;
    const { count, reset } = await store.countOfDay(client);
    if (count >= MOST_A_DAY) throw tooMany(reset);
    return await store.addExport(client, household, locale);
  });
  // Again, too, for one that is under way: a crash may have come between its row and its workflow.
  if (current.status === 'running') {
    const { householdId } = household;
    const input = { action: 'export' as const, householdId, exportId: current.id };
    await deps.start('household', `export-${current.id}`, input);
  }
  return await shown(deps, household, current);
}

/** @throws UserError 403 for all but owners, 404 */
export async function readExport(
  deps: ExportDeps,
  household: HouseholdContext,
  exportId: string,
): Promise<HouseholdExport> {
  const found = await withHousehold(household, async (client) => {
    requireOwner(await presentRole(client, household));
    return await store.findExport(client, exportId);
  });
  return await shown(deps, household, found);
}

async function shown(
  { presignGet }: ExportDeps,
  { householdId }: HouseholdContext,
  row: store.StoredExport,
): Promise<HouseholdExport> {
  const archives = row.is_expired ? [] : row.archives;
  return {
    exportId: row.id,
    status: row.is_expired ? 'expired' : row.status,
    files: { written: row.files_done, of: row.files_total },
    archives: await Promise.all(
      archives.map(async ({ name, size }) => ({
        name,
        size,
        url: await presignGet(archiveKey({ householdId, exportId: row.id }, name)),
      })),
    ),
    startedAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  };
}

function tooMany(reset: number) {
  const allowance = { limit: MOST_A_DAY, left: 0, reset };
  return overLimit('too-many-exports', allowance, (minutes) => ({
    pl: `Najwyżej ${MOST_A_DAY} eksportów na dobę. Spróbuj za ${minutes} min.`,
    en: `At most ${MOST_A_DAY} exports a day. Try again in ${minutes} min.`,
  }));
}
