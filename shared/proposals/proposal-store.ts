import type { ClientBase } from 'pg';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { notFound } from '#shared/errors/not-found.ts';
import type { Applied, ReadProposal } from './proposal-kind.ts';
import { Proposal } from './schemas/proposal-schemas.ts';

/** A proposal is of the house as it was seen; an hour later it may be another. */
const PROPOSAL_LIFETIME = '1 hour';

export type ProposalStatus = 'open' | 'confirmed' | 'rejected' | 'undone';

export interface StoredProposal {
  readonly id: string;
  readonly payload: unknown;
  readonly status: ProposalStatus;
  readonly booking_ids: string[] | null;
  /** What taking it back needs besides its bookings. */
  readonly kept: unknown;
  readonly expired: boolean;
}

/** A proposal, locked until the transaction ends. @throws UserError 404 */
export async function lockProposal(client: ClientBase, id: string): Promise<StoredProposal> {
  const { rows } = await client.query<StoredProposal>(
    `select id, payload, status, booking_ids, kept, expires_at < now() as expired
     from chat_proposals where id = $1 for update`,
    [id],
  );
  const row = rows[0];
  if (row !== undefined) return row;
  throw notFound({ pl: 'Nie ma takiej propozycji.', en: 'There is no such proposal.' });
}

/** @param done what was booked, and is kept to take it back; left as it is when not given */
export async function decideProposal(
  client: ClientBase,
  id: string,
  status: Exclude<ProposalStatus, 'open'>,
  done?: Pick<Applied, 'bookingIds' | 'kept'>,
): Promise<void> {
  await client.query(
    `update chat_proposals set status = $2, booking_ids = coalesce($3, booking_ids),
       kept = coalesce($4, kept), decided_at = now() where id = $1`,
    [
      id,
      status,
      done?.bookingIds ?? null,
      done?.kept === undefined ? null : JSON.stringify(done.kept),
    ],
  );
}

/** Keeps a proposal of a turn. @returns it as it is sent */
export async function saveProposal(
  client: ClientBase,
  household: HouseholdContext,
  turnId: string,
  proposal: ReadProposal,
  locale: Locale,
): Promise<Proposal> {
  const { kind, payload } = proposal;
  const summary = proposal.summary(locale);
  const { rows } = await client.query<{ id: string; expires_at: Date }>(
    `insert into chat_proposals (household_id, turn_id, kind, summary, payload, expires_at)
     values ($1, $2, $3, $4, $5, now() + interval '${PROPOSAL_LIFETIME}') returning id, expires_at`,
    [household.householdId, turnId, kind, summary, JSON.stringify(payload)],
  );
  const row = rows[0];
  if (row === undefined) throw new Error('the proposal was not kept');
  const expiresAt = row.expires_at.toISOString();
  return Proposal.parse({ id: row.id, kind, summary, diff: proposal.diff(), expiresAt });
}

/** What a turn proposed, in its order, whatever has become of it. */
export async function proposalsOfTurn(client: ClientBase, turnId: string) {
  const { rows } = await client.query<{
    readonly id: string;
    readonly summary: string;
    readonly payload: unknown;
    readonly expires_at: Date;
  }>('select id, summary, payload, expires_at from chat_proposals where turn_id = $1 order by id', [
    turnId,
  ]);
  return rows;
}

/** Of a session: the newest proposal that waits for a decision, all that do, and the one confirmed last. */
export interface DecidableProposals {
  readonly open: string | null;
  /** The newest first. */
  readonly waiting: readonly { readonly id: string; readonly summary: string }[];
  readonly confirmed: string | null;
}

export async function decidableProposals(
  client: ClientBase,
  sessionId: string,
): Promise<DecidableProposals> {
  const { rows } = await client.query<DecidableProposals>(
    `with of_session as (
       select p.id, p.status, p.summary, p.decided_at from chat_proposals p
       join chat_turns t on t.id = p.turn_id where t.session_id = $1
     )
     select
       (select id from of_session where status = 'open' order by id desc limit 1) as open,
       (select coalesce(json_agg(json_build_object('id', id, 'summary', summary) order by id desc), '[]')
        from of_session where status = 'open') as waiting,
       (select id from of_session where status = 'confirmed'
        order by decided_at desc nulls last, id desc limit 1) as confirmed`,
    [sessionId],
  );
  return rows[0] ?? { open: null, waiting: [], confirmed: null };
}
