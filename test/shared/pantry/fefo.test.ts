import { describe, expect, test } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { inFefoOrder } from '#shared/pantry/fefo.ts';
import { lockStockedLots, stockedLots } from '#shared/pantry/lot-store.ts';
import {
  type FoodRef,
  keysOfLot,
  servingBy,
  servingsOf,
} from '#shared/products/relation/serves.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
/** How a lot serves where a food is asked for. */
const servingOfLot = (
  { product_key: id, product_name: name }: { product_key: string | null; product_name: string },
  ref: FoodRef,
) => servingBy(servingsOf(ref), keysOfLot({ id, name }));
const lot = (product_key: string | null, product_name: string) => ({ product_key, product_name });

describe('a lot is of a product', () => {
  test.each<[string, ReturnType<typeof lot>, FoodRef]>([
    ['by its id', lot('mleko', 'Mleko'), { id: 'mleko' }],
    ['by its name where it has no id', lot(null, 'Mleko'), { id: 'mleko' }],
    ['by its id whatever the name', lot('mleko', 'Łaciate'), { id: 'mleko', name: 'Nasze' }],
    ['by a name that the id is known for', lot('maka-pszenna', 'x'), { name: 'mąki' }],
    ['by the name where it has no id', lot(null, 'Wynalazek Zosi'), { name: 'wynalazek zosi' }],
    ['by the name in another form', lot(null, 'Szynka babuni'), { name: 'szynki babuni' }],
    ['by name where the product has an id', lot(null, 'mleko'), { id: 'mleko', name: 'Mleko' }],
    ['without its marks', lot(null, 'Łosoś'), { name: 'losos' }],
  ])('%s', (_, stock, ref) => {
    expect(servingOfLot(stock, ref)?.kind).toBe('same');
    expect(servingOfLot(stock, ref)?.kind, 'asked again').toBe('same');
  });

  test.each<[string, ReturnType<typeof lot>, FoodRef]>([
    ['of another id', lot('mleko', 'Łaciate'), { id: 'ser-zolty', name: 'Nasze' }],
    ['with no id, of a name nobody knows', lot(null, 'Wynalazek'), { id: 'mleko' }],
    ['whose name is another food', lot('maka-pszenna', 'mąka kokosowa'), { id: 'maka-pszenna' }],
    ['whose name has another allergen', lot('maslo', 'Masło z orzeszkami'), { id: 'maslo' }],
    ['of signs alone', lot(null, '🥚'), { name: '🥛' }],
    ['of another name', lot(null, 'Wynalazek'), { name: 'Inny' }],
    ['nobody asked for', lot('mleko', 'Mleko'), {}],
    ['nobody asked for by id', lot(null, 'Mleko'), { id: null }],
    ['that only shares a word', lot(null, 'Wynalazek Zosi'), { name: 'Wynalazek' }],
  ])('and not one %s', (_, stock, ref) => {
    expect(servingOfLot(stock, ref)).toBeUndefined();
  });
});

const DAY = '2026-11-20';
interface Stock {
  name?: string;
  quantity?: number;
  on?: string | null;
  kind?: string;
  opened?: boolean;
}

let stocked = 0;

/** In the order of their ids, which the database only makes by the millisecond. */
async function stock(household: HouseholdContext, label: string, lot: Stock) {
  const { name = 'Wynalazek', quantity = 1, on = '2026-12-01', kind = 'best-before' } = lot;
  await database.query(
    `insert into lots (id, household_id, product_name, quantity, unit, location, expires_on, expires_kind,
       expires_source, opened_at, category)
     values ($9, $1, $2, $3, 'kg', 'pantry', $4, $5, $6, $7, $8)`,
    [
      household.householdId,
      name,
      quantity,
      on,
      on === null ? null : kind,
      on === null ? null : 'printed',
      lot.opened ? new Date() : null,
      label,
      `01900000-0000-7000-8000-${String(++stocked).padStart(12, '0')}`,
    ],
  );
}

async function order(lots: Readonly<Record<string, Stock>>, ...names: readonly string[]) {
  const household = await database.newHousehold();
  for (const [label, lot] of Object.entries(lots)) await stock(household, label, lot);
  const refs = (names.length === 0 ? ['Wynalazek'] : names).map((name) => ({ name }));
  const rows = await withHousehold(household, async (client) => {
    const wanted = (await stockedLots(client)).filter((lot) =>
      refs.some((ref) => servingOfLot(lot, ref) !== undefined),
    );
    return await lockStockedLots(
      client,
      wanted.map(({ id }) => id),
    );
  });
  return inFefoOrder(rows, DAY).map(({ category }) => category);
}

describe('what goes first', () => {
  test('is what expires first, and last what never does', async () => {
    const lots = {
      never: { on: null },
      late: { on: '2027-01-01' },
      soon: { on: '2026-11-21' },
      past: { on: '2026-11-19' },
    };
    expect(await order(lots)).toEqual(['past', 'soon', 'late', 'never']);
  });

  test('of one day the opened one, then the older', async () => {
    const lots = { first: {}, second: {}, open: { opened: true } };
    expect(await order(lots)).toEqual(['open', 'first', 'second']);
  });

  test('is never what is spoilt: long past best-before comes late, past use-by last of all', async () => {
    const lots = {
      unsafe: { on: '2026-11-19', kind: 'use-by' },
      spoilt: { on: '2026-10-01' },
      never: { on: null },
      today: { on: DAY, kind: 'use-by' },
    };
    expect(await order(lots)).toEqual(['today', 'never', 'spoilt', 'unsafe']);
  });

  test('is only what was asked for, of any of the names, and not used up', async () => {
    const lots = {
      asked: {},
      other: { name: 'Coś innego' },
      also: { name: 'Drugie' },
      empty: { quantity: 0 },
    };
    expect(await order(lots, 'Wynalazek', 'Drugie')).toEqual(['asked', 'also']);
  });
});
