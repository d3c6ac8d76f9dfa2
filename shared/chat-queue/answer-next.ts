import * as z from 'zod/mini';
import { GrantedScope, type HouseholdContext, Role } from '#shared/context/household-context.ts';
import { relayHousehold } from '#shared/database/relay-outbox.ts';
import { withHousehold, withoutHousehold } from '#shared/database/with-household.ts';
import { isServiceAway } from '#shared/errors/service-away.ts';
import { isUserError } from '#shared/errors/user-error.ts';
import type { InvokeAgent } from '#shared/orchestration/ask-agent.ts';
import { converse, replyOf } from '#shared/orchestration/converse.ts';
import { ChatMessage } from '#shared/orchestration/reply/chat-message.ts';
import { joinTrace } from '#shared/telemetry/invocation-trace.ts';
import { log } from '#shared/telemetry/log.ts';
import { readTraceContext } from '#shared/telemetry/trace-context.ts';
import type { Priority } from './request-schema.ts';
import {
  type Claim,
  type ClaimedRequest,
  claimNext,
  endClaim,
  MOST_ATTEMPTS,
  nextOfSession,
  type Outcome,
  readClaimed,
} from './request-store.ts';
import { sendTicket } from './ticket.ts';

/**
 * Answers the request whose turn it is, by the same orchestration as a message that is waited for. The
 * turn and the end of the request are one transaction: a worker that died, or was taken for dead, leaves
 * no second answer.
 */
export async function answerNext(priority: Priority, invoke: InvokeAgent): Promise<void> {
  const claim = await withoutHousehold((client) => claimNext(client, priority));
  if (claim === undefined) return;
  const of = { householdId: claim.household_id };
  const request = await withHousehold(of, (client) => readClaimed(client, claim));
  if (request === undefined) return;
  joinTrace(readTraceContext(request.trace)); // a ticket is for whoever's turn it is
  try {
    await answer(claim, request, invoke);
  } catch (error) {
    const outcome = outcomeOf(error, request.attempts);
    log.warn('A chat request was not answered', { error, chatRequestId: claim.id, ...outcome });
    await withHousehold(of, async (client) => {
      if (!(await endClaim(client, claim, outcome))) return;
      if (outcome.status === 'queued') await sendTicket(client, of, priority, true);
    });
  }
  // What waited for this one, in its session, was passed over by the tickets that came meanwhile.
  await withHousehold(of, async (client) => {
    const next = await nextOfSession(client, claim.id);
    if (next !== undefined) await sendTicket(client, of, next);
  });
  await relayHousehold(of);
}

async function answer(
  claim: Claim,
  { user_id, role, scopes, message, locale }: ClaimedRequest,
  invoke: InvokeAgent,
): Promise<void> {
  const household: HouseholdContext = {
    householdId: claim.household_id,
    userId: user_id,
    role: z.parse(Role, role),
    scopes: z.parse(z.array(GrantedScope), scopes),
  };
  const turn = converse(household, z.parse(ChatMessage, message), locale, {
    invoke,
    alsoKeep: async (client, { turnId, sessionId }) => {
      const isOurs = await endClaim(client, claim, { status: 'done', turnId, sessionId });
      if (!isOurs) throw new Error('Another worker has taken the request over');
    },
  });
  await replyOf(turn);
}

/** What a person could mend is told at once; the rest may be better another time. */
function outcomeOf(error: unknown, attempts: number): Outcome {
  if (isUserError(error)) return { status: 'failed', problem: { code: error.code, ...error.text } };
  if (attempts < MOST_ATTEMPTS) return { status: 'queued' };
  if (isServiceAway(error))
    return { status: 'failed', problem: { code: error.code, ...error.text } };
  return { status: 'failed', problem: { code: 'internal' } };
}
