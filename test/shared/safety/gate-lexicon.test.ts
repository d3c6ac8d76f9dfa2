import { expect, test } from 'vitest';
import { ALLERGENS, type Allergen } from '#shared/households/person.ts';
import { checkRecipe, type Diner } from '#shared/safety/check.ts';
import { readFood } from '#shared/safety/read-food.ts';
import cases from '#test/data/safety/gate-lexicon.json' with { type: 'json' };

type Case = (typeof cases)[number];

const PEOPLE: readonly Diner[] = ALLERGENS.map((code) => ({
  id: code,
  name: code,
  diet: null,
  allergies: [{ code, severity: 'allergy' }],
  dislikes: [],
}));
const MAX_WRONG = 0.03;

const read = cases.map((row) => ({ ...row, levels: levelsOf(row) }));

test('the gate is never silent about an allergen that a text brings', () => {
  const silent = read.flatMap(({ text, contains, levels }) =>
    codes(contains)
      .filter((code) => !levels.has(code) && !levels.has('*'))
      .map((code) => `${code}: ${text}`),
  );
  expect(silent).toEqual([]);
});

test('it says `contains` wrongly of at most 3 texts in 100', () => {
  const wrong = read.filter(({ contains, maybe, levels }) =>
    ALLERGENS.some(
      (code) =>
        levels.get(code) === 'contains' && ![...codes(contains), ...codes(maybe)].includes(code),
    ),
  );
  process.stdout.write(`${cases.length} texts, ${wrong.length} blocked falsely\n`);
  const texts = wrong.map(({ text }) => text).join(' | ');
  expect(wrong.length, texts).toBeLessThanOrEqual(cases.length * MAX_WRONG);
});

test.each([
  ['misa, misy i misę umyj w lesie', ''],
  ['Dłonie zwilż wodą.', ''],
  ['W garze było raczej ciasno.', ''],
  ['lód w kostkach', ''],
  ['puchar lodowy', 'milk'],
  ['krem pistacjowy', 'nuts'],
  ['grana padano', 'milk'],
  ['burger bun', 'gluten'],
  ['M&M’s', 'milk'],
])('%j has %j', (text, code) => {
  const found = readFood(text).findings.filter(({ level }) => level === 'contains');
  const allergens = new Set(
    ALLERGENS.filter((known) => found.some((it) => it.substance === known)),
  );
  expect([...allergens].join(' ')).toBe(code);
});

/** The worst level per allergen, and `*` where a word is unknown. */
function levelsOf({ text, as, lang }: Case): ReadonlyMap<string, string> {
  const name = { [lang]: text };
  const report =
    as === 'ingredient' ? checkRecipe([name], [], PEOPLE) : checkRecipe([], [name], PEOPLE);
  const levels = new Map<string, string>();
  for (const { code, level } of report.findings) {
    if (levels.get(code) !== 'contains') levels.set(code, level);
  }
  return levels;
}

function codes(names: readonly string[]): Allergen[] {
  return ALLERGENS.filter((code) => names.includes(code));
}

test.each([
  ['Masło pomijamy.', ''],
  ['Musztardę zastąp chrzanem.', ''],
  ['Do masła nie dodawaj wody.', 'milk'],
  ['Masło zastąp tahini.', 'sesame'],
  ['There is no substitute for butter.', 'milk'],
  ['Use it as a substitute for butter.', ''],
  ['Bez selera ani rusz.', 'celery'],
])('in %j there is %j', (text, code) => {
  const found = readFood(text).findings.map(({ substance }) => substance);
  expect(ALLERGENS.filter((known) => found.includes(known)).join(' ')).toBe(code);
});
