import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '#test/support/database.ts';
import { lotIds, lotTakenFor, OLA, person } from './diners.ts';
import { get, list, stock } from './household.ts';

const database = testDatabase();
const FLOUR = 'Mąka pszenna';
/** As the till printed it for a lot that somebody keeps as wheat flour. */
const PRINTED = 'Mąka z orzeszków ziemnych';
const dumplings = { q: 'kopytka', language: 'pl' };
const guests = (...allergies: object[]) =>
  JSON.stringify(allergies.map((allergy) => ({ allergies: [allergy] })));

describe('a lot that somebody who eats must not have', () => {
  test('is not taken for flour: the recipe stays, and says what is left alone and for whom', async () => {
    const household = await database.newHousehold();
    await person(database, household, 'Ola', OLA);
    await stock(household, 'Ziemniaki', '2', 'kg');
    const peanut = await lotTakenFor(database, household, 'maka-pszenna', FLOUR, {
      printed: PRINTED,
    });
    const [recipe] = (await list(household, dumplings)).json.items;
    expect(recipe.id).toBe('pl-kopytka');
    expect(lotIds(recipe.uses)).not.toContain(peanut);
    expect(recipe.avoided).toEqual([
      {
        lotId: peanut,
        name: FLOUR,
        person: 'Ola',
        allergens: ['peanuts'],
        evidence: [PRINTED],
      },
    ]);
    const missing = recipe.missing.map(({ productId }: { productId: string }) => productId);
    expect(missing).toContain('maka-pszenna');
    expect(recipe.safety.verdict).toBe('none-found');
  });

  test('is read by what the till printed, whatever it is called now', async () => {
    const household = await database.newHousehold();
    await person(database, household, 'Ola', OLA);
    const lot = await lotTakenFor(database, household, 'maka-pszenna', 'Mąka', {
      printed: 'MAKA ARACHIDOWA 500G',
    });
    const part = await database.query<{ id: string }>(
      `insert into lots (household_id, product_key, product_name, quantity, unit, location, origin_lot_id)
       select household_id, product_key, product_name, 100, unit, location, id from lots where id = $1
       returning id`,
      [lot],
    );
    await database.query('update lots set quantity = 10 where id = $1', [lot]);
    const [recipe] = (await list(household, dumplings)).json.items;
    expect(recipe.uses).toEqual([]);
    expect(lotIds(recipe.avoided).sort()).toEqual([lot, part[0]?.id ?? ''].sort());
  });

  test('leaves the meal to another lot, and is used when the person is not there', async () => {
    const household = await database.newHousehold();
    const ola = await person(database, household, 'Ola', OLA);
    const jan = await person(database, household, 'Jan');
    const peanut = await lotTakenFor(database, household, 'maka-pszenna', FLOUR, {
      printed: PRINTED,
      expires: '2026-12-01',
    });
    const wheat = await lotTakenFor(database, household, 'maka-pszenna', 'Mąka pszenna');
    const uses = async (people: string) => {
      const { json } = await list(household, { ...dumplings, people });
      return lotIds(json.items[0].uses);
    };
    expect(await uses(ola)).toEqual([wheat]);
    expect(await uses(`${ola},${jan}`)).toEqual([wheat]);
    expect(await uses(jan)).toContain(peanut);
  });

  test('stands in for nothing', async () => {
    const household = await database.newHousehold();
    const ola = await person(database, household, 'Ola', OLA);
    const jan = await person(database, household, 'Jan');
    await stock(household, 'Mąka pszenna', '1', 'kg');
    await lotTakenFor(database, household, 'jogurt-naturalny', 'Jogurt naturalny', {
      printed: 'Jogurt z orzeszkami ziemnymi',
    });
    const substitute = async (people: string) => {
      const { json } = await list(household, { q: 'racuchy', language: 'pl', people });
      return json.items[0].missing.find(
        ({ productId }: { productId: string }) => productId === 'kefir',
      ).substitute;
    };
    expect(await substitute(jan)).toMatchObject({ item: 'jogurt naturalny' });
    expect(await substitute(ola)).toBeNull();
  });

  test('that somebody only bears badly is used, and marked', async () => {
    const household = await database.newHousehold();
    await person(database, household, 'Ola', [{ code: 'peanuts', severity: 'intolerance' }]);
    const peanut = await lotTakenFor(database, household, 'maka-pszenna', FLOUR, {
      printed: PRINTED,
    });
    const [recipe] = (await list(household, dumplings)).json.items;
    expect(lotIds(recipe.uses)).toEqual([peanut]);
    expect(recipe.safety).toMatchObject({
      verdict: 'contains',
      allergens: [{ code: 'peanuts', person: 'Ola', level: 'contains' }],
    });
  });
});

