import { describe, expect, test } from 'vitest';
import { testDatabase } from '#test/support/database.ts';
import { person } from './diners.ts';
import { get, list, post } from './household.ts';

const database = testDatabase();

const TEXT = `Placki z cukinii
Porcje: 4
Składniki:
Na placki:
2 cukinie
2 jajka
Na sos:
200 g jogurtu
Wykonanie:
Zetrzyj cukinie i wymieszaj z jajkami.
Sos:
Wymieszaj jogurt z solą.`;

describe('a recipe that is pasted', () => {
  test('as text keeps its parts, which are nothing to buy', async () => {
    const household = await database.newHousehold();
    const { status, json } = await post(household, { text: TEXT });
    expect(status).toBe(201);
    expect(json).toMatchObject({
      title: 'Placki z cukinii',
      servings: 4,
      ingredientSections: [
        { title: 'Na placki', from: 0 },
        { title: 'Na sos', from: 2 },
      ],
      steps: ['Zetrzyj cukinie i wymieszaj z jajkami.', 'Wymieszaj jogurt z solą.'],
      stepSections: [{ title: 'Sos', from: 1 }],
      source: { name: 'text', url: null },
    });
    expect(json.ingredients.map(({ text }: { text: string }) => text)).toEqual([
      '2 cukinie',
      '2 jajka',
      '200 g jogurtu',
    ]);
    const { items } = (await list(household, { own: 'true' })).json;
    expect(items[0].missing.map(({ item }: { item: string }) => item)).toHaveLength(3);
  });

  test('as the source of a page', async () => {
    const household = await database.newHousehold();
    const html = `<h1>Omlet</h1><h2>Składniki</h2><li>3 jajka</li><h2>Wykonanie</h2><p>Usmaż.</p>`;
    const { json } = await post(household, { html, url: 'https://kuchnia.example/omlet' });
    expect(json).toMatchObject({
      title: 'Omlet',
      source: { name: 'kuchnia.example', url: 'https://kuchnia.example/omlet' },
    });
  });

  test('a second time is asked about, and kept when that was meant', async () => {
    const household = await database.newHousehold();
    const first = await post(household, { text: TEXT });
    const second = await post(household, { text: TEXT });
    expect(second).toMatchObject({ status: 409, json: { code: 'recipe-exists' } });
    expect(second.json.detail).toContain('Placki z cukinii');
    expect(second.headers.location).toBe(first.headers.location);
    expect(await post(household, { text: TEXT }, {}, { again: 'true' })).toMatchObject({
      status: 201,
    });
    const other = await database.newHousehold();
    expect(await post(other, { text: TEXT })).toMatchObject({ status: 201 });
  });

  test.each([
    [{ text: 'Kupić mleko.' }, 422, 'recipe-incomplete'],
    [{ html: '<p>nothing</p>' }, 422, 'no-recipe'],
    [{ text: '' }, 400, 'invalid-body'],
    [{ text: 'a'.repeat(100_001) }, 400, 'invalid-body'],
    [{ html: '<p>x</p>', url: 'javascript:alert(1)' }, 400, 'invalid-body'],
  ])('%j is refused with %i', async (body, status, code) => {
    const household = await database.newHousehold();
    expect(await post(household, body)).toMatchObject({ status, json: { code } });
  });
});

describe('a recipe in another language', () => {
  const german = {
    '@context': 'https://schema.org',
    '@type': 'Recipe',
    name: 'Käsespätzle',
    inLanguage: 'de',
    recipeYield: '4 Portionen',
    recipeIngredient: ['400 g Mehl', '4 Eier', '200 g Bergkäse', '1 Gift'],
    recipeInstructions: ['Aus Mehl und Eiern einen Teig rühren.', 'Mit dem Käse schichten.'],
  };

  test('says so, matches no products, and is unknown to the allergy gate, not safe', async () => {
    const household = await database.newHousehold();
    await person(database, household, 'Ola', [{ code: 'sesame', severity: 'allergy' }]);
    const { json } = await post(household, german);
    expect(json).toMatchObject({ language: 'de', servings: 4, safety: { verdict: 'unknown' } });
    for (const { product } of json.ingredients) expect(product).toBeNull();
    expect(json.ingredients[0].quantity).toEqual({ value: '400', unit: 'g' });
    const read = await get(household, json.id);
    expect(read.json).toEqual(json);
  });
});

describe('scaling by a factor', () => {
  const biscuits = {
    title: 'Ciastka owsiane',
    makes: '36 ciasteczek',
    ingredients: ['2 szklanki mąki', '1/2 łyżeczki soli'],
    steps: ['Upiecz.'],
  };
  test('works where nobody knows for how many it is', async () => {
    const household = await database.newHousehold();
    const { json } = await post(household, biscuits);
    expect(json).toMatchObject({ servings: null, makes: '36 ciasteczek' });
    const texts = async (factor: string) => {
      const { json: scaled } = await get(household, json.id, { query: { factor } });
      return [scaled.makes, ...scaled.ingredients.map(({ text }: { text: string }) => text)];
    };
    expect(await texts('0.5')).toEqual([
      '0.5 × 36 ciasteczek',
      '1 szklanka mąki',
      '1/4 łyżeczki soli',
    ]);
    expect(await texts('0.1')).toEqual([
      '0.1 × 36 ciasteczek',
      '0,2 szklanki mąki',
      'szczypta soli',
    ]);
    expect(await texts('1')).toEqual(['36 ciasteczek', '2 szklanki mąki', '1/2 łyżeczki soli']);
  });

  test.each([{ factor: '0' }, { factor: '-1' }, { factor: 'x' }, { factor: '101' }])(
    '%j is refused',
    async (query) => {
      const household = await database.newHousehold();
      expect(await get(household, 'pl-rosol', { query })).toMatchObject({ status: 400 });
    },
  );

  test('it is not asked for beside servings', async () => {
    const household = await database.newHousehold();
    const query = { factor: '2', servings: '4' };
    expect(await get(household, 'pl-rosol', { query })).toMatchObject({
      status: 422,
      json: { code: 'scaled-twice' },
    });
  });

  test('servings follow it where they stay whole', async () => {
    const household = await database.newHousehold();
    expect((await get(household, 'pl-rosol', { query: { factor: '2' } })).json.servings).toBe(12);
    expect(
      (await get(household, 'pl-rosol', { query: { factor: '0.1' } })).json.servings,
    ).toBeNull();
  });
});
