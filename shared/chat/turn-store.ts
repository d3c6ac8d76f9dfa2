import type { ClientBase } from 'pg';
import * as z from 'zod/mini';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import type { ChatReply, Proposal } from './chat-schema.ts';
import type { ChefAnswer } from './chef-answer.ts';

/** A proposal is of the pantry as it was seen; an hour later it may be another. */
const PROPOSAL_LIFETIME = '1 hour';

/** What the agent remembers of a session. @throws UserError 404 for a session of another household */
export async function lastState(
  household: HouseholdContext,
  sessionId: string,
): Promise<z.core.util.JSONType> {
  return await withHousehold(household, async (client) => {
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
export async function saveTurn(
  household: HouseholdContext,
  { sessionId, message, answer }: { sessionId: string; message: string; answer: ChefAnswer },
): Promise<ChatReply> {
  const { proposals, data, ...rest } = answer;
  const { state, ...shown } = data;
  return await withHousehold(household, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into chat_turns (household_id, user_id, session_id, agent, message, reply, state)
       values ($1, $2, $3, 'chef', $4, $5, $6) returning id`,
      [
        household.householdId,
        household.userId,
        sessionId,
        message,
        JSON.stringify({ ...rest, data: shown }),
        state === null ? null : JSON.stringify(state),
      ],
    );
    const turnId = rows[0]?.id ?? '';
    const saved: Proposal[] = [];
    for (const proposal of proposals)
      saved.push(await saveProposal(client, household, turnId, proposal));
    return { sessionId, turnId, agent: 'chef', ...rest, data: shown, proposals: saved };
  });
}

async function saveProposal(
  client: ClientBase,
  household: HouseholdContext,
  turnId: string,
  proposal: ChefAnswer['proposals'][number],
): Promise<Proposal> {
  const { kind, summary } = proposal;
  const { rows } = await client.query<{ id: string; expires_at: Date }>(
    `insert into chat_proposals (household_id, turn_id, kind, summary, payload, expires_at)
     values ($1, $2, $3, $4, $5, now() + interval '${PROPOSAL_LIFETIME}') returning id, expires_at`,
    [household.householdId, turnId, kind, summary, JSON.stringify(proposal)],
  );
  const row = rows[0];
  if (row === undefined) throw new Error('the proposal was not kept');
  const kept = { id: row.id, summary, expiresAt: row.expires_at.toISOString() };
  if (proposal.kind === 'profile') {
    const { personId, adds } = proposal;
    return { ...kept, kind: 'profile', diff: { personId, adds } };
  }
  const { recipeId, servings, ingredients } = proposal;
  return { ...kept, kind: 'cook', diff: { recipeId, servings, takes: ingredients } };
}