describe('guests', () => {
  test('are cared for like people of the household', async () => {
    const household = await database.newHousehold();
    const peanut = await lotTakenFor(database, household, 'maka-pszenna', FLOUR, {
      printed: PRINTED,
    });
    const [alone] = (await list(household, dumplings)).json.items;
    expect(lotIds(alone.uses)).toEqual([peanut]);
    const query = { ...dumplings, guests: guests({ code: 'peanuts', severity: 'allergy' }) };
    const [recipe] = (await list(household, query)).json.items;
    expect(recipe.uses).toEqual([]);
    expect(recipe.avoided).toMatchObject([{ lotId: peanut, person: 'gość' }]);
  });

  test('see a recipe judged for them, and may avoid something in their own words', async () => {
    const household = await database.newHousehold();
    await person(database, household, 'Ola', [{ code: 'milk', severity: 'allergy' }]);
    const query = {
      people: '',
      guests: guests(
        { term: 'ziemniaki', severity: 'allergy' },
        { code: 'eggs', severity: 'allergy' },
      ),
    };
    const { safety } = (await get(household, 'pl-kopytka', { query })).json;
    expect(safety.verdict).toBe('contains');
    const found = safety.allergens.map(
      ({ code, person: who }: { code: string; person: string }) => `${who}: ${code}`,
    );
    expect(found).toEqual(expect.arrayContaining(['gość 1: ziemniaki', 'gość 2: eggs']));
    expect(found.join()).not.toContain('Ola');
  });
});

describe('who eats', () => {
  test.each([
    ['a person nobody knows', { people: randomUUID() }, 404, 'unknown-person'],
    ['what is no id', { people: 'Ola' }, 400, 'invalid-query'],
    ['nobody', { people: '' }, 422, 'nobody-eats'],
    ['guests in prose', { guests: 'my aunt' }, 400, 'invalid-query'],
    [
      'an allergen there is none of',
      { guests: guests({ code: 'moon', severity: 'allergy' }) },
      400,
      'invalid-query',
    ],
    [
      'a crowd',
      { guests: JSON.stringify(Array(21).fill({ allergies: [] })) },
      400,
      'invalid-query',
    ],
    [
      'more people than fit',
      { people: Array.from({ length: 51 }, () => randomUUID()).join() },
      400,
      'invalid-query',
    ],
  ])('%s is refused', async (_, query, status, code) => {
    const household = await database.newHousehold();
    expect(await list(household, query)).toMatchObject({ status, json: { code } });
    expect(await get(household, 'pl-kopytka', { query })).toMatchObject({ status, json: { code } });
  });

  test('is nobody of another household, and that is said in the caller’s language', async () => {
    const [mine, yours] = [await database.newHousehold(), await database.newHousehold()];
    const ola = await person(database, yours, 'Ola', OLA);
    expect(await list(mine, { people: ola })).toMatchObject({ status: 404 });
    const headers = { 'Accept-Language': 'en' };
    const { json } = await get(mine, 'pl-kopytka', { query: { people: ola }, headers });
    expect(json.detail).toBe(`There is no such person in the household: ${ola}.`);
  });
});
