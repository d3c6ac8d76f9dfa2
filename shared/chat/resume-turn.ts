import * as z from 'zod/mini';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { stillRunning } from '#shared/errors/still-running.ts';
import { ChatReply } from '#shared/orchestration/reply/chat-reply.ts';
import { readProposal } from '#shared/proposals/proposal-kinds.ts';
import { proposalsOfTurn } from '#shared/proposals/proposal-store.ts';
import { findTurn } from './chat-session-store.ts';
import { type Received, turnAge } from './event-id.ts';

/** The chat's function ends sooner: a turn that is not kept by then never will be. */
const LONGEST_TURN_MS = 30_000;

/**
 * The turn that a client has a part of.
 * @param mayRun whether it may go on still, as far as the caller knows
 * @returns null when it was not kept and no longer goes on: nothing was done, so it may be asked again
 * @throws UserError 409 `still-running` until it surely does not
 */
export async function resumeTurn(
  household: HouseholdContext,
  received: Received,
  mayRun: boolean,
  now: number = Date.now(),
): Promise<ChatReply | null> {
  const reply = await keptReply(household, received.turnId);
  if (reply !== null) return reply;
  if (mayRun && turnAge(received, now) < LONGEST_TURN_MS) throw stillRunning();
  return null;
}

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
