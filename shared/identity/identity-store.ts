import * as z from 'zod/mini';
import { Role } from '#shared/context/household-context.ts';
import { withoutHousehold } from '#shared/database/with-household.ts';
import type { TokenSubject } from './token.ts';

const Member = z.object({
  household_id: z.uuid(),
  user_id: z.uuid(),
  role: Role,
});
const KeyHolder = z.extend(Member, { scopes: z.array(z.string()) });

/**
 * The member that a token belongs to, of whose household it counts a request; on first use, the owner of a new household. `undefined` when it
 * was issued before its person was removed from one.
 */
export async function identify({
  issuer,
  sub,
  issuedAt,
}: TokenSubject): Promise<z.infer<typeof Member> | undefined> {
  return await withoutHousehold(async (client) => {
    const sql = `select who.*, count_request(who.household_id) from identify($1, $2, $3) who`;
    const { rows } = await client.query(sql, [issuer, sub, issuedAt]);
    return rows[0] === undefined ? undefined : Member.parse(rows[0]);
  });
}

/** The same for a device key; `undefined` for an unknown or removed key. */
export async function findDeviceKey(hash: Buffer): Promise<z.infer<typeof KeyHolder> | undefined> {
  return await withoutHousehold(async (client) => {
    const { rows } = await client.query(
      'select who.*, count_request(who.household_id) from find_device_key($1) who',
      [hash],
    );
    return rows[0] === undefined ? undefined : KeyHolder.parse(rows[0]);
  });
}
