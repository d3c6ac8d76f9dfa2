import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { handler } from '#functions/api/recipes/handler.ts';
import type { HouseholdContext } from '#shared/context/household-context.ts';
import { call } from '#test/support/call.ts';
import { testDatabase } from '#test/support/database.ts';
import { lotTakenFor, OLA, person } from './diners.ts';
import { added, RECIPE, stock } from './household.ts';

const database = testDatabase();
const FLOUR = 'Mąka pszenna';
/** As the till printed it for a lot that somebody keeps as wheat flour. */
const PRINTED = 'Mąka z orzeszków ziemnych';

function cook(household: HouseholdContext, body: object = {}, recipeId = 'pl-kopytka') {
  const resource = `${RECIPE}/cook`;
  return call(handler, { method: 'POST', resource, params: { recipeId }, household, body });
}

async function left(lotId: string): Promise<number> {
  const [row] = await database.query<{ quantity: number }>(
    'select quantity::float8 from lots where id = $1',
    [lotId],
  );
  return row?.quantity ?? Number.NaN;
}

async function nothingWasCooked({ householdId }: HouseholdContext) {
  const where = 'where household_id = $1';
  expect(await database.query(`select 1 from cooked_recipes ${where}`, [householdId])).toEqual([]);
  const taken = `select 1 from bookings ${where} and kind = 'consume'`;
  expect(await database.query(taken, [householdId])).toEqual([]);
}

/** Ola must not have peanuts, Jan may; the flour that would go first is of peanuts. */
async function flourOfPeanuts() {
  const household = await database.newHousehold();
  const ola = await person(database, household, 'Ola', OLA);
  const jan = await person(database, household, 'Jan');
  const peanut = await lotTakenFor(database, household, 'maka-pszenna', FLOUR, {
    printed: PRINTED,
    expires: '2026-12-01',
  });
  return { household, ola, jan, peanut };
}

describe('cooking for those who eat', () => {
  test('books no lot that one of them must not have, and names it', async () => {
    const { household, peanut } = await flourOfPeanuts();
    const wheat = await lotTakenFor(database, household, 'maka-pszenna', 'Mąka pszenna');
    const { status, json, text } = await cook(household);
    expect(status, text).toBe(200);
    expect([await left(peanut), await left(wheat)]).toEqual([1000, 750]);
    expect(json.avoided).toMatchObject([
      { lotId: peanut, name: FLOUR, person: 'Ola', allergens: ['peanuts'] },
    ]);
  });

  test('takes the lot when the one who must not have it does not eat', async () => {
    const { household, jan, peanut } = await flourOfPeanuts();
    const { status, json } = await cook(household, { people: [jan] });
    expect({ status, avoided: json.avoided }).toEqual({ status: 200, avoided: [] });
    expect(await left(peanut)).toBe(750);
  });

  test('reads what the till printed', async () => {
    const household = await database.newHousehold();
    await person(database, household, 'Ola', OLA);
    const lot = await lotTakenFor(database, household, 'maka-pszenna', 'Mąka pszenna', {
      printed: 'MAKA ARACHID. 500G',
    });
    await stock(household, 'Ziemniaki', '2', 'kg');
    expect(await cook(household)).toMatchObject({ status: 200 });
    expect(await left(lot)).toBe(1000);
  });

  test('counts what guests must not have', async () => {
    const { household, jan, peanut } = await flourOfPeanuts();
    const guests = [{ name: 'Basia', allergies: OLA }];
    const { status, json } = await cook(household, { people: [jan], guests });
    expect({ status, code: json.code }).toEqual({ status: 409, code: 'only-refused-lots' });
    expect(json.detail).toContain(`${FLOUR}: Basia – orzeszki ziemne (${PRINTED})`);
    expect(await left(peanut)).toBe(1000);
    await nothingWasCooked(household);
  });

  test('of a recipe that would harm one of them is refused; for the others it is cooked', async () => {
    const { household, jan } = await flourOfPeanuts();
    await stock(household, 'Masło orzechowe', '300', 'g');
    const recipe = await added(household, {
      title: 'Sos satay',
      ingredients: ['100 g masła orzechowego'],
      steps: ['Podgrzej.'],
    });
    const refused = await cook(household, {}, recipe.json.id);
    expect(refused).toMatchObject({ status: 409, json: { code: 'recipe-refused' } });
    expect(refused.json.detail).toContain('Ola – orzeszki ziemne');
    await nothingWasCooked(household);
    expect(await cook(household, { people: [jan] }, recipe.json.id)).toMatchObject({ status: 200 });
  });
});

