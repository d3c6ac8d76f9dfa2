import type { Bucket } from '#shared/backup/bucket.ts';
import { markErased } from '#shared/backup/erased-households.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { log } from '#shared/telemetry/log.ts';
import type { ErasurePhase, ErasureRun } from './erasure-run.ts';
import { eraseSome, stateOfErasure } from './erasure-store.ts';
import { counterKeys, FILE_PREFIXES, indexPrefix } from './traces.ts';

/** Removes for good what lies below a prefix, until the time is up. */
type EraseFrom = (prefix: string, isTimeUp: () => boolean) => Promise<{ readonly done: boolean }>;

export interface ErasureDeps {
  readonly backups: Bucket;
  readonly eraseFiles: EraseFrom;
  readonly eraseIndex: EraseFrom;
  deleteKeys(...keys: string[]): Promise<void>;
  now(): Date;
  /** Whether another invocation should go on. */
  isTimeUp(): boolean;
}

/**
 * Erases as much of a household as time allows; called again with what it returns, it goes on. Everything
 * it does may be done twice.
 * @throws when nobody has confirmed it
 */
export async function erasureStep(run: ErasureRun, deps: ErasureDeps): Promise<ErasureRun> {
  const { householdId, phase } = run;
  const state = await withHousehold(run, stateOfErasure);
  if (state === 'not-confirmed') throw new Error('The erasure of this household is not confirmed');
  // Before anything is gone: a backup that is restored meanwhile must not bring it back.
  await markErased(deps.backups, householdId, deps.now());
  if (!(await PHASES[phase](run, deps))) return { ...run, done: false };
  const next = NEXT[phase];
  return { ...run, phase: next ?? phase, done: next === 'leftovers' || next === undefined };
}

const NEXT: Readonly<Record<ErasurePhase, ErasurePhase | undefined>> = {
  files: 'index',
  index: 'counters',
  counters: 'rows',
  rows: 'leftovers',
  leftovers: undefined,
};

/** Each does its part, and says whether that is done. */
const PHASES: Readonly<
  Record<ErasurePhase, (run: ErasureRun, deps: ErasureDeps) => Promise<boolean>>
> = {
  files: eraseFiles,
  index: eraseIndex,
  counters: async ({ householdId }, { deleteKeys, now }) => {
    // They are numbers that end by themselves within the hour, and no reason to keep all the rest.
    await deleteKeys(...counterKeys(householdId, now())).catch((error: unknown) =>
      log.warn('Counters of an erased household end by themselves', { error }),
    );
    return true;
  },
  rows: async (run, { isTimeUp }) => {
    while (await withHousehold(run, eraseSome)) if (isTimeUp()) return false;
    return true;
  },
  leftovers: async (run, deps) => (await eraseFiles(run, deps)) && (await eraseIndex(run, deps)),
};

async function eraseFiles({ householdId }: ErasureRun, deps: ErasureDeps): Promise<boolean> {
  for (const prefix of FILE_PREFIXES) {
    const { done } = await deps.eraseFiles(`${prefix}/${householdId}/`, deps.isTimeUp);
    if (!done) return false;
  }
  return true;
}

async function eraseIndex({ householdId }: ErasureRun, deps: ErasureDeps): Promise<boolean> {
  return (await deps.eraseIndex(indexPrefix(householdId), deps.isTimeUp)).done;
}
