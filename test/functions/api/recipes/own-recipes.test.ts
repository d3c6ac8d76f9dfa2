import { describe, expect, test } from 'vitest';
import type { Call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { added, get, list, post, RECIPES, soup } from './household.ts';

const database = testDatabase();

describe('own recipes', () => {
  test('a recipe comes back as it was given, its lines read', async () => {
    const household = await database.newHousehold();
    const { json, headers } = await added(household);
    expect(json).toMatchObject({ title: soup.title, own: true, language: 'pl', steps: soup.steps });
    expect(json.ingredients.slice(0, 2)).toMatchObject([
      {
        text: '500 g ziemniaków',
        quantity: { value: '500', unit: 'g' },
        product: { id: 'ziemniaki', name: 'ziemniaki' },
      },
      { amount: { value: '2', measure: 'szt' }, product: { id: 'marchew' } },
    ]);
    expect(json.ingredients[3]).toMatchObject({ amount: null, quantity: null });
    expect(headers.location).toBe(`${RECIPES}/${json.id}`);
    expect((await get(household, json.id)).json).toEqual(json);
  });

  test('it is changed by who saw it last, and removed', async () => {
    const household = await database.newHousehold();
    const { json, headers } = await added(household);
    const patch = (body: object, more: Call['headers'] = {}) =>
      get(household, json.id, { method: 'PATCH', body, headers: more });
    expect(await patch({ title: 'x' })).toMatchObject({ status: 428 });
    const changed = await patch(
      { title: 'Nowa', servings: null },
      { 'If-Match': headers.etag ?? '' },
    );
    expect(changed).toMatchObject({ status: 200, json: { title: 'Nowa', servings: null } });
    expect(changed.json.ingredients).toEqual(json.ingredients);
    expect(await patch({ title: 'y' }, { 'If-Match': headers.etag ?? '' })).toMatchObject({
      status: 412,
    });
    expect(await get(household, json.id, { method: 'DELETE' })).toMatchObject({ status: 204 });
    expect(await get(household, json.id)).toMatchObject({ status: 404 });
  });

  test('another household knows nothing of it, and its book stays its own', async () => {
    const [mine, yours] = [await database.newHousehold(), await database.newHousehold()];
    const { json, headers } = await added(mine);
    for (const method of ['GET', 'DELETE']) {
      expect(await get(yours, json.id, { method })).toMatchObject({ status: 404 });
    }
    const body = { title: 'x' };
    const change = { method: 'PATCH', body, headers: { 'If-Match': headers.etag ?? '' } };
    expect(await get(yours, json.id, change)).toMatchObject({ status: 404 });
    expect((await list(yours, { own: 'true' })).json.items).toEqual([]);
    expect((await list(mine, { own: 'true' })).json.items).toHaveLength(1);
    await get(mine, json.id, { method: 'DELETE' });
    expect((await list(mine, { own: 'true' })).json.items).toEqual([]);
  });

  test('shipped recipes are read by anybody and changed by nobody', async () => {
    const household = await database.newHousehold();
    const { json } = await get(household, 'pl-rosol');
    expect(json).toMatchObject({ title: 'Rosół z kury', own: false, servings: 6 });
    const change = { method: 'PATCH', body: { title: 'x' }, headers: { 'If-Match': '*' } };
    expect(await get(household, 'pl-rosol', change)).toMatchObject({ status: 409 });
    expect(await get(household, 'pl-rosol', { method: 'DELETE' })).toMatchObject({ status: 409 });
    for (const method of ['GET', 'DELETE']) {
      expect(await get(household, 'pl-nothing-like-it', { method })).toMatchObject({ status: 404 });
    }
    expect(await get(household, '../x')).toMatchObject({ status: 404 });
  });

  test.each([
    ['500 ingredients', { ingredients: Array(500).fill('1 jajko') }, '/ingredients'],
    ['no ingredient', { ingredients: [] }, '/ingredients'],
    ['no step', { steps: [] }, '/steps'],
    ['no title', { title: ' ' }, '/title'],
    ['nobody to eat it', { servings: 0 }, '/servings'],
    ['a thousand to eat it', { servings: 1000 }, '/servings'],
    ['a month of work', { cookMinutes: 43_200 }, '/cookMinutes'],
    ['a line without end', { ingredients: ['x'.repeat(301)] }, '/ingredients/0'],
    ['a field nobody knows', { colour: 'red' }, '/colour'],
  ])('%s is refused, and where it is said', async (_, change, pointer) => {
    const household = await database.newHousehold();
    const answer = await post(household, { ...soup, ...change });
    expect(answer).toMatchObject({ status: 400, json: { code: 'invalid-body' } });
    expect(answer.json.errors).toContainEqual(expect.objectContaining({ pointer }));
  });
});

describe('recipes for and from other programs', () => {
  test('JSON-LD goes out and comes in again', async () => {
    const household = await database.newHousehold();
    const headers = { Accept: 'application/ld+json' };
    const out = await get(household, 'pl-zurek', { headers });
    expect(out.headers['content-type']).toBe('application/ld+json');
    const ld = JSON.parse(out.text);
    expect(ld).toMatchObject({ '@type': 'Recipe', totalTime: 'PT1H5M', recipeYield: '4' });
    const back = await post(household, ld, { 'Content-Type': 'application/ld+json' });
    const shipped = (await get(household, 'pl-zurek')).json;
    expect(back.json).toMatchObject({ title: shipped.title, steps: shipped.steps, own: true });
    expect(back.json.ingredients.map(({ text }: { text: string }) => text)).toEqual(
      shipped.ingredients.map(({ text }: { text: string }) => text),
    );
  });

  test.each([
    ['lies', { '@context': 'https://schema.org', '@type': 'Recipe', name: 7 }, 422],
    ['no recipe', [{ '@type': 'Person' }], 422],
    ['a private address', { url: 'http://169.254.169.254/' }, 422],
    ['no address', { url: 'soup' }, 400],
    ['nothing', {}, 400],
    ['no object', [[]], 400],
  ])('%s is refused', async (_, body, status) => {
    const household = await database.newHousehold();
    const answer = await post(household, body);
    expect(answer.status, answer.text).toBe(status);
    expect(
      await database.query('select 1 from recipes where household_id = $1', [
        household.householdId,
      ]),
    ).toEqual([]);
  });

  test('for more people there is more of everything', async () => {
    const household = await database.newHousehold();
    const { json } = await get(household, 'pl-puree', { query: { servings: '10' } });
    expect(json.servings).toBe(10);
    expect(json.ingredients[0]).toMatchObject({
      text: '2 1/2 kg ziemniaków',
      quantity: { value: '2500', unit: 'g' },
    });
    for (const servings of ['0', '-4', '1.5', '101', 'many']) {
      expect(await get(household, 'pl-puree', { query: { servings } })).toMatchObject({
        status: 400,
      });
    }
  });

  test('a serving’s nutrition is told where nearly all of it is known, and only there', async () => {
    const household = await database.newHousehold();
    const known = (await get(household, 'pl-puree')).json.nutrition;
    expect(known.knownPercent).toBeGreaterThanOrEqual(90);
    expect(known.kcal).toBeGreaterThan(200);
    expect(known.kcal).toBeLessThan(400);
    expect((await get(household, 'pl-zurek')).json.nutrition).toBeNull();
  });
});
