import fc from 'fast-check';
import { expect, test } from 'vitest';
import { handler } from '#functions/api/pantry/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { restockReceipt } from '#shared/pantry/stock-receipt.ts';
import { type Answer, call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { drawn } from '#test/support/drawn.ts';
import { act, asRead, BOOKINGS, PANTRY, undo } from '#test/support/pantry.ts';
import { stockedReceipt } from '#test/support/stocked-receipt.ts';

const database = testDatabase();
const DAY = '2026-11-14';

interface State {
  readonly household: HouseholdContext;
  readonly receiptId: string;
}

/** Lots whose amount is not what their bookings of its unit add up to, or that have something of another unit. */
async function unbooked({ household }: State) {
  return await database.query(
    `select l.id, l.quantity, l.unit, json_agg(json_build_array(b.kind, b.change, b.unit) order by lot_version)
     from lots l left join bookings b on b.lot_id = l.id where l.household_id = $1 group by l.id
     having coalesce(sum(b.change) filter (where b.unit = l.unit), 0) <> l.quantity
       or exists (select 1 from bookings o where o.lot_id = l.id and o.unit <> l.unit
         group by o.unit having sum(o.change) <> 0)`,
    [household.householdId],
  );
}

async function anyId({ household }: State, table: 'lots' | 'bookings', which: number) {
  const rows = await database.query<{ id: string }>(
    `select id from ${table} where household_id = $1 order by id desc`,
    [household.householdId],
  );
  return rows[which % rows.length]?.id ?? '';
}

async function edit(state: State, which: number, body: object): Promise<Answer> {
  const { household } = state;
  const lot = { resource: `${PANTRY}/{lotId}`, household };
  const params = { lotId: await anyId(state, 'lots', which) };
  const { headers } = await call(handler, { ...lot, params });
  const tag = { 'if-match': headers.etag ?? '' };
  return await call(handler, { ...lot, method: 'PATCH', params, body, headers: tag });
}

const which = fc.nat(20);
const unit = fc.constantFrom('g', 'kg', 'ml', 'l', 'szt', 'opak');
const value = fc.constantFrom('1', '0.5', '333.333', '0.001', '2');
const quantity = fc.record({ value, unit });
const part = fc.option(quantity, { nil: undefined });

/** Everything that reaches lots, with what the API is asked. */
const step: fc.Arbitrary<(state: State) => Promise<unknown>> = fc.oneof(
  quantity.map((asked) => ({ household }: State) => {
    const body = { product: { name: 'Mleko' }, quantity: asked };
    return call(handler, { method: 'POST', resource: PANTRY, household, body });
  }),
  fc
    .record({ which, quantity: part, name: fc.constantFrom('Mleko', 'Mąka pszenna', 'Cukier') })
    .map(
      ({ name, ...asked }) =>
        (state: State) =>
          edit(state, asked.which, { quantity: asked.quantity, product: { name } }),
    ),
  fc
    .record({
      which,
      quantity: part,
      action: fc.constantFrom('consume', 'waste', 'open', 'freeze', 'thaw', 'move'),
    })
    .map(({ action, ...asked }) => async (state: State) => {
      const body = { quantity: asked.quantity, ...(action === 'move' && { location: 'fridge' }) };
      return await act(state.household, await anyId(state, 'lots', asked.which), action, body);
    }),
  fc.record({ which }).map((asked) => async (state: State) => {
    return await undo(state.household, await anyId(state, 'bookings', asked.which));
  }),
  quantity.map((asked) => ({ household }: State) => {
    const body = { product: { name: 'Mleko' }, quantity: asked };
    return call(handler, { method: 'POST', resource: `${PANTRY}/consume`, household, body });
  }),
  fc
    .record({ amount: fc.constantFrom('1', '3'), unit: fc.constantFrom('szt', 'kg') })
    .map(({ amount, ...asked }) => async ({ household, receiptId }: State) => {
      await database.query(
        'update receipt_items set quantity = $2, unit = $3 where receipt_id = $1',
        [receiptId, amount, asked.unit],
      );
      await withHousehold(household, (client) =>
        restockReceipt(client, household.householdId, receiptId, DAY),
      );
    }),
);

async function stocked(): Promise<State> {
  const household = await database.newHousehold();
  const line = { name: 'MLEKO', key: 'mleko', category: 'dairy/milk', unit: 'szt', net: 100 };
  const receiptId = await stockedReceipt(database, household, DAY, 'biedronka', [
    { ...line, quantity: '2' },
  ]);
  return { household, receiptId };
}

test('after anything that is done to it, a lot is the sum of its bookings', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const state = await stocked();
      for (const take of steps) {
        await take(state);
        expect(await unbooked(state)).toEqual([]);
      }
    }),
    { numRuns: drawn(150), seed: 90 },
  );
});

test('another unit books what leaves and what comes, and one undo takes both back', async () => {
  const state = await stocked();
  const { household } = state;
  const { json: before } = await edit(state, 0, { quantity: { value: '2', unit: 'l' } });
  const answer = await edit(state, 0, { quantity: { value: '1.5', unit: 'kg' } });
  expect(answer).toMatchObject({ status: 200, json: { quantity: { value: '1.5', unit: 'kg' } } });
  const list = async () => (await call(handler, { resource: BOOKINGS, household })).json.items;
  const [came, left] = await list();
  expect([left, came]).toMatchObject([
    { kind: 'edit', change: { value: '-2', unit: 'l' } },
    { kind: 'edit', change: { value: '1.5', unit: 'kg' } },
  ]);
  expect([came.id, came.groupId]).toEqual([answer.json.bookingId, left.groupId]);

  const undone = await undo(household, came.id);
  const lot = asRead(before);
  expect(undone.json.lot).toEqual(lot);
  expect(undone.json.bookings).toMatchObject([{ lot }, { lot }]);
  // What was taken back can be had again.
  const again = await undo(household, undone.json.bookingId);
  expect(again.json.lot.quantity).toEqual({ value: '1.5', unit: 'kg' });
  expect(await unbooked(state)).toEqual([]);
});

test('a lot that is added or corrected names its booking', async () => {
  const state = await stocked();
  const { household } = state;
  const body = { product: { name: 'Cukier' }, quantity: { value: '1', unit: 'kg' } };
  const added = await call(handler, { method: 'POST', resource: PANTRY, household, body });
  const taken = await undo(household, added.json.bookingId);
  expect(taken.json.lot).toMatchObject({ id: added.json.id, quantity: { value: '0' } });
  const edited = await edit(state, 0, { quantity: { value: '3', unit: 'kg' } });
  const back = await undo(household, edited.json.bookingId);
  expect(back.json.lot.quantity).toEqual({ value: '0', unit: 'kg' });
});
