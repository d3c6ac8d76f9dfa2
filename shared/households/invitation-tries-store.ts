import * as z from 'zod/mini';
import { withoutHousehold } from '#shared/database/with-household.ts';
import { unauthorized } from '#shared/errors/unauthorized.ts';
import { overLimit } from '#shared/limits/over-limit.ts';

/** Somebody who was sent a code needs a try or a few; somebody who guesses needs some 2^190. */
const PER_HOUR = 10;

const Tries = z.object({ tries: z.int(), seconds_left: z.int() });

/**
 * Counts a try to accept an invitation, good or bad, in a transaction of its own: one that fails would
 * take the count back with it.
 * @throws UserError 401 when the member was removed meanwhile, 429 with Retry-After and RateLimit headers
 */
export async function countInvitationTry(userId: string): Promise<void> {
  const rows = await withoutHousehold(async (client) => {
    const sql = 'select * from count_invitation_try($1)';
    return z.array(Tries).parse((await client.query(sql, [userId])).rows);
  });
  const counted = rows[0];
  if (counted === undefined) throw unauthorized();
  if (counted.tries <= PER_HOUR) return;
  const allowance = { limit: PER_HOUR, left: 0, reset: counted.seconds_left };
  throw overLimit('too-many-tries', allowance, (minutes) => ({
    pl: `Najwyżej ${PER_HOUR} prób na godzinę. Spróbuj za ${minutes} min.`,
    en: `At most ${PER_HOUR} tries an hour. Try again in ${minutes} min.`,
  }));
}
