import { describe, expect, test } from 'vitest';
import { handler as households } from '#functions/api/household/handler.ts';
import { handler as pantry } from '#functions/api/pantry/handler.ts';
import { handler as recipes } from '#functions/api/recipes/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { StreamingHandler } from '#shared/entry/endpoint.ts';
import { HOUSEHOLD_LIMITS } from '#shared/limits/household-limits.ts';
import { list, post, RECIPE, soup } from '#test/functions/api/recipes/household.ts';
import { type Answer, call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { SHOPPING } from '#test/support/matched-receipt.ts';
import { PANTRY } from '#test/support/pantry.ts';
import {
  another,
  change,
  confirm,
  LINE_LOST,
  newReceipt,
  read,
} from '#test/support/saved-receipt.ts';
import { testStorage } from '#test/support/storage.ts';

const database = testDatabase();
testStorage();

const PEOPLE = '/api/v2/household/people';
const PERSON = `${PEOPLE}/{personId}`;
const KEYS = '/api/v2/household/device-keys';

type Thing = keyof typeof HOUSEHOLD_LIMITS;
const most = (thing: Thing) => HOUSEHOLD_LIMITS[thing].most;

/** Rows as if the household had made so many. */
const ROWS = {
  people: `insert into people (household_id, name) select $1, 'P' || n from generate_series(1, $2::int) n`,
  recipes: `insert into recipes (household_id, title, language, ingredients, steps, source)
    select $1, 'R' || n, 'pl', '[{"text": "sól"}]', '{Posól.}', '{"name": "own", "url": null, "author": null}'
    from generate_series(1, $2::int) n`,
  names: `insert into product_aliases (household_id, printed, product_name)
    select $1, 'N' || n, 'x' from generate_series(1, $2::int) n`,
  lots: `insert into lots (household_id, product_name, quantity, unit, location)
    select $1, 'L' || n, 1, 'szt', 'pantry' from generate_series(1, $2::int) n`,
  keys: `insert into device_keys (household_id, user_id, name, hash, scopes)
    select household_id, user_id, 'K' || n, sha256(convert_to(user_id::text || n, 'UTF8')), '{read}'
    from members, generate_series(1, $2::int) n where household_id = $1`,
  lines: `insert into receipt_items (household_id, receipt_id, line, name, kind, quantity, unit,
      unit_price_minor, gross_minor, net_minor, confidence)
    select $1, $3, 1000 + n, 'x', 'food', 1, 'szt', 0, 0, 0, 1 from generate_series(1, $2::int) n`,
} as const;

const fill = (household: HouseholdContext, what: keyof typeof ROWS, count: number, id?: string) =>
  database.query(ROWS[what], [household.householdId, count, ...(id === undefined ? [] : [id])]);

const add = (
  handler: StreamingHandler,
  household: HouseholdContext,
  resource: string,
  body: object,
) => call(handler, { method: 'POST', resource, household, body });

/** Refused in words, and nothing of it was kept. */
function expectFull({ status, json }: Answer, thing: Thing, kind = 409) {
  const { code, text } = HOUSEHOLD_LIMITS[thing];
  const { pl: detail } = text(String(most(thing)));
  expect({ status, ...json }).toMatchObject({ status: kind, code, detail });
}

const countOf = async ({ householdId }: HouseholdContext, table: string) =>
  (await database.query(`select 1 from ${table} where household_id = $1`, [householdId])).length;

test('one more person than a household may have is refused, in the language of the caller', async () => {
  const household = await database.newHousehold();
  await fill(household, 'people', most('people') - 1);
  expect(await add(households, household, PEOPLE, { name: 'Ola' })).toMatchObject({ status: 201 });
  expectFull(await add(households, household, PEOPLE, { name: 'Ela' }), 'people');
  const headers = { 'accept-language': 'en' };
  const body = { name: 'Ela' };
  const refused = await call(households, {
    method: 'POST',
    resource: PEOPLE,
    household,
    body,
    headers,
  });
  expect(refused.json.detail).toBe('A household can have at most 50 people.');
  expect(await countOf(household, 'people')).toBe(most('people'));
});

describe('terms of all people together', () => {
  const terms = (count: number) => Array.from({ length: count }, (_, n) => `rzecz ${n}`);

  test('are bounded for new people and for changes', async () => {
    const household = await database.newHousehold();
    const person = {
      name: 'Ola',
      dislikes: terms(49),
      allergies: [{ code: 'nuts', severity: 'allergy' }],
    };
    expect((await add(households, household, PEOPLE, person)).status).toBe(201);
    const other = await add(households, household, PEOPLE, { name: 'Ela', dislikes: terms(50) });
    const changed = (count: number) =>
      call(households, {
        method: 'PATCH',
        resource: PERSON,
        params: { personId: other.json.id },
        household,
        headers: { 'if-match': '*' },
        body: { dislikes: terms(count), allergies: [{ term: 'kiwi', severity: 'allergy' }] },
      });
    expect(await changed(50)).toMatchObject({ status: 200 });
    expectFull(await changed(51), 'terms');
    expectFull(await add(households, household, PEOPLE, { name: 'Ala', dislikes: ['x'] }), 'terms');
    expect(await countOf(household, 'people')).toBe(2);
  });

  test('are bounded for guests of one request too', async () => {
    const household = await database.newHousehold();
    const guest = (count: number) => ({
      allergies: terms(count).map((term) => ({ term, severity: 'allergy' })),
    });
    const guests = JSON.stringify([guest(20), guest(10), guest(1)]);
    expectFull(await list(household, { guests }), 'guestTerms', 422);
  });
});

describe('own recipes', () => {
  test('are bounded in number', async () => {
    const household = await database.newHousehold();
    await fill(household, 'recipes', most('recipes') - 1);
    expect(await post(household, soup)).toMatchObject({ status: 201 });
    expectFull(await post(household, soup), 'recipes');
    expect(await countOf(household, 'recipes')).toBe(most('recipes'));
  });

  test('are bounded in length together, new ones and changed ones', async () => {
    const household = await database.newHousehold();
    const steps = (count: number) => Array.from({ length: count }, () => 'x'.repeat(4000));
    const long = await post(household, { ...soup, steps: steps(75) });
    expect(long.status).toBe(201);
    expectFull(await post(household, { ...soup, steps: steps(50) }), 'recipeCharacters');
    expect((await post(household, { ...soup, steps: steps(49) })).status).toBe(201);
    const params = { recipeId: long.json.id };
    const headers = { 'if-match': '*' };
    const body = { steps: steps(76) };
    expectFull(
      await call(recipes, { method: 'PATCH', resource: RECIPE, params, household, headers, body }),
      'recipeCharacters',
    );
  });
});

describe('the pantry', () => {
  test('is full for additions and parts, and what was used up makes room', async () => {
    const household = await database.newHousehold();
    await fill(household, 'lots', most('lots') - 1);
    const milk = { product: { name: 'Mleko' }, quantity: { value: '2', unit: 'l' } };
    const { json: lot } = await add(pantry, household, PANTRY, milk);
    expectFull(await add(pantry, household, PANTRY, milk), 'lots');
    const act = (action: string, body: object) =>
      call(pantry, {
        method: 'POST',
        resource: `${PANTRY}/{lotId}/${action}`,
        params: { lotId: lot.id },
        household,
        body,
      });
    expectFull(await act('freeze', { quantity: { value: '1', unit: 'l' } }), 'lots');
    expect(await countOf(household, 'bookings')).toBe(1);
    expect((await act('consume', {})).status).toBe(200);
    expect((await add(pantry, household, PANTRY, milk)).status).toBe(201);
  });

  test('does not take a receipt that does not fit: it waits until somebody makes room', async () => {
    const household = await database.newHousehold();
    await fill(household, 'lots', most('lots') - 1);
    const receiptId = await another(database, household, SHOPPING);
    const [upload] = await database.query<{ status: string; problem: { code: string } }>(
      'select status, problem from uploads where household_id = $1',
      [household.householdId],
    );
    expect(upload).toMatchObject({ status: 'needs-review', problem: { code: 'pantry-full' } });
    expectFull(await confirm(household, receiptId), 'lots');
    await database.query(`update lots set quantity = 0 where household_id = $1`, [
      household.householdId,
    ]);
    expect((await confirm(household, receiptId)).json.bookingIds).toHaveLength(2);
  });
});

test('names taught with receipts are bounded; what was taught may be taught anew', async () => {
  const { household, receiptId } = await newReceipt(database, LINE_LOST);
  const { items } = (await read(household, receiptId)).json;
  const teach = (at: number, name: string) =>
    change(household, receiptId, { items: [{ id: items[at].id, product: { name } }] });
  await fill(household, 'names', most('taughtNames') - 1);
  expect((await teach(0, 'mleko wiejskie')).status).toBe(200);
  expectFull(await teach(1, 'torba'), 'taughtNames');
  expect((await teach(0, 'mleko krowie')).status).toBe(200);
});

test('a receipt takes no more lines than may be read at once', async () => {
  const { household, receiptId } = await newReceipt(database, LINE_LOST);
  const before = await countOf(household, 'receipt_items');
  await fill(household, 'lines', most('receiptLines') - before - 1, receiptId);
  const line = { name: 'CHLEB', gross: '4.99' };
  expectFull(await change(household, receiptId, { add: [line, line] }), 'receiptLines');
  expect((await change(household, receiptId, { add: [line] })).status).toBe(200);
});

test('device keys are bounded', async () => {
  const household = await database.newHousehold();
  await fill(household, 'keys', most('deviceKeys') - 1);
  expect((await add(households, household, KEYS, { name: 'phone' })).status).toBe(201);
  expectFull(await add(households, household, KEYS, { name: 'tablet' }), 'deviceKeys');
});
