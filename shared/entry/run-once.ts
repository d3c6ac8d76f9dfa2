import { inOneTransaction } from '#shared/database/joined-transaction.ts';
import { type FirstClaim, stillRunning } from './idempotency.ts';
import type { AnyReply } from './reply.ts';
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
  let reply: AnyReply | undefined;
  try {
    reply = await run();
  } finally {
    await claim.finish(reply);
  }
  return reply;
}
