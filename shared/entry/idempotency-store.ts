import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import type { JsonReply } from './reply.ts';

interface KeyId {
  readonly operation: string;
  readonly key: string;
}

export type ClaimResult =
  | { readonly kind: 'claimed'; readonly claim: string }
  | { readonly kind: 'done'; readonly reply: JsonReply }
  | { readonly kind: 'running' }
  | { readonly kind: 'other-request' };

interface Row {
  readonly request_hash: Buffer;
  readonly status: number | null;
  readonly headers: Record<string, string> | null;
  readonly body: string | null;
}

/**
 * API Gateway waits at most 29 s, so a request without a reply after that has crashed, or has lost the
 * database before it could give its key back: after an outage keys are free again within this time.
 */
const LEASE = `interval '30 seconds'`;
const KEEP = `interval '1 day'`;

/** Claims the key for a first request (or a retry after a crash), else returns the state of the claim. */
export async function claimKey(
  household: HouseholdContext,
  { operation, key }: KeyId,
  hash: Buffer,
): Promise<ClaimResult> {
  return await withHousehold(household, async (client) => {
    await client.query(`delete from idempotency_keys where created_at < now() - ${KEEP}`);
    const claimed = await client.query<{ claim: string }>(
      `insert into idempotency_keys as mine
         (household_id, operation, key, request_hash, claimed_until)
       values ($1, $2, $3, $4, now() + ${LEASE})
       on conflict (household_id, operation, key) do update
         set claimed_until = excluded.claimed_until, claim = gen_random_uuid()
         where mine.status is null and mine.claimed_until < now()
           and mine.request_hash = excluded.request_hash
       returning claim`,
      [household.householdId, operation, key, hash],
    );
    const claim = claimed.rows[0]?.claim;
    if (claim !== undefined) return { kind: 'claimed', claim };
    const { rows } = await client.query<Row>(
      `select request_hash, status, headers, body from idempotency_keys
       where operation = $1 and key = $2`,
      [operation, key],
    );
    const row = rows[0];
    if (row === undefined) return { kind: 'running' }; // released between the two statements
    if (!row.request_hash.equals(hash)) return { kind: 'other-request' };
    if (row.status === null) return { kind: 'running' };
    const body: unknown = row.body === null ? undefined : JSON.parse(row.body);
    return {
      kind: 'done',
      reply: { kind: 'json', status: row.status, body, headers: row.headers ?? {} },
    };
  });
}

/** Stores the reply for later requests with the same key. @returns whether the claim still held it */
export async function storeReply(
  household: HouseholdContext,
  { operation, key }: KeyId,
  claim: string,
  reply: JsonReply,
): Promise<boolean> {
  const body = reply.body === undefined ? null : JSON.stringify(reply.body);
  const { rowCount } = await withHousehold(household, (client) =>
    client.query(
      `update idempotency_keys set status = $4, headers = $5, body = $6
       where operation = $1 and key = $2 and claim = $3`,
      [operation, key, claim, reply.status, JSON.stringify(reply.headers), body],
    ),
  );
  return rowCount === 1;
}

/** Releases the key: nothing was done, so the same request may be tried again. @returns as storeReply */
export async function releaseKey(
  household: HouseholdContext,
  { operation, key }: KeyId,
  claim: string,
): Promise<boolean> {
  const { rowCount } = await withHousehold(household, (client) =>
    client.query('delete from idempotency_keys where operation = $1 and key = $2 and claim = $3', [
      operation,
      key,
      claim,
    ]),
  );
  return rowCount === 1;
}
