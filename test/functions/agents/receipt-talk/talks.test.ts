import { expect, test } from 'vitest';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { fold } from '#shared/language/fold.ts';
import { agentsBehindChat } from '#test/support/agents-behind-chat.ts';
import { testDatabase } from '#test/support/database.ts';
import { sayAs, type WrittenTurn, writtenTalks } from '#test/support/written-talks.ts';
import { furnishHouse } from './houses.ts';

const database = testDatabase();
agentsBehindChat();

test.each(writtenTalks('receipt-talks.jsonl').map((talk) => [talk.id, talk] as const))(
  '%s goes as it was written',
  async (_, { house = 'none', turns }) => {
    const household = await database.newHousehold();
    await furnishHouse(database, household, house);
    let sessionId: string | undefined;
    for (const turn of turns) {
      const before = await written(household);
      const { reply, about } = await sayAs(household, turn, sessionId);
      sessionId = reply.sessionId;
      expect((await written(household)) !== before, about).toBe(turn.written ?? false);
      await holdReceipts(household, turn, about);
    }
  },
);

/** Everything of the household that a talk may change, but the talk itself. */
async function written({ householdId }: HouseholdContext): Promise<string> {
  const tables = ['uploads', 'receipts', 'receipt_items', 'product_aliases', 'lots', 'bookings'];
  const rows = await Promise.all(
    tables.map((table) =>
      database.query<{ rows: string }>(
        `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as rows from ${table} t where household_id = $1`,
        [householdId],
      ),
    ),
  );
  return rows.map(([row]) => row?.rows).join(' ');
}

interface Line {
  shop: string;
  day: string;
  name: string;
  product: string | null;
  net: string;
}

async function holdReceipts({ householdId }: HouseholdContext, turn: WrittenTurn, about: string) {
  const lines = await database.query<Line>(
    `select coalesce(r.chain, r.merchant_name) as shop, r.purchased_on::text as day, i.name,
       i.product_name as product, (i.net_minor / 100.0)::numeric(9, 2)::text as net
     from receipt_items i join receipts r on r.id = i.receipt_id where r.household_id = $1`,
    [householdId],
  );
  const named = (shop: string, name: string) =>
    lines.find(
      (line) =>
        line.shop === shop &&
        (fold(line.name).includes(fold(name)) || fold(line.product ?? '').includes(fold(name))),
    );
  for (const [shop, prices] of Object.entries(turn.receipt ?? {}))
    for (const [name, net] of Object.entries(prices))
      expect(named(shop, name)?.net ?? null, about).toBe(net);
  for (const [shop, names] of Object.entries(turn.product ?? {}))
    for (const [name, product] of Object.entries(names))
      expect(named(shop, name)?.product?.toLowerCase(), about).toContain(product);
  for (const [shop, day] of Object.entries(turn.day ?? {}))
    expect(lines.find((line) => line.shop === shop)?.day, about).toContain(day);
  if (turn.upload === undefined) return;
  const [upload] = await database.query<{ status: string }>(
    'select status from uploads where household_id = $1 order by id desc limit 1',
    [householdId],
  );
  expect(upload?.status, about).toBe(turn.upload);
}
