import { describe, expect, test } from 'vitest';
import { handler as householdHandler } from '#functions/api/household/handler.ts';
import type { Caller } from '#shared/context/household-context.ts';
import { type Answer, call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { addMember, membersOf } from '#test/support/members.ts';
import { accept, change, invite, list, listInvitations, read, remove, revoke } from './routes.ts';

const database = testDatabase();

/** A household with an owner who stays, a member who is acted on, and one who acts. */
async function household() {
  const first = await database.newHousehold();
  const other = await addMember(database, first, 'member');
  return { first, other };
}
type Household = Awaited<ReturnType<typeof household>>;

const CALLERS = {
  owner: ({ first }: Household) => addMember(database, first, 'owner'),
  member: ({ first }: Household) => addMember(database, first, 'member'),
  viewer: ({ first }: Household) => addMember(database, first, 'viewer'),
  'an owner’s device': async ({ first }: Household): Promise<Caller> => ({
    ...(await addMember(database, first, 'owner')),
    via: 'device-key',
  }),
  'an owner’s token that only reads': async ({ first }: Household): Promise<Caller> => ({
    ...(await addMember(database, first, 'owner')),
    scopes: ['read'],
  }),
  // What the authorizer said a moment before.
  'an owner who is a viewer by now': async ({ first }: Household): Promise<Caller> => {
    const caller = await addMember(database, first, 'owner');
    await database.query(`update members set role = 'viewer' where user_id = $1`, [caller.userId]);
    return caller;
  },
  'an owner who was removed': async ({ first }: Household): Promise<Caller> => {
    const caller = await addMember(database, first, 'owner');
    await database.query('delete from members where user_id = $1', [caller.userId]);
    return caller;
  },
  'another household’s owner': async (): Promise<Caller> => ({
    ...(await database.newHousehold()),
    via: 'token',
  }),
} as const;
type Who = keyof typeof CALLERS;

const OPERATIONS = {
  'list members': (by: Caller) => list(by),
  'read a member': (by: Caller, { other }: Household) => read(by, other.userId),
  'change a role': (by: Caller, { other }: Household) =>
    change(by, other.userId, { role: 'viewer' }),
  'make oneself an owner': (by: Caller) => change(by, by.userId, { role: 'owner' }),
  'remove somebody': (by: Caller, { other }: Household) => remove(by, other.userId),
  leave: (by: Caller) => remove(by, by.userId),
  invite: (by: Caller) => invite(by),
  'list invitations': (by: Caller) => listInvitations(by),
  'take an invitation back': async (by: Caller, { first }: Household) =>
    revoke(by, (await invite(first)).json.id),
  'accept an invitation': async (by: Caller) =>
    accept(by, (await invite(await database.newHousehold())).json.code),
  'make a device key': (by: Caller) =>
    call(householdHandler, {
      method: 'POST',
      resource: '/api/v2/household/device-keys',
      household: by,
      body: { name: 'tablet', scopes: ['read'] },
    }),
} as const;
type Operation = keyof typeof OPERATIONS;

const YES = 'done';
/** Scope, role and kind of credentials: why not. */
const SCOPE = '403 missing-scope';
const ROLE = '403 owners-only';
const DEVICE = '403 device-key-refused';
const GONE = '401 unauthorized';
const NONE = '404 not-found';
const LAST = '409 last-owner';

const WHO: readonly Who[] = [
  'owner',
  'member',
  'viewer',
  'an owner’s device',
  'an owner’s token that only reads',
  'an owner who is a viewer by now',
  'an owner who was removed',
  'another household’s owner',
];
// biome-ignore format: a table
const TABLE: Readonly<Record<Operation, readonly string[]>> = {
  //                          owner member viewer device  reads  demoted removed stranger
  'list members':            [YES,  YES,   YES,   YES,    YES,   YES,    YES,    YES],
  'read a member':           [YES,  YES,   YES,   YES,    YES,   YES,    YES,    NONE],
  'change a role':           [YES,  ROLE,  SCOPE, DEVICE, SCOPE, ROLE,   GONE,   NONE],
  'make oneself an owner':   [YES,  ROLE,  SCOPE, DEVICE, SCOPE, ROLE,   GONE,   YES],
  'remove somebody':         [YES,  ROLE,  ROLE,  DEVICE, SCOPE, ROLE,   GONE,   NONE],
  'leave':                   [YES,  YES,   YES,   DEVICE, SCOPE, YES,    GONE,   LAST],
  'invite':                  [YES,  ROLE,  SCOPE, DEVICE, SCOPE, ROLE,   GONE,   YES],
  'list invitations':        [YES,  ROLE,  ROLE,  DEVICE, YES,   ROLE,   GONE,   YES],
  'take an invitation back': [YES,  ROLE,  SCOPE, DEVICE, SCOPE, ROLE,   GONE,   NONE],
  'accept an invitation':    [YES,  YES,   YES,   DEVICE, SCOPE, YES,    GONE,   YES],
  'make a device key':       [YES,  YES,   SCOPE, DEVICE, SCOPE, YES,    GONE,   YES],
};

const told = ({ status, json }: Answer) => (status < 300 ? YES : `${status} ${json.code}`);
const CELLS = Object.entries(TABLE).flatMap(([operation, row]) =>
  row.map((expected, at) => [WHO[at] ?? 'owner', operation as Operation, expected] as const),
);

describe('who may do what', () => {
  test.each(CELLS)('%s, to %s: %s', async (who, operation, expected) => {
    const there = await household();
    const caller = await CALLERS[who](there);
    const before = await membersOf(database, there.first);
    const answer = await OPERATIONS[operation](caller, there);
    expect(told(answer)).toBe(expected);
    const changes = ['change a role', 'remove somebody', 'leave', 'accept an invitation'];
    const changed =
      JSON.stringify(await membersOf(database, there.first)) !== JSON.stringify(before);
    // Of another household nothing is changed, whatever is answered.
    const ours = who !== 'another household’s owner';
    expect(changed).toBe(ours && expected === YES && changes.includes(operation));
  });
});
