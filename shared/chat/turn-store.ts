import type { ClientBase } from 'pg';
import * as z from 'zod/mini';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import type { ChatReply, Proposal } from './chat-schema.ts';
import type { ChefAnswer } from './chef-answer.ts';

/** A proposal is of the pantry as it was seen; an hour later it may be another. */
const OPEN_FOR = '1 hour';

/** What the agent remembers of a talk. @throws UserError 404 for a talk of nobody here */
export async function lastState(
  who: HouseholdContext,
  sessionId: string,
): Promise<z.core.util.JSONType> {
  return await withHousehold(who, async (client) => {
    const { rows } = await client.query<{ state: unknown }>(
      'select state from chat_turns where session_id = $1 order by id desc limit 1',
      [sessionId],
    );
    const row = rows[0];
    if (row === undefined)
      throw notFound({ pl: 'Nie ma takiej rozmowy.', en: 'There is no such talk.' });
    return z.parse(z.json(), row.state);
  });
}

/** Keeps a turn with its proposals. @returns the reply as it is sent */
export async function keepTurn(
  who: HouseholdContext,
  { sessionId, message, answer }: { sessionId: string; message: string; answer: ChefAnswer },
): Promise<ChatReply> {
  const { proposals, data, ...rest } = answer;
  const { state, ...shown } = data;
  return await withHousehold(who, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into chat_turns (household_id, user_id, session_id, agent, message, reply, state)
       values ($1, $2, $3, 'chef', $4, $5, $6) returning id`,
      [
        who.householdId,
        who.userId,
        sessionId,
        message,
        JSON.stringify({ ...rest, data: shown }),
        state === null ? null : JSON.stringify(state),
      ],
    );
    const turnId = rows[0]?.id ?? '';
    const kept: Proposal[] = [];
    for (const proposal of proposals) kept.push(await keepProposal(client, who, turnId, proposal));
    return { sessionId, turnId, agent: 'chef', ...rest, data: shown, proposals: kept };
  });
}

async function keepProposal(
  client: ClientBase,
  who: HouseholdContext,
  turnId: string,
  proposal: ChefAnswer['proposals'][number],
): Promise<Proposal> {
  const { kind, summary, recipeId, servings, ingredients } = proposal;
  const { rows } = await client.query<{ id: string; expires_at: Date }>(
    `insert into chat_proposals (household_id, turn_id, kind, summary, payload, expires_at)
     values ($1, $2, $3, $4, $5, now() + interval '${OPEN_FOR}') returning id, expires_at`,
    [who.householdId, turnId, kind, summary, JSON.stringify(proposal)],
  );
  const row = rows[0];
  if (row === undefined) throw new Error('the proposal was not kept');
  const diff = { recipeId, servings, takes: ingredients };
  return { id: row.id, kind, summary, diff, expiresAt: row.expires_at.toISOString() };
}
