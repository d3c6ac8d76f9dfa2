import { expect, test } from 'vitest';
import { withHousehold } from '#shared/database/with-household.ts';
import type { HouseholdContext } from '#shared/entry/request.ts';
import { consumeProduct } from '#shared/pantry/consume-product.ts';
import { deduct } from '#shared/pantry/deduct.ts';
import { lockLot } from '#shared/pantry/lot-row.ts';
import { mergeProducts } from '#shared/pantry/merge-products.ts';
import { undoBooking } from '#shared/pantry/undo.ts';
import { exactly } from '#shared/quantities/rational.ts';
import { testDatabase } from '#test/support/database.ts';
import { untilBlocked } from '#test/support/lock-wait.ts';

const database = testDatabase();
const NAME = 'Konfitura babci';

/**
 * Three lots whose ids ascend while their physical order in the table and their expiry descend.
 * @returns their ids, the lowest first
 */
async function lotsOf(household: HouseholdContext): Promise<string[]> {
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
 * The lots that a piece of work has locked while it waits for the lot with the lowest id: none, when
 * it locks in the order of ids, so that two of them cannot deadlock.
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

test('a deduction takes what expires first, but locks in the order of ids', async () => {
  const household = await database.newHousehold();
  const ids = await lotsOf(household);
  const take = () =>
    consumeProduct(household, { product: { name: NAME }, quantity: { value: '150', unit: 'g' } });
  expect(await lockedBefore(household, ids, take)).toEqual([]);
  const left = await database.query(
    'select quantity::int as left from lots where id = any ($1) order by id',
    [ids],
  );
  expect(left).toEqual([{ left: 100 }, { left: 50 }, { left: 0 }]);
});

test('two deductions of the same lots in opposite order of needs both succeed', async () => {
  const household = await database.newHousehold();
  await lotsOf(household);
  const other = { product: { name: 'Powidła' }, amount: need('1').amount };
  const cook = (...needs: Parameters<typeof deduct>[1]) =>
    withHousehold(household, (client) => deduct(client, needs, 'at once'));
  const [one, two] = await Promise.all([cook(other, need('120')), cook(need('120'), other)]);
  expect([one?.shortages.length, two?.shortages.length]).toEqual([1, 1]);
  const [sum] = await database.query(
    'select sum(quantity)::int as left from lots where household_id = $1',
    [household.householdId],
  );
  expect(sum).toEqual({ left: 60 });
});

test('an undo locks the lots of its group in the order of ids', async () => {
  const household = await database.newHousehold();
  const ids = await lotsOf(household);
  const { bookingIds } = await withHousehold(household, (client) =>
    deduct(client, [need('300')], 'all'),
  );
  expect(bookingIds).toHaveLength(3);
  const undo = () => undoBooking(household, bookingIds[0] ?? '');
  expect(await lockedBefore(household, ids, undo)).toEqual([]);
});

test('renaming a product locks its lots in the order of ids', async () => {
  const household = await database.newHousehold();
  const ids = await lotsOf(household);
  const merge = () => mergeProducts(household, NAME, { name: 'Dżem babci' });
  expect(await lockedBefore(household, ids, merge)).toEqual([]);
});
