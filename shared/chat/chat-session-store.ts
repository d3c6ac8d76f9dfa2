import type { ClientBase } from 'pg';
import type { ChatTurn } from './session-schema.ts';

/** How much of the first message stands for a session. */
const TITLE_LENGTH = 80;

const SUMMARY = `
  select session_id as id, count(*)::int as turns, min(created_at) as started_at,
    max(created_at) as updated_at, (array_agg(id order by id desc))[1] as last_turn,
    (array_agg(agent order by id desc))[1] as agent,
    left((array_agg(message order by id))[1], ${TITLE_LENGTH}) as title
  from chat_turns`;

export interface SessionRow {
  readonly id: string;
  readonly title: string;
  readonly started_at: Date;
  readonly updated_at: Date;
  readonly turns: number;
  readonly agent: string;
  readonly last_turn: string;
}

/** Sessions by their last turn, the newest first. @param before the last turn of the session before */
export async function listSessions(
  client: ClientBase,
  before: string | undefined,
  count: number,
): Promise<SessionRow[]> {
  const { rows } = await client.query<SessionRow>(
    `select * from (${SUMMARY} group by session_id) s
     where $1::uuid is null or last_turn < $1 order by last_turn desc limit $2`,
    [before ?? null, count],
  );
  return rows;
}

export async function findSession(client: ClientBase, id: string): Promise<SessionRow | undefined> {
  const { rows } = await client.query<SessionRow>(
    `${SUMMARY} where session_id = $1 group by session_id`,
    [id],
  );
  return rows[0];
}

export interface TurnRow {
  readonly id: string;
  readonly agent: string;
  readonly message: string;
  readonly created_at: Date;
  readonly reply: unknown;
  readonly proposals: ChatTurn['proposals'];
}

/** Turns of a session, the newest first, with what they proposed. */
export async function listTurns(
  client: ClientBase,
  sessionId: string,
  before: string | undefined,
  count: number,
): Promise<TurnRow[]> {
  const { rows } = await client.query<TurnRow>(
    `select t.id, t.agent, t.message, t.created_at, t.reply, coalesce(p.all, '[]') as proposals
     from chat_turns t left join lateral (
       select json_agg(json_build_object('id', id, 'kind', kind, 'summary', summary,
         'status', status, 'expiresAt', to_char(expires_at at time zone 'UTC',
         'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by id) as all
       from chat_proposals where turn_id = t.id
     ) p on true
     where t.session_id = $1 and ($2::uuid is null or t.id < $2) order by t.id desc limit $3`,
    [sessionId, before ?? null, count],
  );
  return rows;
}

/** Turns, what agents remembered of them, and what they proposed. @returns how many turns there were */
export async function deleteTurns(client: ClientBase, sessionId: string): Promise<number> {
  // Those that were answered go with their turns.
  await client.query('delete from chat_requests where session_id = $1', [sessionId]);
  const { rowCount } = await client.query('delete from chat_turns where session_id = $1', [
    sessionId,
  ]);
  return rowCount ?? 0;
}
