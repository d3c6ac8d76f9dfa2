import type { PoolClient } from 'pg';
import { expect, test } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { inOneTransaction } from '#shared/database/joined-transaction.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();

const add = (name: string) => (client: PoolClient) =>
  client.query(
    `insert into people (household_id, name)
     values (current_setting('foodsave.household')::uuid, $1)`,
    [name],
  );
const namesOf = async ({ householdId }: HouseholdContext) =>
  (
    await database.query<{ name: string }>(
      'select name from people where household_id = $1 order by name',
      [householdId],
    )
  ).map(({ name }) => name);

test('what is done in pieces is there as one, after all of it', async () => {
  const home = await database.newHousehold();
  await inOneTransaction(home, async () => {
    await withHousehold(home, add('Ala'));
    await withHousehold(home, add('Ola'));
    expect(await namesOf(home)).toEqual([]);
  });
  expect(await namesOf(home)).toEqual(['Ala', 'Ola']);
});

test('when it fails at its end nothing was done', async () => {
  const home = await database.newHousehold();
  const work = inOneTransaction(home, async () => {
    await withHousehold(home, add('Ala'));
    throw new Error('too late');
  });
  await expect(work).rejects.toThrow('too late');
  expect(await namesOf(home)).toEqual([]);
});

test('a piece that fails and is caught undoes only itself', async () => {
  const home = await database.newHousehold();
  await inOneTransaction(home, async () => {
    await withHousehold(home, add('Ala'));
    const twice = withHousehold(home, async (client) => {
      await add('Ola')(client);
      await client.query('select 1 / 0');
    });
    await expect(twice).rejects.toThrow('division by zero');
    await withHousehold(home, add('Ela'));
  });
  expect(await namesOf(home)).toEqual(['Ala', 'Ela']);
});

test('pieces at the same time, and pieces inside others, do not get into each other’s way', async () => {
  const home = await database.newHousehold();
  await inOneTransaction(home, async () => {
    const failing = withHousehold(home, async (client) => {
      await add('nobody')(client);
      await client.query('select 1 / 0');
    });
    const nested = withHousehold(home, async (client) => {
      await add('Ala')(client);
      await Promise.all([withHousehold(home, add('Ela')), withHousehold(home, add('Ola'))]);
    });
    await Promise.allSettled([failing, nested]);
  });
  expect(await namesOf(home)).toEqual(['Ala', 'Ela', 'Ola']);
});

test('another household, and work that outlives the transaction, have transactions of their own', async () => {
  const [home, other] = [await database.newHousehold(), await database.newHousehold()];
  const gate = Promise.withResolvers<void>();
  let late: Promise<unknown> = Promise.resolve();
  const work = inOneTransaction(home, async () => {
    await withHousehold(home, add('Ala'));
    await withHousehold(other, add('Iga'));
    late = gate.promise.then(() => withHousehold(home, add('Ola')));
    throw new Error('undone');
  });
  await expect(work).rejects.toThrow('undone');
  gate.resolve();
  await late;
  expect(await namesOf(home)).toEqual(['Ola']);
  expect(await namesOf(other)).toEqual(['Iga']);
});

test('work without the database begins no transaction', async () => {
  const home = await database.newHousehold();
  expect(await inOneTransaction(home, async () => 7)).toBe(7);
});
