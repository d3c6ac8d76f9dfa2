import { describe, expect, test } from 'vitest';
import { handler as pantry } from '#functions/api/pantry/handler.ts';
import { handler } from '#functions/api/recipes/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { added, list, RECIPE, stock } from './household.ts';

const database = testDatabase();
const TITLE = 'Danie próbne';

function cook(household: HouseholdContext, recipeId: string) {
  return call(handler, {
    method: 'POST',
    resource: `${RECIPE}/cook`,
    params: { recipeId },
    household,
    body: {},
  });
}

/** A household with one lot, and an own recipe of one line; what the list says of it. */
async function listed(line: string, lot: string) {
  const household = await database.newHousehold();
  const { id: lotId } = await stock(household, lot, '2', 'kg');
  const { json: recipe } = await added(household, { title: TITLE, ingredients: [line] });
  const { json } = await list(household, { own: 'true' });
  expect(json.items).toHaveLength(1);
  return { household, lotId, recipeId: recipe.id, view: json.items[0] };
}

describe('the list and cooking agree', () => {
  test.each([
    ['200 g sera żółtego', 'Ser Gouda'],
    ['200 g jogurtu', 'jogurt naturalny'],
    ['200 g chleba', 'Chleb żytni'],
    ['200 g cebuli', 'cebula czerwona'],
    ['200 g kaszy', 'Kasza gryczana'],
    ['200 g orzechów', 'orzechy włoskie'],
    ['200 g mąki', 'Mąka pszenna tortowa 1 kg'],
    ['200 ml mleka', 'Mleko bez laktozy'],
    ['200 g mielonego', 'mięso mielone wołowe'],
  ])('on a kind of what is asked for: %s from %s', async (line, lot) => {
    const { household, lotId, recipeId, view } = await listed(line, lot);
    expect(view.missing).toEqual([]);
    expect(view.uses).toMatchObject([{ lotId, standsInFor: [] }]);
    const { status, json } = await cook(household, recipeId);
    expect({ status, standIns: json.standIns, missing: json.missing }).toEqual({
      status: 200,
      standIns: [],
      missing: [],
    });
  });

  test.each([
    ['200 g goudy', 'ser żółty', 'goudy', []],
    ['200 g cukinii', 'kabaczek', 'cukinii', []],
    ['200 g kefiru', 'Maślanka naturalna', 'kefiru', []],
    ['200 g makaronu', 'makaron bezglutenowy', 'makaronu', ['gluten']],
    ['20 g świeżej bazylii', 'bazylia suszona', 'świeżej bazylii', []],
    ['200 ml śmietany 30%', 'śmietana 18%', 'śmietany 30%', []],
  ])('on what stands in, and name it: %s from %s', async (line, lot, item, loses) => {
    const { household, lotId, recipeId, view } = await listed(line, lot);
    const standsInFor = { item, gains: [], mayGain: [], loses };
    expect(view.missing).toEqual([]);
    expect(view.uses).toMatchObject([{ lotId, product: lot, standsInFor: [standsInFor] }]);
    const { status, json } = await cook(household, recipeId);
    expect(status).toBe(200);
    expect(json.standIns).toEqual([{ lotId, product: lot, standsInFor }]);
    expect(json.missing).toEqual([]);
  });

  test.each([
    ['200 g mąki', 'Mąka z orzeszków ziemnych'],
    ['200 ml mleka', 'Mleko migdałowe'],
    ['200 g masła', 'Masło orzechowe'],
    ['200 g śmietany', 'śmietanka kokosowa'],
    ['200 g makaronu bezglutenowego', 'makaron penne'],
    ['200 ml mleka bez laktozy', 'Mleko 2%'],
    ['200 g margaryny', 'Masło ekstra 82%'],
    ['200 g truskawek', 'dżem truskawkowy'],
  ])('on what does not serve: %s from %s', async (line, lot) => {
    const { household, recipeId, view } = await listed(line, lot);
    expect(view.uses).toEqual([]);
    expect(view.missing).toHaveLength(1);
    const { status, json } = await cook(household, recipeId);
    expect(status).toBe(409);
    expect(json.type).toContain('nothing-in-stock');
  });
});

test('a substitute that somebody may choose says what changes in allergens', async () => {
  const { view } = await listed('200 g masła', 'olej rzepakowy');
  expect(view.missing[0].substitute).toMatchObject({
    gains: [],
    mayGain: [],
    loses: ['milk'],
    ratio: 0.8,
  });
});

test('what is booked as eaten is what was named or a kind of it, never what stands in', async () => {
  const household = await database.newHousehold();
  const consume = (name: string) =>
    call(pantry, {
      method: 'POST',
      resource: '/api/v2/pantry/consume',
      household,
      body: { product: { name }, quantity: { value: '100', unit: 'g' } },
    });
  const yellow = await stock(household, 'Ser żółty', '150', 'g', '2027-05-01');
  const gouda = await stock(household, 'Ser Gouda', '150', 'g', '2027-01-01');
  const first = await consume('ser żółty');
  expect(first.json.taken).toMatchObject([{ lot: { id: yellow.id } }]);
  const second = await consume('ser żółty');
  const ids = second.json.taken.map(({ lot }: { lot: { id: string } }) => lot.id);
  expect(ids).toEqual([yellow.id, gouda.id]);
  expect(await consume('cheddar')).toMatchObject({ status: 409 });
});

test('a search finds kinds of what is looked for, in the pantry and in the book', async () => {
  const household = await database.newHousehold();
  await stock(household, 'Cheddar', '150', 'g');
  await stock(household, 'Mozzarella', '150', 'g');
  const found = async (q: string) => {
    const { json } = await call(pantry, { resource: '/api/v2/pantry', household, query: { q } });
    return json.items.map(({ product }: { product: { name: string } }) => product.name);
  };
  expect(await found('ser żółty')).toEqual(['Cheddar']);
  expect(await found('gouda')).toEqual([]);
  await added(household, { title: TITLE, ingredients: ['100 g sera gouda', '2 cebule'] });
  const recipes = async (q: string) =>
    (await list(household, { own: 'true', q })).json.items.length;
  expect(await recipes('ser żółty')).toBe(1);
  expect(await recipes('cebula czerwona')).toBe(1);
  expect(await recipes('mozzarella')).toBe(0);
});
