import { beforeEach, expect, test, vi } from 'vitest';
import { handler } from '#functions/api/products/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { ENV } from '#shared/env.ts';
import type { fetchOutbound } from '#shared/outbound/outbound.ts';
import { failure } from '#shared/outbound/outbound-failure.ts';
import { learnAlias } from '#shared/products/alias-store.ts';
import { lookUpGtin } from '#shared/products/gtin-lookup.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
const GTIN = '5900512300108';

async function search(household: HouseholdContext, q: string, language = 'pl') {
  const headers = { 'accept-language': language };
  const answer = await call(handler, {
    resource: '/api/v2/products',
    query: { q, limit: '5' },
    household,
    headers,
  });
  expect(answer.status, answer.text).toBe(200);
  return answer.json.items.map(({ name }: { name: string }) => name);
}

function look(household: HouseholdContext, gtin: string) {
  return call(handler, {
    resource: '/api/v2/products/gtin/{gtin}',
    params: { gtin },
    household,
  });
}

/** Open Food Facts as a test tells it to answer; counts how often it was asked. */
function answering(status: number, body: unknown): typeof fetchOutbound & { asked: string[] } {
  const asked: string[] = [];
  const fetch: typeof fetchOutbound = async ({ url }) => {
    asked.push(url);
    const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    return { ok: true, status, url, mediaType: 'application/json', charset: 'utf-8', bytes };
  };
  return Object.assign(fetch, { asked });
}

const MILK = {
  status: 1,
  product: {
    product_name: 'Milk',
    product_name_pl: 'Mleko UHT 3,2%',
    brands: 'Łaciate,Mlekpol',
    quantity: '1 l',
    allergens_tags: ['en:milk'],
  },
};

beforeEach(async () => {
  vi.stubEnv(ENV.productLookup, 'openfoodfacts');
  await database.query('delete from gtin_answers');
});

test('finds by either language, without diacritics, what begins so first', async () => {
  const household = await database.newHousehold();
  expect((await search(household, 'maslo'))[0]).toBe('masło');
  expect(await search(household, 'łoso')).toEqual(
    expect.arrayContaining(['łosoś', 'łosoś wędzony']),
  );
  expect((await search(household, 'LOSOS'))[0]).toBe('łosoś');
  expect((await search(household, 'butterm', 'en'))[0]).toBe('buttermilk');
  expect((await search(household, 'jog nat'))[0]).toBe('jogurt naturalny');
  expect(await search(household, 'xqzvw')).toEqual([]);
});

test('finds the household’s own products, and no other household’s', async () => {
  const household = await database.newHousehold();
  const product = { key: null, name: 'Powidła babci Zosi', category: 'jars/spreads' };
  await withHousehold(household, (client) =>
    learnAlias(client, household.householdId, 'POWIDLA B.Z.', { product }),
  );
  expect((await search(household, 'babci'))[0]).toBe('Powidła babci Zosi');
  expect(await search(await database.newHousehold(), 'babci zosi')).not.toContain(product.name);
});

test('an empty search, a wrong check digit, length and letters are refused', async () => {
  const household = await database.newHousehold();
  const empty = await call(handler, { resource: '/api/v2/products', query: { q: ' ' }, household });
  expect(empty.status).toBe(400);
  for (const typed of ['5900512300107', '123', '5900512300108000', 'abcdefgh']) {
    const wrong = await look(household, typed);
    expect([wrong.status, wrong.json.code]).toEqual([400, 'invalid-gtin']);
  }
});

test('a number typed in groups is that number', async () => {
  const { json } = await look(await database.newHousehold(), '2 412345-012996');
  expect(json).toMatchObject({ gtin: '2412345012996', price: { amount: '12.99' } });
});

test('a shop’s own number is read without asking anybody', async () => {
  vi.stubEnv(ENV.productLookup, '');
  const { status, json } = await look(await database.newHousehold(), '2954321004569');
  expect(status).toBe(200);
  expect(json).toMatchObject({
    kind: 'in-store',
    productCode: '54321',
    quantity: { value: '456', unit: 'g' },
    price: null,
  });
});

test('where nobody may be asked, that is said', async () => {
  vi.stubEnv(ENV.productLookup, '');
  const { status, json } = await look(await database.newHousehold(), GTIN);
  // No failure of ours: as a 503 it would ring the alarm.
  expect([status, json.code]).toEqual([404, 'lookup-off']);
});

test('a known product comes with its source and is asked for once', async () => {
  const household = await database.newHousehold();
  const fetch = answering(200, MILK);
  const first = await lookUpGtin(household, GTIN, 'pl', fetch);
  expect(first).toMatchObject({
    kind: 'gtin',
    name: 'Mleko UHT 3,2%',
    brand: 'Łaciate',
    product: { id: 'mleko' },
    facts: { allergens: ['en:milk'] },
    source: { name: 'Open Food Facts', licence: 'ODbL 1.0' },
  });
  const other = await database.newHousehold();
  expect(await lookUpGtin(other, GTIN, 'pl', fetch)).toMatchObject({ name: 'Mleko UHT 3,2%' });
  expect(fetch.asked).toHaveLength(1);
  expect(fetch.asked[0]).toContain(`/api/v2/product/${GTIN}.json`);
});

test('what nobody knows is remembered for a day, then asked for again', async () => {
  const household = await database.newHousehold();
  const fetch = answering(404, { status: 0 });
  const asked = () => lookUpGtin(household, GTIN, 'pl', fetch);
  await expect(asked()).rejects.toMatchObject({ kind: 'not-found', code: 'unknown-gtin' });
  await expect(asked()).rejects.toMatchObject({ code: 'unknown-gtin' });
  expect(fetch.asked).toHaveLength(1);
  await database.query("update gtin_answers set fetched_at = now() - interval '25 hours'");
  await expect(asked()).rejects.toMatchObject({ code: 'unknown-gtin' });
  expect(fetch.asked).toHaveLength(2);
});

test.each([
  ['an error', answering(500, {})],
  ['nonsense', answering(200, '<html>')],
  ['another form', answering(200, { product: { categories_tags: 7 } })],
  ['nothing', async () => failure('timeout', 'test')],
])('%s is 503, invents nothing and is not kept', async (_, fetch) => {
  const household = await database.newHousehold();
  await expect(lookUpGtin(household, GTIN, 'pl', fetch)).rejects.toMatchObject({
    kind: 'unavailable',
    code: 'lookup-away',
  });
  expect(await database.query('select 1 from gtin_answers')).toEqual([]);
});
