import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { addLot } from '#shared/pantry/add-lot.ts';
import { deduct } from '#shared/pantry/deduct.ts';
import type { Need } from '#shared/pantry/deduction.ts';
import { FOR_COOKING } from '#shared/pantry/fefo.ts';
import type { NewLot } from '#shared/pantry/lot.ts';
import { undoBooking } from '#shared/pantry/undo.ts';
import { exactly, toDecimal } from '#shared/quantities/rational.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();

function lot(name: string, value: string, unit: string, date = '2027-01-01', more: object = {}) {
  return {
    product: { name },
    quantity: { value, unit },
    expires: { date, kind: 'best-before' },
    ...more,
  } as NewLot;
}

async function stocked(...lots: readonly NewLot[]) {
  const household = await database.newHousehold();
  for (const one of lots) await addLot(household, one);
  return household;
}

const need = (product: Need['product'], value: string, unit: string): Need => ({
  product,
  amount: { value: exactly(value), unit },
});

const take = (household: HouseholdContext, ...needs: readonly Need[]) =>
  withHousehold(household, (client) => deduct(client, needs, FOR_COOKING, 'Naleśniki'));

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Everything about the lots that an undo must bring back. */
const stock = (household: HouseholdContext) =>
  database.query<{ name: string; quantity: string }>(
    `select product_name as name, quantity::text, unit, location, opened_at, expires_on, thawed_days
     from lots where household_id = $1 order by id`,
    [household.householdId],
  );
const amounts = async (household: HouseholdContext) =>
  (await stock(household)).map(({ quantity }) => toDecimal(exactly(quantity)));

test('what expires first goes first, across lots and units', async () => {
  const household = await stocked(
    lot('Mleko', '1', 'l', '2027-01-03'),
    lot('Mleko', '500', 'ml', '2027-01-01'),
  );
  const { shortages } = await take(household, need({ id: 'mleko' }, '3', 'szklanka'));
  expect(shortages).toEqual([]);
  expect(await amounts(household)).toEqual(['0.75', '0']);
});

test('what is past its use-by date is never taken, and the shortage says that it is there', async () => {
  const household = await stocked(
    lot('Mleko', '500', 'ml', '2020-01-01', { expires: { date: '2020-01-01', kind: 'use-by' } }),
    lot('Mleko', '200', 'ml'),
  );
  const { shortages } = await take(household, need({ id: 'mleko' }, '300', 'ml'));
  expect(shortages.map(({ missing, why }) => [toDecimal(missing.value), why])).toEqual([
    ['100', 'past-use-by'],
  ]);
  expect(await amounts(household)).toEqual(['500', '0']);
});

test('what is just past its best-before date goes first, what is long past it last, both marked', async () => {
  const household = await stocked(
    lot('Mąka pszenna', '100', 'g', '2020-01-01'),
    lot('Mąka pszenna', '200', 'g'),
    lot('Mąka pszenna', '300', 'g', inDays(-1)),
  );
  const flour = (value: string) => take(household, need({ id: 'maka-pszenna' }, value, 'g'));
  const first = await flour('300');
  expect(first.taken.map(({ pastBestBefore }) => pastBestBefore)).toEqual([true]);
  expect(await amounts(household)).toEqual(['100', '200', '0']);
  const rest = await flour('300');
  expect(rest.taken.map(({ pastBestBefore }) => pastBestBefore)).toEqual([false, true]);
  expect(await amounts(household)).toEqual(['0', '0', '0']);
});

test('a recipe’s units become the pantry’s: glasses to kilograms, cloves to pieces, eggs to pieces', async () => {
  const household = await stocked(
    lot('Mąka pszenna', '1', 'kg'),
    lot('Czosnek', '2', 'szt'),
    lot('Jaja', '10', 'szt'),
    lot('Masło 200g', '2', 'opak'),
  );
  const { shortages } = await take(
    household,
    need({ name: 'mąki' }, '2', 'szklanka'),
    need({ id: 'czosnek' }, '5', 'clove'),
    need({ name: 'jajka' }, '3', 'szt'),
    need({ name: 'masła' }, '50', 'g'),
  );
  expect(shortages).toEqual([]);
  expect(await amounts(household)).toEqual(['0.7', '1.5', '7', '1.75']);
});

test('two needs of one lot are two bookings of it, undone together', async () => {
  const household = await stocked(lot('Mleko', '1', 'l'));
  const milk = (value: string) => need({ id: 'mleko' }, value, 'l');
  const { bookingIds } = await take(household, milk('0.25'), milk('0.5'));
  expect(await amounts(household)).toEqual(['0.25']);
  const changes = await database.query(
    `select change::float8 from bookings where id = any ($1) order by id`,
    [bookingIds],
  );
  expect(changes).toEqual([{ change: -0.25 }, { change: -0.5 }]);
  await undoBooking(household, bookingIds[0] ?? '');
  expect(await amounts(household)).toEqual(['1']);
});

test('five hundred needs on five hundred lots are told apart from the one that is there', async () => {
  const household = await stocked(lot('Mleko', '1', 'l'));
  await database.query(
    `insert into lots (household_id, product_name, quantity, unit, location)
     select $1, 'Wynalazek numer ' || n, 1, 'kg', 'pantry' from generate_series(1, 500) n`,
    [household.householdId],
  );
  const needs = Array.from({ length: 500 }, (_, n) => need({ name: `wynalazek ${n}` }, '1', 'g'));
  const { shortages } = await take(household, ...needs, need({ name: 'mleka' }, '1', 'l'));
  expect(shortages).toHaveLength(500);
});

