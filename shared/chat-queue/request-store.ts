import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import type { Message } from '#shared/errors/user-error.ts';
import type { ChatMessage } from '#shared/orchestration/reply/chat-message.ts';
import { currentTrace } from '#shared/telemetry/invocation-trace.ts';
import type { Priority, RequestStatus } from './request-schema.ts';

/** Seconds: longer than the worker may run, so that no request is answered by two. */
const LEASE_SECONDS = 90;
export const MOST_ATTEMPTS = 5;
const KEEP = `interval '7 days'`;

export interface RequestRow {
  readonly id: string;
  readonly status: RequestStatus;
  readonly priority: Priority;
  readonly created_at: Date;
  readonly started_at: Date | null;
  readonly ended_at: Date | null;
  readonly turn_id: string | null;
  readonly problem: unknown;
}
const ROW = 'id, status, priority, created_at, started_at, ended_at, turn_id, problem';

export interface NewRequest {
  readonly message: ChatMessage;
  readonly locale: Locale;
  readonly priority: Priority;
  readonly idempotencyKey: string | undefined;
}

/** Forgets what ended a week ago, and keys of more than a day. */
export async function forgetOld(client: ClientBase): Promise<void> {
  await client.query(`delete from chat_requests where ended_at < now() - ${KEEP}`);
  await client.query(
    `update chat_requests set idempotency_key = null
     where idempotency_key is not null and created_at < now() - interval '1 day'`,
  );
}

/** @returns undefined when there is one of this key already */
export async function insertRequest(
  client: ClientBase,
  { householdId, userId, role, scopes }: HouseholdContext,
  { message, locale, priority, idempotencyKey }: NewRequest,
): Promise<RequestRow | undefined> {
  const { rows } = await client.query<RequestRow>(
    `insert into chat_requests
       (household_id, user_id, role, scopes, message, session_id, locale, priority, idempotency_key,
        trace)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict do nothing returning ${ROW}`,
    [
      ...[householdId, userId, role, [...scopes], JSON.stringify(message)],
      ...[message.sessionId ?? null, locale, priority, idempotencyKey ?? null],
      currentTrace() ?? null,
    ],
  );
  return rows[0];
}

export async function requestOfKey(
  client: ClientBase,
  key: string,
): Promise<RequestRow | undefined> {
  const { rows } = await client.query<RequestRow>(
    `select ${ROW} from chat_requests where idempotency_key = $1`,
    [key],
  );
  return rows[0];
}

export async function findRequest(client: ClientBase, id: string): Promise<RequestRow | undefined> {
  const { rows } = await client.query<RequestRow>(
    `select ${ROW} from chat_requests where id = $1`,
    [id],
  );
  return rows[0];
}

/** The newest first. @param before the last one of the page before */
export async function listRequests(
  client: ClientBase,
  status: RequestStatus | undefined,
  before: string | undefined,
  count: number,
): Promise<RequestRow[]> {
  const { rows } = await client.query<RequestRow>(
    `select ${ROW} from chat_requests
     where ($1::text is null or status = $1) and ($2::uuid is null or id < $2)
     order by id desc limit $3`,
    [status ?? null, before ?? null, count],
  );
  return rows;
}

/** How many of the household wait. */
export async function countWaiting(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from chat_requests where status = 'queued'`,
  );
  return rows[0]?.count ?? 0;
}

/** Of all households: how many wait at a priority, and how many were answered in the last minute. */
export async function queueDepth(client: ClientBase, priority: Priority) {
  const { rows } = await client.query<{ waiting: number; answered: number }>(
    'select waiting, answered from chat_queue_depth($1)',
    [priority],
  );
  return rows[0] ?? { waiting: 0, answered: 0 };
}

/** A request that one worker answers now. */
export interface Claim {
  readonly id: string;
  readonly household_id: string;
  readonly claim: string;
}

/** Takes the request whose turn it is, of whichever household; needs no household. */
export async function claimNext(
  client: ClientBase,
  priority: Priority,
): Promise<Claim | undefined> {
  const { rows } = await client.query<Claim>(
    'select id, household_id, claim from claim_chat_request($1, $2, $3)',
    [priority, LEASE_SECONDS, MOST_ATTEMPTS],
  );
  return rows[0];
}

export interface ClaimedRequest {
  readonly user_id: string;
  readonly role: string;
  readonly scopes: readonly string[];
  readonly message: unknown;
  readonly locale: Locale;
  readonly attempts: number;
  /** The request that asked for it, as it was stored. */
  readonly trace: unknown;
}

export async function readClaimed(
  client: ClientBase,
  { id, claim }: Claim,
): Promise<ClaimedRequest | undefined> {
  const { rows } = await client.query<ClaimedRequest>(
    `select user_id, role, scopes, message, locale, attempts, trace
     from chat_requests where id = $1 and claim = $2`,
    [id, claim],
  );
  return rows[0];
}

/** What became of a claimed request. */
export type Outcome =
  | { readonly status: 'done'; readonly turnId: string; readonly sessionId: string }
  | { readonly status: 'failed'; readonly problem: { readonly code: string } & Partial<Message> }
  | { readonly status: 'queued' };

/** @returns false when another worker has taken it over; then nothing was written */
export async function endClaim(
  client: ClientBase,
  { id, claim }: Claim,
  outcome: Outcome,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update chat_requests set status = $3, claim = null, leased_until = null,
       turn_id = $4, session_id = coalesce($5, session_id), problem = $6,
       ended_at = case when $3 = 'queued' then null else now() end
     where id = $1 and claim = $2`,
    [
      id,
      claim,
      outcome.status,
      outcome.status === 'done' ? outcome.turnId : null,
      outcome.status === 'done' ? outcome.sessionId : null,
      outcome.status === 'failed' ? JSON.stringify(outcome.problem) : null,
    ],
  );
  return rowCount === 1;
}

/** A failed one waits again, with all its attempts. @returns undefined when it did not fail */
export async function requeue(client: ClientBase, id: string): Promise<RequestRow | undefined> {
  const { rows } = await client.query<RequestRow>(
    `update chat_requests
     set status = 'queued', attempts = 0, problem = null, started_at = null, ended_at = null,
       trace = $2
     where id = $1 and status = 'failed' returning ${ROW}`,
    [id, currentTrace() ?? null],
  );
  return rows[0];
}

/** The priority of the next request of the session, which waited for this one; undefined without one. */
export async function nextOfSession(client: ClientBase, id: string): Promise<Priority | undefined> {
  const { rows } = await client.query<{ priority: Priority }>(
    `select later.priority from chat_requests this
     join chat_requests later on later.session_id = this.session_id and later.id > this.id
     where this.id = $1 and later.status = 'queued' order by later.id limit 1`,
    [id],
  );
  return rows[0]?.priority;
}
