import { inOneTransaction } from '#shared/database/joined-transaction.ts';
import { stillRunning } from '#shared/errors/still-running.ts';
import type { FirstClaim } from './idempotency.ts';
import type { AnyReply, EventsReply, ServerEvent } from './reply.ts';
import type { Request } from './request.ts';
import type { Route } from './routes.ts';

/**
 * Runs the handler of a request that has claimed its Idempotency-Key. What it does in Postgres and its
 * stored reply are one transaction: after a crash either both are there or neither, so a repeated request
 * gets the reply or does the work for the first time. A request whose claim ran out while it was at work,
 * and was taken over by another, does nothing.
 */
export async function runOnce(
  route: Route,
  { household }: Request,
  claim: FirstClaim,
  run: () => Promise<AnyReply>,
): Promise<AnyReply> {
  if (route.outside) return await runOutside(claim, run);
  try {
    return await inOneTransaction(household, async () => {
      const reply = await run();
      if (!(await claim.finish(reply))) throw stillRunning();
      return reply;
    });
  } catch (error) {
    await claim.finish(undefined);
    throw error;
  }
}

/** Files, messages and models join no transaction; their effects are found again by other keys. */
async function runOutside(claim: FirstClaim, run: () => Promise<AnyReply>): Promise<AnyReply> {
  let reply: AnyReply;
  try {
    reply = await run();
  } catch (error) {
    await claim.finish(undefined);
    throw error;
  }
  if (reply.kind === 'events') return { ...reply, body: heldUntilEnd(reply, claim) };
  await claim.finish(reply);
  return reply;
}

/**
 * The key is held while events come: with the event that ends the work its reply is stored, before anybody
 * sees it. When the stream ends without one, or its client has gone, the same request may be tried again.
 */
async function* heldUntilEnd(
  { body, kept }: EventsReply,
  claim: FirstClaim,
): AsyncGenerator<ServerEvent> {
  let isStored = false;
  try {
    for await (const event of body) {
      const reply = isStored ? undefined : kept?.(event);
      if (reply !== undefined) isStored = await claim.finish(reply);
      yield event;
    }
  } finally {
    if (!isStored) await claim.finish(undefined);
  }
}
