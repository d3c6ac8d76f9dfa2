import type { HouseholdContext } from '#shared/context/household-context.ts';
import { stillRunning } from '#shared/errors/still-running.ts';
import type { ChatReply } from '#shared/orchestration/reply/chat-reply.ts';
import { keptReply } from '#shared/orchestration/reply/kept-reply.ts';
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
