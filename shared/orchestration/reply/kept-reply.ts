import * as z from 'zod/mini';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { readProposal } from '#shared/proposals/proposal-kinds.ts';
import { proposalsOfTurn } from '#shared/proposals/proposal-store.ts';
import { findTurn } from '../session/session-store.ts';
import { ChatReply } from './chat-reply.ts';

/** A turn's reply as it was sent; null when there is no such turn, or none that can still be read. */
export async function keptReply(
  household: HouseholdContext,
  turnId: string,
): Promise<ChatReply | null> {
  return await withHousehold(household, async (client) => {
    const turn = await findTurn(client, turnId);
    if (turn === undefined) return null;
    const proposals = (await proposalsOfTurn(client, turnId)).map(
      ({ id, summary, payload, expires_at }) => {
        const { kind, diff } = readProposal(payload);
        return { id, kind, summary, diff: diff(), expiresAt: expires_at.toISOString() };
      },
    );
    const { session_id: sessionId, agent, reply } = turn;
    const answer = z.parse(z.record(z.string(), z.unknown()), reply);
    // The shape of data belongs to the version that answered.
    const kept = z.safeParse(ChatReply, { sessionId, turnId, agent, ...answer, proposals });
    return kept.success ? kept.data : null;
  });
}
