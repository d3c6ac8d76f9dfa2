import { expect, test } from 'vitest';
import { ALLERGENS } from '#shared/households/person.ts';
import { checkRecipe, type Diner } from '#shared/safety/check.ts';
import { guard } from '#shared/safety/gate.ts';
import forms from '#test/data/safety/forms.json' with { type: 'json' };

const SURE = 'Składniki: mleko.';
const TRACES = 'Może zawierać mleko.';
const UNKNOWN = 'xyzzit';

function diner(more: Partial<Diner>): Diner {
  return { id: 'ola', name: 'Ola', diet: null, allergies: [], dislikes: [], ...more };
}

const readText = (text: string, people: readonly Diner[]) => checkRecipe([], [text], people);

const EATERS: Readonly<Record<string, Diner>> = {
  'an allergy': diner({ allergies: [{ code: 'milk', severity: 'allergy' }] }),
  'an allergy to a free term': diner({ allergies: [{ term: 'mleko', severity: 'allergy' }] }),
  'an intolerance': diner({ allergies: [{ code: 'milk', severity: 'intolerance' }] }),
  'an intolerance to a free term': diner({
    allergies: [{ term: 'mleko', severity: 'intolerance' }],
  }),
  'an allergen only disliked': diner({ allergies: [{ code: 'milk', severity: 'dislike' }] }),
  'a dislike': diner({ dislikes: ['mleko'] }),
  'a diet': diner({ diet: 'vegan' }),
};

test.each([
  ['an allergy', 'block', 'block'],
  ['an allergy to a free term', 'block', 'block'],
  ['an intolerance', 'warn', 'warn'],
  ['an intolerance to a free term', 'warn', 'warn'],
  ['an allergen only disliked', 'rank', 'rank'],
  ['a dislike', 'rank', 'rank'],
  ['a diet', 'block', 'warn'],
] as const)('for %s an ingredient means %s, and traces mean %s', (who, sure, traces) => {
  const eater = EATERS[who];
  if (eater === undefined) throw new Error(who);
  expect(readText(SURE, [eater])).toMatchObject({ effect: sure });
  expect(readText(TRACES, [eater])).toMatchObject({ effect: traces });
});

test('traces of each of the fourteen allergens block for a person with that allergy', () => {
  const passed = ALLERGENS.filter((code) => {
    const eater = diner({ allergies: [{ code, severity: 'allergy' }] });
    const named = forms[code].en[0];
    const { verdict, effect } = readText(`May contain ${named}.`, [eater]);
    return verdict !== 'may-contain' || effect !== 'block';
  });
  expect(passed).toEqual([]);
});

test('food that often has traces blocks for an allergy by its name alone', () => {
  const eater = diner({ allergies: [{ code: 'milk', severity: 'allergy' }] });
  expect(checkRecipe(['czekolada gorzka'], [], [eater])).toMatchObject({
    verdict: 'may-contain',
    effect: 'block',
  });
});

test('unknown food warns people with an allergy, and no others', () => {
  const effects = Object.entries(EATERS).map(([who, eater]) => {
    const { verdict, effect } = checkRecipe([UNKNOWN], [], [eater]);
    return [who, verdict, effect];
  });
  const expected = Object.keys(EATERS).map((who) =>
    who.startsWith('an allergy') ? [who, 'unknown', 'warn'] : [who, 'none-found', 'none'],
  );
  expect(effects).toEqual(expected);
});

test('of several people the strictest effect counts', () => {
  const people = ['a dislike', 'an intolerance', 'an allergy'].flatMap((who) => EATERS[who] ?? []);
  for (const order of [people, [...people].reverse()]) {
    expect(readText(TRACES, order)).toMatchObject({ verdict: 'may-contain', effect: 'block' });
  }
});

test('an answer with traces of an allergen is refused, with the evidence and the person', async () => {
  const people = [diner({ allergies: [{ code: 'milk', severity: 'allergy' }] })];
  const refused = await guard(TRACES, people, {
    mentionedFood: (text) => ({ ingredients: [], texts: [text] }),
    retry: async () => undefined,
    fallback: async () => undefined,
  });
  expect(refused).toMatchObject({
    kind: 'refused',
    report: { verdict: 'may-contain' },
    reason: { en: 'This cannot be suggested: mleko (Ola).' },
  });
});
