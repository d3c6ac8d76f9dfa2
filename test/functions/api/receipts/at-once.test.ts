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

/** Somebody drinks of the milk of a receipt and has not done so yet when another request comes. */
async function whileDrinking(request: (shopping: Shopping) => Promise<Answer>) {
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

/** The half litre that is left, and that somebody drank the rest. */
const DRUNK = [{ left: 0.5, kinds: ['add', 'consume'] }];

test('a receipt deleted while somebody drinks of its milk leaves what is left of it', async () => {
  const after = await whileDrinking(({ household, receiptId }) => remove(household, receiptId));
  expect(after).toEqual({ status: 204, code: undefined, lots: DRUNK });
});

test.each([
  ['removed', { remove: true }],
  ['said to be no food', { kind: 'non-food' }],
  ['given another amount', { quantity: { value: '1', unit: 'szt' } }],
])(
  'a line that is %s while somebody drinks of it is refused: it was used already',
  async (_, said) => {
    const after = await whileDrinking(({ household, receiptId, milk }) =>
      change(household, receiptId, { items: [{ id: milk, ...said }] }),
    );
    expect(after).toEqual({ status: 409, code: 'already-stocked', lots: DRUNK });
  },
);

test('another date of the receipt leaves a lot alone that somebody is drinking of', async () => {
  const after = await whileDrinking(({ household, receiptId }) =>
    change(household, receiptId, { date: '2026-11-19' }),
  );
  expect(after).toMatchObject({ status: 200, lots: DRUNK });
});
