import { expect, test } from 'vitest';
import { withHousehold, withWorker } from '#shared/database/with-household.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
const NEW_PERSON = 'insert into people (household_id, name) values ($1, $2)';

test('shows the rows of this household and of no other', async () => {
  const ours = await database.newHousehold();
  const theirs = await database.newHousehold();
  await withHousehold(theirs, (client) => client.query(NEW_PERSON, [theirs.householdId, 'Ola']));
  const seen = await withHousehold(ours, async (client) => {
    const { rows } = await client.query('select name from people');
    return rows;
  });
  expect(seen).toEqual([]);
});

test('refuses to write a row of another household', async () => {
  const ours = await database.newHousehold();
  const theirs = await database.newHousehold();
  await expect(
    withHousehold(ours, (client) => client.query(NEW_PERSON, [theirs.householdId, 'Ola'])),
  ).rejects.toThrow(/row-level security/);
});

test('rolls everything back when the work fails', async () => {
  const ours = await database.newHousehold();
  await expect(
    withHousehold(ours, async (client) => {
      await client.query(NEW_PERSON, [ours.householdId, 'Ola']);
      throw new Error('after the insert');
    }),
  ).rejects.toThrow('after the insert');
  const rows = await database.query('select 1 from people where household_id = $1', [
    ours.householdId,
  ]);
  expect(rows).toEqual([]);
});

test('does not remember a household after its transaction', async () => {
  const ours = await database.newHousehold();
  await withHousehold(ours, (client) => client.query(NEW_PERSON, [ours.householdId, 'Ola']));
  const other = await database.newHousehold();
  const seen = await withHousehold(other, async (client) => {
    await client.query(`select set_config('foodsave.household', '', true)`);
    return (await client.query('select 1 from people')).rowCount;
  });
  expect(seen).toBe(0);
});

test('refuses an id that is not a UUID', async () => {
  const id = `' or true; --`;
  await expect(withHousehold({ householdId: id }, async () => 1)).rejects.toThrow(/UUID/);
});

test('the app role cannot act as the worker', async () => {
  await expect(withWorker(async () => 1)).rejects.toThrow(/foodsave_worker/);
});
