import { expect, test } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { book } from '#shared/pantry/book.ts';
import { lockLot } from '#shared/pantry/lot-store.ts';
import type { Answer } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { untilBlocked } from '#test/support/lock-wait.ts';
import { change, newReceipt, read, remove } from '#test/support/saved-receipt.ts';
import { testStorage } from '#test/support/storage.ts';

const database = testDatabase();
testStorage();

interface Shopping {
  readonly household: HouseholdContext;
  readonly receiptId: string;
  /** The receipt's line of two litres of milk. */
  readonly milk: string;
}

/** Sends a request while the milk of a receipt is being consumed, in a transaction not yet committed. */
async function whileConsuming(request: (shopping: Shopping) => Promise<Answer>) {
  const { household, receiptId } = await newReceipt(database);
  const milk: string = (await read(household, receiptId)).json.items[0].id;
  const rows = await database.query<{ id: string }>(
    'select id from lots where receipt_item_id = $1',
    [milk],
  );
  const lotId = rows[0]?.id ?? '';
  const { answer } = await withHousehold(household, async (client) => {
    const lot = await lockLot(client, lotId);
    await book(client, lot, { quantity: '0.5' }, { kind: 'consume' });
    const running = request({ household, receiptId, milk });
    await untilBlocked(database);
    return { answer: running };
  });
  const { status, json } = await answer;
  const lots = await database.query<{ left: number; kinds: string[] }>(
    `select l.quantity::float as left, array_agg(b.kind order by b.id) as kinds
     from lots l join bookings b on b.lot_id = l.id where l.id = $1 group by l.id`,
    [lotId],
  );
  return { status, code: json?.code, lots };
}

/** The rest of the milk, with its consumption on record. */
const CONSUMED = [{ left: 0.5, kinds: ['add', 'consume'] }];

test('deleting a receipt while its milk is being consumed keeps that lot and its bookings', async () => {
  const after = await whileConsuming(({ household, receiptId }) => remove(household, receiptId));
  expect(after).toEqual({ status: 204, code: undefined, lots: CONSUMED });
});

test.each([
  ['removed', { remove: true }],
  ['marked as no food', { kind: 'non-food' }],
  ['given another amount', { quantity: { value: '1', unit: 'szt' } }],
])('a line cannot be %s while its lot is being consumed', async (_, correction) => {
  const after = await whileConsuming(({ household, receiptId, milk }) =>
    change(household, receiptId, { items: [{ id: milk, ...correction }] }),
  );
  expect(after).toEqual({ status: 409, code: 'already-stocked', lots: CONSUMED });
});

test('correcting the date of a receipt leaves a lot alone that is being consumed', async () => {
  const after = await whileConsuming(({ household, receiptId }) =>
    change(household, receiptId, { date: '2026-11-19' }),
  );
  expect(after).toMatchObject({ status: 200, lots: CONSUMED });
});
