import * as z from 'zod/mini';
import { type HouseholdContext, Role } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { AfterId, type Page, type PageQuery, readCursor, toPage } from '#shared/paging/page.ts';
import { hashKey } from './device-key.ts';
import {
  type CreatedInvitation,
  generateCode,
  type Invitation,
  type Joined,
  MAX_OPEN,
  type NewInvitation,
  Refusal,
  refusedCode,
  VALID_DAYS,
} from './invitation.ts';
import { countInvitationTry } from './invitation-tries-store.ts';
import { requireMayLeave, requireOwner } from './member.ts';
import { lockMembers, presentRole } from './member-store.ts';

interface Row {
  readonly id: string;
  readonly role: Role;
  readonly name: string | null;
  readonly created_at: Date;
  readonly expires_at: Date;
}

const COLUMNS = 'id, role, name, created_at, expires_at';
const IS_OPEN = 'accepted_at is null and expires_at > now()';

function toInvitation({ id, role, name, created_at, expires_at }: Row): Invitation {
  const [createdAt, expiresAt] = [created_at.toISOString(), expires_at.toISOString()];
  return { id, role, name, createdAt, expiresAt };
}

/** Makes an invitation that one person can accept. @throws UserError 403, 409 with too many open ones */
export async function createInvitation(
  household: HouseholdContext,
  { role, name }: NewInvitation,
): Promise<CreatedInvitation> {
  const code = generateCode();
  return await withHousehold(household, async (client) => {
    requireOwner(await lockMembers(client, household));
    await client.query(`delete from invitations where expires_at < now() - interval '30 days'`);
    const open = await client.query(`select 1 from invitations where ${IS_OPEN}`);
    if (open.rows.length >= MAX_OPEN) throw tooManyOpen();
    const { rows } = await client.query<Row>(
      `insert into invitations (household_id, invited_by, role, name, hash, expires_at)
       values ($1, $2, $3, $4, $5, now() + make_interval(days => $6)) returning ${COLUMNS}`,
      [household.householdId, household.userId, role, name, hashKey(code), VALID_DAYS],
    );
    const row = rows[0];
    if (row === undefined) throw new Error('The insert returned no row');
    const url = `/api/v2/household/invitations/${code}/accept`;
    return { ...toInvitation(row), code, url };
  });
}

/** The invitations that can still be accepted, the newest first. @throws UserError 403 */
export async function listInvitations(
  household: HouseholdContext,
  { limit, cursor }: PageQuery,
): Promise<Page<Invitation>> {
  const after = readCursor(AfterId, cursor);
  return await withHousehold(household, async (client) => {
    requireOwner(await presentRole(client, household));
    const { rows } = await client.query<Row>(
      `select ${COLUMNS} from invitations where ${IS_OPEN} and ($2::uuid is null or id < $2)
       order by id desc limit $1`,
      [limit + 1, after ?? null],
    );
    return toPage(rows, limit, toInvitation, ({ id }) => id);
  });
}

/** Takes an invitation back that nobody has accepted. @throws UserError 403, 404 */
export async function revokeInvitation(household: HouseholdContext, id: string): Promise<void> {
  await withHousehold(household, async (client) => {
    requireOwner(await lockMembers(client, household));
    const { rowCount } = await client.query(
      'delete from invitations where id = $1 and accepted_at is null',
      [id],
    );
    if (rowCount === 0) {
      throw notFound({ pl: 'Nie ma takiego zaproszenia.', en: 'There is no such invitation.' });
    }
  });
}

const Acceptance = z.union([
  z.object({
    outcome: z.literal('joined'),
    household_id: z.uuid(),
    user_id: z.uuid(),
    role: Role,
  }),
  z.object({ outcome: Refusal }),
]);

/**
 * Moves the caller from their household into the one that invites them. A household in which they
 * were alone waits for them (0092-members.sql). Accepting the same code again changes nothing.
 * @throws UserError 403, 404, 409, 429 after ten tries in an hour
 */
export async function acceptInvitation(household: HouseholdContext, code: string): Promise<Joined> {
  requireMayLeave(household);
  await countInvitationTry(household.userId);
  return await withHousehold(household, async (client) => {
    const { rows } = await client.query('select * from accept_invitation($1, $2)', [
      hashKey(code),
      household.userId,
    ]);
    const accepted = Acceptance.parse(rows[0]);
    if (accepted.outcome !== 'joined') throw refusedCode(accepted.outcome);
    const { household_id: householdId, user_id: userId, role } = accepted;
    return { householdId, userId, role };
  });
}

function tooManyOpen(): UserError {
  return new UserError('conflict', 'too-many-invitations', {
    pl: `Najwyżej ${MAX_OPEN} zaproszeń naraz. Wycofaj któreś.`,
    en: `At most ${MAX_OPEN} invitations at a time. Take one back.`,
  });
}
