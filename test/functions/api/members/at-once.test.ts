import type { ClientBase } from 'pg';
import { expect, test } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import type { Answer } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { untilBlocked } from '#test/support/lock-wait.ts';
import { addMember, membersOf } from '#test/support/members.ts';
import { accept, change, invite, remove } from './routes.ts';

const database = testDatabase();

test('of eight people who accept one code at once, one joins', async () => {
  const ours = await database.newHousehold();
  const { code } = (await invite(ours)).json;
  const guests = await Promise.all(Array.from({ length: 8 }, () => database.newHousehold()));
  const answers = await Promise.all(guests.map((guest) => accept(guest, code)));
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
  expect(await membersOf(database, ours)).toHaveLength(2);
});

/** Runs `meanwhile` while somebody else holds the household, and what is done there before they let go. */
async function whileHeld(
  household: HouseholdContext,
  meanwhile: () => Promise<Answer>,
  before: (client: ClientBase) => Promise<unknown>,
): Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  await withHousehold(household, async (client) => {
    await client.query('select 1 from households for update');
    answer = meanwhile();
    await untilBlocked(database);
    await before(client);
  });
  if (answer === undefined) throw new Error('Nothing was done meanwhile');
  return await answer;
}

test('a code that is accepted or taken back while somebody else waits to accept it is not theirs', async () => {
  for (const [sql, expected] of [
    ['update invitations set accepted_at = now()', 'invitation-used'],
    ['delete from invitations', 'not-found'],
  ] as const) {
    const [ours, guest] = [await database.newHousehold(), await database.newHousehold()];
    const { code } = (await invite(ours)).json;
    const answer = await whileHeld(
      ours,
      () => accept(guest, code),
      (client) => client.query(sql),
    );
    expect(answer.json.code).toBe(expected);
  }
});

test('households are locked in one order, so that people who change places do not block each other', async () => {
  const [first, second] = [await database.newHousehold(), await database.newHousehold()];
  for (const [from, to] of [
    [first, second],
    [second, first],
  ] as const) {
    const person = await addMember(database, from, 'member');
    const { code } = (await invite(to)).json;
    let free: object[] = [];
    const answer = await whileHeld(
      first,
      () => accept(person, code),
      async () => {
        const sql = 'select 1 from households where household_id = $1 for update skip locked';
        free = await database.query(sql, [second.householdId]);
      },
    );
    expect([answer.status, free]).toEqual([200, [expect.anything()]]);
  }
});

test('one person with two codes at once ends in one household', async () => {
  const [a, b, guest] = [
    await database.newHousehold(),
    await database.newHousehold(),
    await database.newHousehold(),
  ];
  const both = [(await invite(a)).json.code, (await invite(b)).json.code];
  const answers = await Promise.all(both.map((code) => accept(guest, code)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  const joined = [...(await membersOf(database, a)), ...(await membersOf(database, b))];
  expect(joined).toHaveLength(3);
});

test('two owners who remove or demote each other at once leave one of them', async () => {
  for (const act of [
    (by: HouseholdContext, other: HouseholdContext) => remove(by, other.userId),
    (by: HouseholdContext, other: HouseholdContext) => change(by, other.userId, { role: 'viewer' }),
    (by: HouseholdContext) => remove(by, by.userId),
  ]) {
    const one = await database.newHousehold();
    const two = await addMember(database, one, 'owner');
    await Promise.all([act(one, two), act(two, one)]);
    const owners = (await membersOf(database, one)).filter(({ role }) => role === 'owner');
    expect(owners).toHaveLength(1);
  }
});