test('what the author noted beside an ingredient counts for any number of servings', async () => {
  const household = await database.newHousehold();
  await person(database, household, 'Ola', OLA);
  await stock(household, 'Ziemniaki', '2', 'kg');
  const chips = await added(household, {
    title: 'Chips',
    language: 'en',
    servings: 2,
    ingredients: ['500 g potatoes, fried in peanut oil'],
    steps: ['Fry.'],
  });
  for (const servings of [2, 5]) {
    const answer = await cook(household, { servings }, chips.json.id);
    expect(answer, answer.text).toMatchObject({ status: 409, json: { code: 'recipe-refused' } });
  }
});

describe('a lot that was chosen', () => {
  test('is taken before what would expire first', async () => {
    const { household, jan, peanut } = await flourOfPeanuts();
    const wheat = await lotTakenFor(database, household, 'maka-pszenna', 'Mąka pszenna');
    expect(await cook(household, { people: [jan], lots: [wheat] })).toMatchObject({ status: 200 });
    expect([await left(peanut), await left(wheat)]).toEqual([1000, 750]);
  });

  test('is taken before what is more of the kind, and named as what stands in', async () => {
    const household = await database.newHousehold();
    const wheat = await lotTakenFor(database, household, 'maka-pszenna', FLOUR);
    const spelt = await lotTakenFor(database, household, 'maka-orkiszowa', 'Mąka orkiszowa');
    const { status, json, text } = await cook(household, { lots: [spelt] });
    expect(status, text).toBe(200);
    expect([await left(wheat), await left(spelt)]).toEqual([1000, 750]);
    expect(json.standIns).toMatchObject([{ lotId: spelt }]);
  });

  test('is refused by name when one who eats must not have it', async () => {
    const { household, peanut } = await flourOfPeanuts();
    await lotTakenFor(database, household, 'maka-pszenna', 'Mąka pszenna');
    const { status, json } = await cook(household, { lots: [peanut] });
    expect({ status, code: json.code }).toEqual({ status: 409, code: 'lot-refused' });
    expect(json.detail).toBe(
      `Tego nie może zjeść ktoś z jedzących: ${FLOUR}: Ola – orzeszki ziemne (${PRINTED}).`,
    );
    await nothingWasCooked(household);
  });

  test('that is of no ingredient is refused, and nothing is booked', async () => {
    const { household, jan } = await flourOfPeanuts();
    const soap = await lotTakenFor(database, household, 'cukier', 'Cukier');
    const answer = await cook(household, { people: [jan], lots: [soap] });
    expect(answer).toMatchObject({ status: 422, json: { code: 'lot-not-needed' } });
    expect(answer.json.detail).toContain('Cukier');
    await nothingWasCooked(household);
  });

  test.each([
    ['of another household or none', () => ({ lots: [randomUUID()] }), 404],
    ['that is no id', () => ({ lots: ['flour'] }), 400],
    ['for people nobody knows', () => ({ people: [randomUUID()] }), 404],
    ['for nobody', () => ({ people: [] }), 422],
    ['for a crowd', () => ({ guests: Array(21).fill({ allergies: [] }) }), 400],
  ])('%s is refused', async (_, body, status) => {
    const { household } = await flourOfPeanuts();
    expect(await cook(household, body())).toMatchObject({ status });
    await nothingWasCooked(household);
  });
});
