import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { SessionMemory } from './session-memory.ts';

export interface LastTurn {
  readonly agent: string;
  readonly intent: string;
  readonly memory: unknown;
}

/** The newest turns of a session, newest first; none when there is no such session. */
export async function lastTurns(
  client: ClientBase,
  sessionId: string,
  count: number,
): Promise<LastTurn[]> {
  const { rows } = await client.query<LastTurn>(
    `select agent, coalesce(reply->'intent'->>'name', '') as intent, memory
     from chat_turns where session_id = $1 order by id desc limit $2`,
    [sessionId, count],
  );
  return rows;
}

export interface KeptTurn {
  readonly session_id: string;
  readonly agent: string;
  readonly reply: unknown;
}

/** One turn, of whichever session. */
export async function findTurn(client: ClientBase, id: string): Promise<KeptTurn | undefined> {
  const { rows } = await client.query<KeptTurn>(
    'select session_id, agent, reply from chat_turns where id = $1',
    [id],
  );
  return rows[0];
}

/** How many turns back what an agent remembers still counts: a session of a thousand costs no more. */
const RECENT_TURNS = 100;

/** What each agent wrote last in a session. */
export async function lastStates(
  client: ClientBase,
  sessionId: string,
): Promise<ReadonlyMap<string, unknown>> {
  const { rows } = await client.query<{ agent: string; state: unknown }>(
    `with recent as (
       select id, agent, state, other_states from chat_turns
       where session_id = $1 order by id desc limit ${RECENT_TURNS}
     )
     select distinct on (agent) agent, state from (
       select id, agent, state from recent
       union all
       select id, other.key, other.value from recent, jsonb_each(other_states) as other
     ) as states order by agent, id desc`,
    [sessionId],
  );
  return new Map(rows.map(({ agent, state }) => [agent, state]));
}

/** Sessions that nobody went on with for a year, with all that was remembered and proposed in them. */
export async function forgetOldSessions(client: ClientBase): Promise<void> {
  await client.query(
    `delete from chat_turns old where created_at < now() - interval '1 year' and not exists (
       select 1 from chat_turns later
       where later.session_id = old.session_id and later.created_at >= now() - interval '1 year')`,
  );
}

/** The id of a turn that begins now: ids are in the order of time. */
export async function nextTurnId(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ id: string }>('select uuid_v7() as id');
  const row = rows[0];
  if (row === undefined) throw new Error('there is no id for the turn');
  return row.id;
}

export interface NewTurn {
  readonly id: string;
  readonly sessionId: string;
  readonly agent: string;
  readonly message: string;
  /** As it is sent, without proposals. */
  readonly reply: unknown;
  readonly state: unknown;
  /** Of other agents that answered a part of the message, by their names. */
  readonly otherStates: Readonly<Record<string, unknown>> | undefined;
  readonly memory: SessionMemory;
}

export async function insertTurn(
  client: ClientBase,
  { householdId, userId }: HouseholdContext,
  { id, sessionId, agent, message, reply, state, otherStates, memory }: NewTurn,
): Promise<void> {
  await client.query(
    `insert into chat_turns
       (id, household_id, user_id, session_id, agent, message, reply, state, other_states, memory)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      householdId,
      userId,
      sessionId,
      agent,
      message,
      JSON.stringify(reply),
      state === null ? null : JSON.stringify(state),
      otherStates === undefined ? null : JSON.stringify(otherStates),
      JSON.stringify(memory),
    ],
  );
}
