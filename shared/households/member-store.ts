import type { ClientBase } from 'pg';
import type { HouseholdContext, Role } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import { unauthorized } from '#shared/errors/unauthorized.ts';
import { AfterId, type Page, type PageQuery, readCursor, toPage } from '#shared/paging/page.ts';
import { type ConditionalChange, requireMatch } from '#shared/versions/if-match.ts';
import {
  lastOwner,
  type Member,
  type MemberChange,
  requireMayLeave,
  requireOwner,
} from './member.ts';

interface StoredMember {
  readonly member: Member;
  readonly version: number;
}

interface Row {
  readonly user_id: string;
  readonly name: string | null;
  readonly role: Role;
  readonly created_at: Date;
  readonly version: number;
}

const COLUMNS = 'user_id, name, role, created_at, version';

function toStoredMember(row: Row, { userId }: HouseholdContext): StoredMember {
  const { user_id: id, name, role, created_at: joinedAt, version } = row;
  return {
    member: { id, name, role, joinedAt: joinedAt.toISOString(), you: id === userId },
    version,
  };
}

/** The members of the household in the order they came. */
export async function listMembers(
  household: HouseholdContext,
  { limit, cursor }: PageQuery,
): Promise<Page<Member>> {
  const after = readCursor(AfterId, cursor);
  return await withHousehold(household, async (client) => {
    const { rows } = await client.query<Row>(
      `select ${COLUMNS} from members where $2::uuid is null or user_id > $2
       order by user_id limit $1`,
      [limit + 1, after ?? null],
    );
    return toPage(
      rows,
      limit,
      (row) => toStoredMember(row, household).member,
      (row) => row.user_id,
    );
  });
}

/** @throws UserError 404 */
export async function readMember(household: HouseholdContext, id: string): Promise<StoredMember> {
  return await withHousehold(household, async (client) =>
    toStoredMember(await select(client, id), household),
  );
}

/**
 * Locks who belongs to the household until the end of the transaction. What the authorizer said of the
 * caller may be a minute old, so those who change something go by their role of now.
 * @returns the caller's role
 * @throws UserError 401 when they have been removed
 */
export async function lockMembers(client: ClientBase, household: HouseholdContext): Promise<Role> {
  await client.query('select 1 from households for no key update');
  return await presentRole(client, household);
}

/** The caller's role of now. @throws UserError 401 when they have been removed */
export async function presentRole(client: ClientBase, { userId }: HouseholdContext): Promise<Role> {
  const sql = 'select role from members where user_id = $1';
  const { rows } = await client.query<Pick<Row, 'role'>>(sql, [userId]);
  const role = rows[0]?.role;
  if (role === undefined) throw unauthorized();
  return role;
}

/** Gives a member another role or name. @throws UserError 403, 404, 409 for the last owner, 412, 428 */
export async function changeMember(
  request: ConditionalChange,
  id: string,
  change: MemberChange,
): Promise<StoredMember> {
  const { household } = request;
  return await withHousehold(household, async (client) => {
    requireOwner(await lockMembers(client, household));
    const row = await select(client, id);
    requireMatch(request, row.version);
    const { role, name } = { ...row, ...change };
    if (role !== 'owner') {
      await requireOtherOwner(client, row);
      await client.query('delete from invitations where invited_by = $1 and accepted_at is null', [
        id,
      ]);
    }
    const { rows } = await client.query<Row>(
      `update members set role = $2, name = $3, version = version + 1
       where user_id = $1 returning ${COLUMNS}`,
      [id, role, name],
    );
    return toStoredMember(firstRow(rows), household);
  });
}

/**
 * Removes somebody, or lets the caller leave. Their device keys and invitations end with them, and
 * their tokens are refused from now on.
 * @throws UserError 403, 404, 409 for the last owner
 */
export async function removeMember(household: HouseholdContext, id: string): Promise<void> {
  requireMayLeave(household);
  await withHousehold(household, async (client) => {
    const role = await lockMembers(client, household);
    if (id !== household.userId) requireOwner(role);
    await requireOtherOwner(client, await select(client, id));
    await client.query('delete from members where user_id = $1', [id]);
  });
}

/** @throws UserError 409 when the household has no owner besides this one */
async function requireOtherOwner(client: ClientBase, { user_id, role }: Row): Promise<void> {
  if (role !== 'owner') return;
  const { rowCount } = await client.query(
    `select 1 from members where role = 'owner' and user_id <> $1 limit 1`,
    [user_id],
  );
  if (rowCount === 0) throw lastOwner();
}

async function select(client: ClientBase, id: string): Promise<Row> {
  const { rows } = await client.query<Row>(`select ${COLUMNS} from members where user_id = $1`, [
    id,
  ]);
  return firstRow(rows);
}

function firstRow(rows: readonly Row[]): Row {
  const row = rows[0];
  if (row !== undefined) return row;
  throw notFound({ pl: 'Nie ma takiego domownika.', en: 'There is no such member.' });
}
