import { describe, expect, test } from 'vitest';
import { testDatabase } from '#test/support/database.ts';
import { OLA, person } from './diners.ts';
import { added, get, list } from './household.ts';

const database = testDatabase();
const dumplings = { q: 'kopytka', language: 'pl' };
const peanutSauce = {
  title: 'Sos satay',
  ingredients: ['100 g masła orzechowego', '200 ml mleka kokosowego'],
  steps: ['Wymieszaj i podgrzej.'],
};

describe('what is refused', () => {
  test('is named with the reason, own recipes too, and counted', async () => {
    const household = await database.newHousehold();
    await person(database, household, 'Ola', OLA);
    await person(database, household, 'Jan');
    const own = (await added(household, peanutSauce)).json;
    const { json } = await list(household, { own: 'true' });
    expect(json.items).toEqual([]);
    expect(json).toMatchObject({
      refusedCount: 1,
      refused: [{ id: own.id, title: 'Sos satay', person: 'Ola', allergens: ['peanuts'] }],
    });
    expect(json.refused[0].evidence.length).toBeGreaterThan(0);
    const read = await get(household, own.id);
    expect(read).toMatchObject({ status: 200, json: { safety: { verdict: 'contains' } } });
  });

  test('is not what the law exempts, and that is said in the recipe and in the list', async () => {
    const household = await database.newHousehold();
    await person(database, household, 'Ola', [{ code: 'gluten', severity: 'allergy' }]);
    const syrup = { ingredients: ['100 g cukru', '50 g syropu glukozowego z pszenicy'] };
    const own = (await added(household, { title: 'Syrop do deserów', ...syrup })).json;
    const exempt = [
      {
        code: 'gluten',
        person: 'Ola',
        evidence: 'pszenicy',
        why: {
          pl: expect.stringContaining('rozp. 1169/2011'),
          en: expect.stringContaining('Regulation 1169/2011'),
        },
      },
    ];
    const safety = { allergens: [], exempt };
    expect((await get(household, own.id)).json).toMatchObject({ safety });
    const { json } = await list(household, { own: 'true' });
    expect(json).toMatchObject({ items: [{ id: own.id, safety }], refused: [] });
  });

  test('is refused to those who eat only: without Ola nothing is', async () => {
    const household = await database.newHousehold();
    const ola = await person(database, household, 'Ola', OLA);
    const jan = await person(database, household, 'Jan');
    const own = (await added(household, peanutSauce)).json;
    const found = async (people?: string) => {
      const { json } = await list(household, {
        q: 'sos satay',
        own: 'true',
        ...(people && { people }),
      });
      return [idsOf(json.items), json.refusedCount];
    };
    expect(await found()).toEqual([[], 1]);
    expect(await found(ola)).toEqual([[], 1]);
    expect(await found(jan)).toEqual([[own.id], 0]);
  });

  test('is only what was asked for, has an entry for each person, and is bounded', async () => {
    const household = await database.newHousehold();
    await person(database, household, 'Ola', [{ code: 'gluten', severity: 'allergy' }]);
    await person(database, household, 'Jan', [{ code: 'eggs', severity: 'allergy' }]);
    const { json } = await list(household, dumplings);
    const entries = json.refused.map(
      ({ id, person: who, allergens }: { id: string; person: string; allergens: string[] }) =>
        `${id} ${who} ${allergens.join()}`,
    );
    expect(entries.slice(0, 2).sort()).toEqual(['pl-kopytka Jan eggs', 'pl-kopytka Ola gluten']);
    const all = (await list(household, { limit: '1' })).json;
    expect(all.refused).toHaveLength(50);
    expect(all.refusedCount).toBeGreaterThan(200);
    const vegan = (await list(household, { ...dumplings, diet: 'vegan' })).json;
    expect(vegan).toMatchObject({ items: [], refused: [], refusedCount: 0 });
  });

  test('is the same on every page', async () => {
    const household = await database.newHousehold();
    await person(database, household, 'Ola', [{ code: 'fish', severity: 'allergy' }]);
    const first = (await list(household, { limit: '20', language: 'pl' })).json;
    const second = (await list(household, { limit: '20', language: 'pl', cursor: first.next }))
      .json;
    expect(first.refusedCount).toBeGreaterThan(3);
    expect(second.refused).toEqual(first.refused);
    const ids = new Set(idsOf([...first.items, ...second.items]));
    expect(first.refused.some(({ id }: { id: string }) => ids.has(id))).toBe(false);
  });
});

function idsOf(items: readonly { readonly id: string }[]): string[] {
  return items.map(({ id }) => id);
}
