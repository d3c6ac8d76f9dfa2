import { randomUUID } from 'node:crypto';
import type { Caller, HouseholdContext, Role } from '#shared/context/household-context.ts';
import { grantedScopes } from '#shared/identity/scopes.ts';
import type { TestDatabase } from './database.ts';

/** One more member of a household, with all that the role may do. */
export async function addMember(
  database: TestDatabase,
  { householdId }: HouseholdContext,
  role: Role,
): Promise<Caller> {
  const [row] = await database.query<{ user_id: string }>(
    `insert into members (household_id, issuer, sub, role)
     values ($1, 'https://issuer.test', $2, $3) returning user_id`,
    [householdId, randomUUID(), role],
  );
  if (row === undefined) throw new Error('The insert returned no row');
  const scopes = grantedScopes(role, ['read', 'write', 'admin']);
  return { householdId, userId: row.user_id, role, scopes, via: 'token' };
}

/** Who belongs to a household: id and role, in the order they came. */
export async function membersOf(database: TestDatabase, { householdId }: HouseholdContext) {
  return await database.query<{ user_id: string; role: Role }>(
    'select user_id, role from members where household_id = $1 order by user_id',
    [householdId],
  );
}
