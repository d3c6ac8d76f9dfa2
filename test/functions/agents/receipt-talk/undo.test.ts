import { expect, test } from 'vitest';
import { handler as chat } from '#functions/api/chat/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { agentsBehindChat } from '#test/support/agents-behind-chat.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { change, newReceipt, read } from '#test/support/saved-receipt.ts';
import { testStorage } from '#test/support/storage.ts';
import { sayAs } from '#test/support/written-talks.ts';
import { person } from '../../api/recipes/diners.ts';

const database = testDatabase();
agentsBehindChat();
testStorage();

const say = async (household: HouseholdContext, message: string, sessionId?: string) =>
  (await sayAs(household, { say: message }, sessionId, 'any proposals')).reply;

const lots = async ({ householdId }: HouseholdContext) =>
  await database.query<{ product_name: string; quantity: string; expires_on: string }>(
    `select product_name, quantity::text, expires_on::text from lots where household_id = $1
     order by product_name`,
    [householdId],
  );

test('what a correction changed in the pantry and taught is taken back with it', async () => {
  const { household, receiptId } = await newReceipt(database);
  const [receipt, pantry] = [await read(household, receiptId), await lots(household)];
  expect(pantry.length).toBeGreaterThan(0);
  const { sessionId } = await say(household, 'na ostatnim paragonie to nie było mleko tylko kefir');
  expect((await say(household, 'tak', sessionId)).data.confirmed).toBeDefined();
  expect((await lots(household)).map(({ product_name }) => product_name)).toContain('kefir');
  const aliases = () =>
    database.query('select 1 from product_aliases where household_id = $1', [
      household.householdId,
    ]);
  expect(await aliases()).toHaveLength(1);
  await say(household, 'cofnij', sessionId);
  expect(await lots(household)).toEqual(pantry);
  expect(await aliases()).toEqual([]);
  const after = await read(household, receiptId);
  expect([receipt.status, after.status]).toEqual([200, 200]);
  const { items, total, reasons } = after.json;
  expect({ items, total, reasons }).toEqual({
    items: receipt.json.items,
    total: receipt.json.total,
    reasons: receipt.json.reasons,
  });
});

test('a receipt that was changed meanwhile is neither changed nor taken back', async () => {
  const { household, receiptId } = await newReceipt(database);
  const { sessionId } = await say(household, 'na ostatnim paragonie chleb kosztował 5,99');
  const first = await change(household, receiptId, { merchant: { name: 'Netto' } });
  expect(first.status, first.text).toBe(200);
  const refused = await say(household, 'tak', sessionId);
  expect(refused.text).toContain('zmieniono w międzyczasie');
  expect(refused.data.confirmed).toBeUndefined();
  const again = await say(household, 'chleb kosztował 5,99', sessionId);
  const proposalId = String(again.proposals[0].id);
  expect((await say(household, 'tak', sessionId)).data.confirmed.proposalId).toBe(proposalId);
  await change(household, receiptId, { merchant: { name: 'Dino' } });
  const undone = await call(chat, {
    method: 'POST',
    resource: '/api/v1/chat/proposals/{proposalId}/undo',
    params: { proposalId },
    household,
    body: {},
  });
  expect(undone.status).toBe(409);
  expect(undone.json.code).toBe('receipt-changed');
});

test('whoever must not have milk is told what it cost all the same', async () => {
  const { household } = await newReceipt(database);
  await person(database, household, 'Ola', [{ code: 'milk', severity: 'allergy' }]);
  const { text } = await say(household, 'co było na ostatnim paragonie?');
  expect(text).toMatch(/MLEKO UHT.*6,98 zł/);
});

test('a file that cannot be read at another attempt either is not proposed', async () => {
  const household = await database.newHousehold();
  await database.query(
    `insert into uploads (household_id, kind, content_type, size, status, problem)
     values ($1, 'receipt', 'image/png', 1, 'failed', '{"code": "image-too-small", "pl": "Za mały.", "en": "Too small."}')`,
    [household.householdId],
  );
  const reply = await say(household, 'spróbuj odczytać mój paragon jeszcze raz');
  expect(reply.proposals).toEqual([]);
  expect(reply.text).toContain('także przy kolejnej próbie');
});
