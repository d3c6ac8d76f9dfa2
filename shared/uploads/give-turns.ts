import { withWorker } from '#shared/database/with-household.ts';
import { nextTurn } from './reading-turn.ts';
import { countBeingRead, lockTurns, waitingLines } from './reading-turn-store.ts';
import type { UploadKind } from './upload-state.ts';
import { takeTurn } from './upload-store.ts';
import type { TracedRun } from './workflow.ts';

/** What starts workflows. A name starts once: the same one again is no error and no second run. */
export interface Workflows {
  startWorkflow(kind: UploadKind, name: string, run: TracedRun): Promise<void>;
}

/**
 * Starts the workflows of uploads whose turn it is, until all places for readings are taken (worker
 * role). Whoever frees a place, or adds to a line, has this called.
 * @param places readings at the same time
 */
export async function giveTurns(places: number, workflows: Workflows): Promise<void> {
  while (await giveTurn(places, workflows)) {
    // One transaction each: what was started stays so when the next one cannot be.
  }
}

/** @returns whether somebody had a turn */
async function giveTurn(places: number, workflows: Workflows): Promise<boolean> {
  return await withWorker(async (client) => {
    await lockTurns(client);
    if ((await countBeingRead(client)) >= places) return false;
    const next = nextTurn(await waitingLines(client));
    if (next === undefined) return false;
    const { kind, ...run } = next;
    await takeTurn(client, run);
    // Before the commit: after a crash in between the same name is started again, which does nothing.
    await workflows.startWorkflow(kind, `${run.uploadId}-${run.attempt}`, run);
    return true;
  });
}
