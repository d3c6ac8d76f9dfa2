import type { ClientBase } from 'pg';
import type { Line } from './reading-turn.ts';
import type { UploadKind } from './upload-state.ts';

/**
 * A place is held until the upload is past reading. A reading that is older than the function that reads
 * may run has died without a word, and another takes its place.
 */
const HELD = `status in ('queued', 'reading') and turn_at is not null
  and updated_at > now() - interval '11 minutes'`;
/** In its household's line, without a turn yet; in the words of the partial index. */
export const WAITING = `status = 'queued' and ready_at is not null and turn_at is null`;
/** Another attempt goes to the end of its household's line. */
const ARRIVED = 'case when attempt = 1 then created_at else ready_at end';

/** Turns are given one at a time: two at once would give the last place twice. */
export async function lockTurns(client: ClientBase): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('reading turns'))`);
}

/** How many uploads of all households are being read. */
export async function countBeingRead(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*) from uploads where ${HELD}`,
  );
  return rows[0]?.count ?? 0;
}

interface LineRow {
  readonly household_id: string;
  readonly id: string;
  readonly kind: UploadKind;
  readonly attempt: number;
  readonly trace: unknown;
  readonly since: Date;
  readonly being_read: number;
  readonly last_turn: Date | null;
}

/** The line of every household in which something waits. */
export async function waitingLines(client: ClientBase): Promise<Line[]> {
  const { rows } = await client.query<LineRow>(
    `select waiting.*,
       (select count(*) from uploads u where u.household_id = waiting.household_id and ${HELD})
         as being_read,
       (select max(turn_at) from uploads u where u.household_id = waiting.household_id) as last_turn
     from (
       select distinct on (household_id) household_id, id, kind, attempt, trace, ${ARRIVED} as since
       from uploads where ${WAITING} order by household_id, ${ARRIVED}, id
     ) waiting`,
  );
  return rows.map((row) => ({
    householdId: row.household_id,
    first: {
      householdId: row.household_id,
      uploadId: row.id,
      attempt: row.attempt,
      kind: row.kind,
      ...(row.trace !== null && { trace: row.trace }),
    },
    since: row.since.getTime(),
    beingRead: row.being_read,
    lastTurn: row.last_turn?.getTime() ?? null,
  }));
}
