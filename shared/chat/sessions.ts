import * as z from 'zod/mini';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { AgentName } from '#shared/orchestration/contract/agent-name.ts';
import { Answer } from '#shared/orchestration/reply/chat-reply.ts';
import { noSession } from '#shared/orchestration/session/load-session.ts';
import { AfterId, type PageQuery, readCursor, toPage } from '#shared/paging/page.ts';
import {
  deleteTurns,
  findSession,
  listSessions,
  listTurns,
  type SessionRow,
  type TurnRow,
} from './chat-session-store.ts';
import type { ChatSession, ChatTurn } from './session-schema.ts';

/** The talks of a household, whoever of it had them, the newest first. */
export async function showSessions(household: HouseholdContext, { limit, cursor }: PageQuery) {
  const before = readCursor(AfterId, cursor);
  return await withHousehold(household, async (client) => {
    const rows = await listSessions(client, before, limit + 1);
    return toPage(rows, limit, showSession, ({ last_turn }) => last_turn);
  });
}

/** One talk, a page of its turns at a time. @throws UserError 404 */
export async function showSessionTurns(
  household: HouseholdContext,
  id: string,
  { limit, cursor }: PageQuery,
) {
  const before = readCursor(AfterId, cursor);
  return await withHousehold(household, async (client) => {
    const session = await findSession(client, id);
    if (session === undefined) throw noSession();
    const rows = await listTurns(client, id, before, limit + 1);
    return { ...showSession(session), ...toPage(rows, limit, showTurn, (row) => row.id) };
  });
}

/**
 * Deletes a talk: its turns, what was remembered of it, and its proposals. What was confirmed has been
 * booked and stays booked.
 * @throws UserError 404
 */
export async function deleteSession(household: HouseholdContext, id: string): Promise<void> {
  const deleted = await withHousehold(household, (client) => deleteTurns(client, id));
  if (deleted === 0) throw noSession();
}

function showSession({ id, title, started_at, updated_at, turns, agent }: SessionRow): ChatSession {
  return {
    id,
    title,
    startedAt: started_at.toISOString(),
    updatedAt: updated_at.toISOString(),
    turns,
    agent: z.parse(AgentName, agent),
  };
}

const Kept = z.pick(Answer, { text: true, intent: true, citations: true });

function showTurn({ id, agent, message, created_at, reply, proposals }: TurnRow): ChatTurn {
  const kept = z.parse(Kept, reply);
  // The shape of data belongs to the version that answered.
  const data = z.safeParse(z.pick(Answer, { data: true }), reply);
  return {
    id,
    agent: z.parse(AgentName, agent),
    message,
    at: created_at.toISOString(),
    ...kept,
    ...(data.success && data.data.data !== undefined && { data: data.data.data }),
    proposals,
  };
}
