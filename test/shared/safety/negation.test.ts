import { describe, expect, test } from 'vitest';
import { readFood } from '#shared/safety/read-food.ts';
import cases from '#test/data/safety/gate-negation.json' with { type: 'json' };
import constructions from '#test/data/safety/negation-constructions.json' with { type: 'json' };
import { falselyBlocked, readCases, silentAbout } from '#test/support/gate-cases.ts';

/** `It calls for mustard, but I never use it`: what a pronoun stands for is not read. */
const MAX_WRONG = 0.05;

describe('sentences about food that is left out, and ones that only sound so', () => {
  const read = readCases(cases);

  test('the food that is there is never passed over', () => {
    expect(silentAbout(read)).toEqual([]);
  });

  test('the food that is left out is rarely said to be there', () => {
    const wrong = falselyBlocked(read);
    expect(wrong.length, wrong.join(' | ')).toBeLessThanOrEqual(cases.length * MAX_WRONG);
  });
});

/** Every construction with every food, and whether the gate says `contains` of it. */
describe.each(Object.entries(constructions))('constructions × foods in %s', (_, table) => {
  const { foods, absent, present } = table;

  test.each(absent)('%j has none of them', (construction) => {
    expect(foods.filter((food) => contains(construction, food))).toEqual([]);
  });

  test.each(present)('%j has all of them', (construction) => {
    expect(foods.filter((food) => !contains(construction, food))).toEqual([]);
  });
});

describe('the name of an ingredient', () => {
  test.each([
    ['śmietany nie dodawaj', 'milk'],
    ['nie dajemy masła', 'milk'],
    ['skip the cream cheese', 'milk'],
  ])('%j is what it names, whatever verb stands beside it', (name, code) => {
    expect(surely(readFood(name, { whole: true }))).toContain(code);
  });
});

describe('what takes a denied food back', () => {
  test.each([
    ['Sera nie daję, ale sypię go na wierzch.', 'milk'],
    ['Mleka nie wlewaj. Wlej je na końcu.', 'milk'],
    ['Ser nie daje smaku.', 'milk'],
    ['Masło się skończyło, ale kupiłam nowe.', 'milk'],
    ['Nie ma to jak masło.', 'milk'],
    ["I can't have toast without butter.", 'milk'],
    ['Forget the eggs and it will collapse.', 'eggs'],
    ['Sera nie lubiłam, teraz uwielbiam.', 'milk'],
    ['Nie kupisz masła?', 'milk'],
    ['Nie jem sera, ryby lubię.', 'fish'],
    ["Cheese doesn't need salt.", 'milk'],
    ["Don't add the milk and cream at once.", 'milk'],
    ['Skip the walnuts and nobody will eat it.', 'nuts'],
    ['Leave the butter out of the fridge.', 'milk'],
  ])('%j has %s', (text, code) => {
    expect(surely(readFood(text))).toContain(code);
  });
});

/** `G` stands for the food in the genitive, `A` in the accusative. */
function contains(construction: string, food: readonly string[]): boolean {
  const [genitive = '', accusative = '', code = ''] = food;
  const text = construction.replace(/\bG\b/, genitive).replace(/\bA\b/, accusative);
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return surely(readFood(sentence)).includes(code);
}

function surely({ findings }: ReturnType<typeof readFood>): string[] {
  return findings.filter(({ level }) => level === 'contains').map(({ substance }) => substance);
}
