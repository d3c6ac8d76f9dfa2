import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import {
  decidableProposals,
  decideProposal,
  saveProposal,
} from '#shared/proposals/proposal-store.ts';
import type { Proposal } from '#shared/proposals/schemas/proposal-schemas.ts';
import type { AnsweredTurn } from './reply/answered-turn.ts';
import type { ChatReply } from './reply/chat-reply.ts';
import type { SessionMemory } from './session/session-memory.ts';
import { insertTurn } from './session/session-store.ts';

/** A message where it stands. */
export interface TurnPlace {
  readonly household: HouseholdContext;
  readonly sessionId: string;
  readonly turnId: string;
  readonly message: string;
  /** Text that it shows rather than says. */
  readonly shown?: string;
  /** The language it is answered in. */
  readonly locale: Locale;
}

/** What else is written in the transaction that keeps a turn. */
export type AlsoKeep = (client: ClientBase, reply: ChatReply) => Promise<void>;

/** Keeps a turn with what it proposes, in one transaction. @returns the reply as it is sent */
export async function remember(
  { household, sessionId, turnId, message, locale }: TurnPlace,
  { agent, answer, proposals, replaces = false, state, otherStates }: AnsweredTurn,
  memory: SessionMemory,
  alsoKeep?: AlsoKeep,
): Promise<ChatReply> {
  return await withHousehold(household, async (client) => {
    const kept = { agent, message, reply: answer, state, otherStates, memory };
    await insertTurn(client, household, { id: turnId, sessionId, ...kept });
    if (replaces) await rejectNewest(client, sessionId);
    const saved: Proposal[] = [];
    for (const proposal of proposals)
      saved.push(await saveProposal(client, household, turnId, proposal, locale));
    const reply = { sessionId, turnId, agent, ...answer, proposals: saved };
    await alsoKeep?.(client, reply);
    return reply;
  });
}

async function rejectNewest(client: ClientBase, sessionId: string): Promise<void> {
  const { open } = await decidableProposals(client, sessionId);
  if (open !== null) await decideProposal(client, open, 'rejected');
}
