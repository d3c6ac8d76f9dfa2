import { describe, expect, test } from 'vitest';
import type { Person } from '#shared/households/person.ts';
import { gateFor, reportOf } from '#shared/recipes/gate.ts';
import { shippedRecipes } from '#shared/recipes/records/shipped.ts';

const recipes = [...shippedRecipes().values()];
const polish = recipes.filter(({ language }) => language === 'pl');

function person(more: Partial<Person>): Person {
  return { id: 'ola', name: 'Ola', diet: null, allergies: [], dislikes: [], ...more };
}

function blocked(who: Person): string[] {
  const { judge } = gateFor([who]);
  return polish.filter((recipe) => judge(recipe).effect === 'block').map(({ id }) => id);
}

describe('the shipped recipes before the gate', () => {
  test('all Polish lines are food it knows', () => {
    const who = [person({ allergies: [{ code: 'lupin', severity: 'allergy' }] })];
    const unknown = polish.flatMap((recipe) =>
      reportOf(recipe, who).findings.filter(({ about }) => about === 'unknown-food'),
    );
    expect(unknown.map(({ evidence }) => evidence.words)).toEqual([]);
  });

  test('what is tagged as vegetarian is', () => {
    const meat = blocked(person({ diet: 'vegetarian' }));
    const tagged = polish.filter(({ tags }) => tags.includes('wege')).map(({ id }) => id);
    expect(tagged.length).toBeGreaterThanOrEqual(25);
    expect(tagged.filter((id) => meat.includes(id))).toEqual([]);
    expect(meat).toEqual(expect.arrayContaining(['pl-schabowy', 'pl-ryba-po-grecku', 'pl-zurek']));
  });

  test('vegans are offered what has nothing of animals, and that is not nothing', () => {
    const animal = new Set(blocked(person({ diet: 'vegan' })));
    const animals = ['mleko', 'maslo', 'jaja', 'miod', 'smietana', 'twarog', 'schab', 'kielbasa'];
    const left = polish.filter(({ id }) => !animal.has(id));
    expect(left.length).toBeGreaterThanOrEqual(25);
    for (const { id, ingredients } of left) {
      const used = ingredients.map(({ productId }) => productId ?? '');
      expect(
        used.filter((product) => animals.includes(product)),
        id,
      ).toEqual([]);
    }
  });

  test.each([
    ['nuts', ['pl-granola', 'pl-pieczone-jablka'], 6],
    ['fish', ['pl-ryba-po-grecku', 'pl-sledz-w-oleju'], 12],
    ['milk', ['pl-sernik', 'pl-puree'], 85],
    ['sesame', ['pl-hummus', 'pl-kalafior-pieczony'], 4],
  ] as const)('an allergy to %s blocks what has it, and not the rest', (code, has, most) => {
    const found = blocked(person({ allergies: [{ code, severity: 'allergy' }] }));
    expect(found).toEqual(expect.arrayContaining([...has]));
    expect(found.length).toBeLessThanOrEqual(most);
  });

  test('an intolerance marks, a dislike only counts, and a stand-in must harm nobody', () => {
    const sernik = polish.find(({ id }) => id === 'pl-sernik');
    if (sernik === undefined) throw new Error('no cheesecake');
    const marked = gateFor([person({ allergies: [{ code: 'milk', severity: 'intolerance' }] })]);
    expect(marked.judge(sernik)).toMatchObject({ effect: 'warn', verdict: 'contains' });
    const disliked = gateFor([person({ dislikes: ['twaróg'] })]).judge(sernik);
    expect(disliked).toMatchObject({ effect: 'rank', allergens: [] });
    expect(disliked.dislikes[0]).toMatchObject({ person: 'Ola' });
    const { allowed } = gateFor([
      person({ allergies: [{ code: 'soybeans', severity: 'allergy' }] }),
    ]);
    expect([allowed('tofu'), allowed('sos-sojowy'), allowed('ryz')]).toEqual([false, false, true]);
  });
});
