import { expect, test } from 'vitest';
import { handler } from '#functions/api/pantry/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
const PANTRY = '/api/v2/pantry';

async function add(household: HouseholdContext, name = 'chleb') {
  const body = { product: { name }, quantity: { value: '1', unit: 'szt' } };
  const { json, status } = await call(handler, {
    method: 'POST',
    resource: PANTRY,
    household,
    body,
  });
  expect(status).toBe(201);
  return json;
}

/** As if the lot had been bought some days ago. */
async function age(lotId: string, days: number) {
  await database.query(
    `update lots set added_at = added_at - $2 * interval '1 day' where id = $1`,
    [lotId, days],
  );
}

async function correct(household: HouseholdContext, lotId: string, days: number) {
  const [row] = await database.query<{ version: number; date: string }>(
    `select version, ((now() at time zone 'Europe/Warsaw')::date + $2::int)::text as date
     from lots where id = $1`,
    [lotId, days],
  );
  const answer = await call(handler, {
    method: 'PATCH',
    resource: `${PANTRY}/{lotId}`,
    params: { lotId },
    household,
    headers: { 'if-match': `"${row?.version}"` },
    body: { expires: { date: row?.date } },
  });
  expect(answer.status, answer.text).toBe(200);
}

function act(household: HouseholdContext, lotId: string, action: string, body: object = {}) {
  const resource = `${PANTRY}/{lotId}/${action}`;
  return call(handler, { method: 'POST', resource, params: { lotId }, household, body });
}

async function observations(household: HouseholdContext) {
  return await database.query(
    'select product, location, how, days from expiry_observations where household_id = $1',
    [household.householdId],
  );
}

test('three corrected dates change what the next loaf gets, and say so', async () => {
  const household = await database.newHousehold();
  for (const days of [6, 7, 7]) await correct(household, (await add(household)).id, days);
  expect(await observations(household)).toHaveLength(3);
  const next = await add(household);
  expect(next.expires.source).toBe('learned');
  const ruled = await add(await database.newHousehold());
  expect(ruled.expires.source).toBe('rule');
  expect(next.expires.date > ruled.expires.date).toBe(true);
});

test('what goes off before its date is learned, what is thrown away for another reason is not', async () => {
  const household = await database.newHousehold();
  const spoilt = await add(household);
  await correct(household, spoilt.id, 9);
  await database.query('delete from expiry_observations');
  await age(spoilt.id, 2);
  await act(household, spoilt.id, 'waste', { reason: 'spleśniał' });
  expect(await observations(household)).toEqual([
    { product: 'chleb', location: 'pantry', how: 'wasted', days: 2 },
  ]);
  const disliked = await add(household);
  await age(disliked.id, 1);
  await act(household, disliked.id, 'waste', { reason: 'nikomu nie smakował' });
  expect(await observations(household)).toHaveLength(1);
});

test('food that was opened, frozen, or thrown away on the day it came, shows nothing', async () => {
  const household = await database.newHousehold();
  const today = await add(household);
  await act(household, today.id, 'waste');
  const opened = await add(household, 'mleko');
  await act(household, opened.id, 'open');
  await correct(household, opened.id, 5);
  const frozen = await add(household);
  await act(household, frozen.id, 'freeze');
  await correct(household, frozen.id, 50);
  expect(await observations(household)).toEqual([]);
});

test('a correction that leaves the date as it was teaches nothing', async () => {
  const household = await database.newHousehold();
  const bread = await add(household);
  const patch = (body: object) =>
    call(handler, {
      method: 'PATCH',
      resource: `${PANTRY}/{lotId}`,
      params: { lotId: bread.id },
      household,
      headers: { 'if-match': '*' },
      body,
    });
  expect((await patch({ quantity: { value: '2', unit: 'szt' } })).status).toBe(200);
  expect((await patch({ expires: { date: bread.expires.date } })).status).toBe(200);
  expect(await observations(household)).toEqual([]);
});

test('what is undone is unlearned, and a lot corrected twice counts once', async () => {
  const household = await database.newHousehold();
  for (const days of [6, 7]) await correct(household, (await add(household)).id, days);
  const twice = await add(household);
  await correct(household, twice.id, 40);
  await correct(household, twice.id, 7);
  expect((await add(household)).expires.source).toBe('learned');
  const undo = async () => {
    const { json } = await call(handler, { resource: `${PANTRY}/bookings`, household });
    const edit = json.items.find(
      (one: { lotId: string; kind: string; undone: boolean }) =>
        one.lotId === twice.id && one.kind === 'edit' && !one.undone,
    );
    const params = { bookingId: edit.id };
    const resource = `${PANTRY}/bookings/{bookingId}/undo`;
    expect((await call(handler, { method: 'POST', resource, params, household })).status).toBe(200);
  };
  await undo();
  await undo();
  expect((await add(household)).expires.source).toBe('rule');
});

test('one household’s dates teach no other', async () => {
  const household = await database.newHousehold();
  for (const days of [6, 7, 7]) await correct(household, (await add(household)).id, days);
  expect((await add(await database.newHousehold())).expires.source).toBe('rule');
});
