import { expect, test } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { consumeProduct } from '#shared/pantry/consume-product.ts';
import { deduct } from '#shared/pantry/deduct.ts';
import { FOR_COOKING } from '#shared/pantry/fefo.ts';
import { lockLot } from '#shared/pantry/lot-store.ts';
import { mergeProducts } from '#shared/pantry/merge-products.ts';
import { undoBooking } from '#shared/pantry/undo.ts';
import { exactly } from '#shared/quantities/rational.ts';
import { testDatabase } from '#test/support/database.ts';
import { untilBlocked } from '#test/support/lock-wait.ts';

const database = testDatabase();
const NAME = 'Konfitura babci';

/**
 * Three jars whose ids go one way and everything else the other: where they lie in the table, and
 * when they expire. @returns their ids, the lowest first
 */
async function jars(household: HouseholdContext): Promise<string[]> {
  const ids = [1, 2, 3].map((at) => `0189000${at}${household.householdId.slice(8)}`);
  for (const [at, id] of [...ids.entries()].reverse()) {
    await database.query(
      `insert into lots (id, household_id, product_name, quantity, unit, location, expires_on,
         expires_kind, expires_source)
       values ($1, $2, $3, 100, 'g', 'pantry', date '2030-01-01' - $4::int, 'best-before', 'printed')`,
      [id, household.householdId, NAME, at],
    );
  }
  return ids;
}

/**
 * What a piece of work has locked while it waits for the lot with the lowest id. Whoever locks in the
 * order of ids holds nothing then, so no two can ever wait for each other.
 */
async function lockedBefore(
  household: HouseholdContext,
  ids: readonly string[],
  work: () => Promise<unknown>,
): Promise<string[]> {
  const [lowest = ''] = ids;
  const { locked, done } = await withHousehold(household, async (client) => {
    await lockLot(client, lowest);
    const running = work();
    await untilBlocked(database);
    const free = await database.query<{ id: string }>(
      'select id from lots where id = any ($1) for update skip locked',
      [ids],
    );
    const open = free.map(({ id }) => id);
    return { locked: ids.filter((id) => id !== lowest && !open.includes(id)), done: { running } };
  });
  await done.running;
  return locked;
}

const need = (value: string) => ({
  product: { name: NAME },
  amount: { value: exactly(value), unit: 'g' },
});

test('lots are taken from what expires first, but locked in the order of their ids', async () => {
  const household = await database.newHousehold();
  const ids = await jars(household);
  const take = () =>
    consumeProduct(household, { product: { name: NAME }, quantity: { value: '150', unit: 'g' } });
  expect(await lockedBefore(household, ids, take)).toEqual([]);
  const left = await database.query(
    'select quantity::int as left from lots where id = any ($1) order by id',
    [ids],
  );
  expect(left).toEqual([{ left: 100 }, { left: 50 }, { left: 0 }]);
});

test('two who take the same lots for other needs first both get them', async () => {
  const household = await database.newHousehold();
  await jars(household);
  const other = { product: { name: 'Powidła' }, amount: need('1').amount };
  const cook = (...needs: Parameters<typeof deduct>[1]) =>
    withHousehold(household, (client) => deduct(client, needs, FOR_COOKING, 'at once'));
  const [one, two] = await Promise.all([cook(other, need('120')), cook(need('120'), other)]);
  expect([one?.shortages.length, two?.shortages.length]).toEqual([1, 1]);
  const [sum] = await database.query(
    'select sum(quantity)::int as left from lots where household_id = $1',
    [household.householdId],
  );
  expect(sum).toEqual({ left: 60 });
});

test('an undo locks the lots of its group in the order of their ids', async () => {
  const household = await database.newHousehold();
  const ids = await jars(household);
  const { bookingIds } = await withHousehold(household, (client) =>
    deduct(client, [need('300')], FOR_COOKING, 'all'),
  );
  expect(bookingIds).toHaveLength(3);
  const undo = () => undoBooking(household, bookingIds[0] ?? '');
  expect(await lockedBefore(household, ids, undo)).toEqual([]);
});

test('a product that gets another name locks its lots in the order of their ids', async () => {
  const household = await database.newHousehold();
  const ids = await jars(household);
  const merge = () => mergeProducts(household, { from: NAME, into: { name: 'Dżem babci' } });
  expect(await lockedBefore(household, ids, merge)).toEqual([]);
});