test('what is missing is said, with the reason, and the rest is taken', async () => {
  const household = await stocked(lot('Mleko', '200', 'ml'), lot('Szynka babuni', '3', 'opak'));
  const { shortages, bookingIds } = await take(
    household,
    need({ id: 'mleko' }, '300', 'ml'),
    need({ name: 'Szynka babuni' }, '1', 'l'),
    need({ id: 'cukier' }, '1', 'kg'),
  );
  expect(
    shortages.map(({ need: index, missing, why }) => [index, toDecimal(missing.value), why]),
  ).toEqual([
    [0, '100', 'not-enough'],
    [1, '1', 'not-comparable'],
    [2, '1', 'none'],
  ]);
  expect(bookingIds).toHaveLength(1);
});

test('undoing any booking of a cooked recipe puts every lot back, once; undoing that cooks it again', async () => {
  const household = await stocked(
    lot('Mleko', '200', 'ml', '2027-01-01'),
    lot('Mleko', '1', 'l', '2027-01-02'),
    lot('Mąka pszenna', '1', 'kg'),
  );
  const before = await stock(household);
  const { bookingIds } = await take(
    household,
    need({ id: 'mleko' }, '1', 'cup'),
    need({ name: 'mąka' }, '1', 'cup'),
  );
  const cooked = await stock(household);
  const undone = await undoBooking(household, bookingIds[1] ?? '');
  expect(undone.bookings).toHaveLength(3);
  expect(await stock(household)).toEqual(before);
  await expect(undoBooking(household, bookingIds[0] ?? '')).rejects.toMatchObject({
    code: 'already-undone',
  });
  await undoBooking(household, undone.bookingId);
  expect(await stock(household)).toEqual(cooked);
  // It counts again, and can be taken back again.
  await undoBooking(household, bookingIds[0] ?? '');
  expect(await stock(household)).toEqual(before);
});

test('a chain is undone from its end; a later change stands in the way and nothing moves', async () => {
  const household = await stocked(lot('Mleko', '1', 'l'));
  const first = await take(household, need({ id: 'mleko' }, '100', 'ml'));
  const second = await take(household, need({ id: 'mleko' }, '1', 'tbsp'));
  const before = await stock(household);
  await expect(undoBooking(household, first.bookingIds[0] ?? '')).rejects.toMatchObject({
    code: 'later-changes',
  });
  expect(await stock(household)).toEqual(before);
  await undoBooking(household, second.bookingIds[0] ?? '');
  await undoBooking(household, first.bookingIds[0] ?? '');
  expect(await amounts(household)).toEqual(['1']);
});

test('an undo is undone only while nothing happened since', async () => {
  const household = await stocked(lot('Mleko', '1', 'l'));
  const first = await take(household, need({ id: 'mleko' }, '100', 'ml'));
  const undone = await undoBooking(household, first.bookingIds[0] ?? '');
  await take(household, need({ id: 'mleko' }, '1', 'l'));
  await expect(undoBooking(household, undone.bookingId)).rejects.toMatchObject({
    code: 'later-changes',
  });
  expect(await amounts(household)).toEqual(['0']);
});

test('two who cook at once share what there is; nothing is taken twice', async () => {
  const household = await stocked(lot('Mleko', '1', 'l'), lot('Jaja', '4', 'szt'));
  const needs = [need({ id: 'jaja' }, '3', 'szt'), need({ id: 'mleko' }, '600', 'ml')];
  const [a, b] = await Promise.all([
    take(household, ...needs),
    take(household, ...[...needs].reverse()),
  ]);
  expect(await amounts(household)).toEqual(['0', '0']);
  const missing = [...(a?.shortages ?? []), ...(b?.shortages ?? [])].map((one) =>
    toDecimal(one.missing.value),
  );
  expect(missing.sort()).toEqual(['2', '200']);
});

const units = fc.constantFrom('g', 'kg', 'szklanka', 'cup', 'tbsp', 'tsp', 'oz', 'dag');
const anyNeed = fc
  .tuple(
    fc.constantFrom('maka-pszenna', 'cukier', 'maslo'),
    fc.integer({ min: 1, max: 900 }),
    units,
  )
  .map(([id, thirds, unit]) => need({ id }, `${thirds}/3`, unit));

test('bookings and then their undo leave every lot as it was, to the gram', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyNeed, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      async (cooked) => {
        const household = await stocked(
          lot('Mąka pszenna', '1', 'kg', '2027-01-02'),
          lot('Mąka pszenna', '333.333', 'g', '2027-01-01'),
          lot('Cukier', '2.5', 'kg'),
          lot('Masło 200g', '3', 'szt'),
        );
        const before = await stock(household);
        const groups = [];
        for (const needs of cooked) groups.push(await take(household, ...needs));
        for (const { bookingIds } of groups.reverse()) {
          if (bookingIds[0] !== undefined) await undoBooking(household, bookingIds[0]);
        }
        expect(await stock(household)).toEqual(before);
      },
    ),
    { numRuns: 25 },
  );
});
