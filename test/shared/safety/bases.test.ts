import { expect, test } from 'vitest';
import { baseFamilies } from '#shared/safety/bases.ts';
import { allergens, table } from './allergens-in.ts';

table(
  [
    ['makaron z ryżu', ''],
    ['makaron z ryżem', 'gluten'],
    ['mleko ryżowe', ''],
    ['jogurt z łubinu', 'lupin'],
    ['tofu z ciecierzycy', ''],
    ['mąka z orzeszków ziemnych', 'peanuts'],
    ['almond feta', 'nuts'],
    ['mince made from soya', 'soybeans'],
    ['naleśniki z mąki gryczanej', '~eggs ~milk'],
    // A flavour is no base, and bread with seeds is bread.
    ['jogurt truskawkowy', 'milk'],
    ['lody pistacjowe', 'milk nuts ~eggs ~nuts'],
    ['chleb dyniowy', 'gluten'],
  ],
  { whole: true },
);

test('every family has heads and bases, and each group says what it is made of', () => {
  const groups = baseFamilies().flatMap((family) => family.groups);
  expect(groups.length).toBeGreaterThan(30);
  expect(groups.filter(({ entry }) => / undefined|undefined /.test(entry.name))).toEqual([]);
  const names = groups.map(({ entry }) => entry.name);
  expect(names).toEqual(expect.arrayContaining(['mleko ryżowy', 'chleb z soi', 'carrot fish']));
  const spelled = groups.flatMap((group) => [
    ...group.adjectives,
    ...group.genitives,
    ...group.english,
  ]);
  expect(spelled.filter((word) => word === '' || word !== word.trim())).toEqual([]);
});

test('what a family may have, each of its bases may have', () => {
  const groups = baseFamilies().flatMap((family) => family.groups);
  const tofu = groups.find(({ entry }) => entry.name === 'tofu z jajek');
  expect(tofu?.entry).toMatchObject({ has: ['eggs', 'egg'], may: ['soybeans'] });
  const fish = groups.find(({ entry }) => entry.name === 'carrot fish');
  expect(fish?.entry.may).toEqual(['fish', 'crustaceans', 'seafood', 'molluscs']);
});

test.each([
  ['mleko ryżowe', 'ryżowe mleko'],
  ['napój z migdałów', 'migdałowy napój'],
  ['milk made from cashews', 'cashew based milk'],
])('“%s” is “%s”', (one, other) => {
  expect(allergens(one, { whole: true })).toBe(allergens(other, { whole: true }));
});
