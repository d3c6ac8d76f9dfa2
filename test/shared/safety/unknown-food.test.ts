import { describe, expect, test } from 'vitest';
import { checkRecipe, type Diner, type IngredientNames } from '#shared/safety/check.ts';
import { readFood } from '#shared/safety/read-food.ts';

const nobody: Diner = { id: 'a', name: 'Anna', diet: null, allergies: [], dislikes: [] };
const milkAllergy = { ...nobody, allergies: [{ code: 'milk', severity: 'allergy' }] } as Diner;

describe('food that nobody knows', () => {
  const check = (...foods: IngredientNames[]) => checkRecipe(foods, [], [milkAllergy]).findings;

  test('warns whoever has an allergy, with the ingredient as evidence', () => {
    expect(check('pomidory', 'xyzzit', 'bazylia')).toEqual([
      {
        person: { id: 'a', name: 'Anna' },
        code: '*',
        about: 'unknown-food',
        severity: 'allergy',
        level: 'unknown',
        effect: 'warn',
        evidence: { words: 'xyzzit', text: 'xyzzit', start: 0, end: 6, ingredient: 1 },
      },
    ]);
  });

  test('is known as soon as one of its names is', () => {
    expect(check({ pl: 'xyzzit', en: 'tomatoes' })).toEqual([]);
    expect(check({ pl: 'pomidory', en: 'xyzzit' })).toEqual([]);
    expect(check({ pl: 'xyzzit', en: 'plugh' })).toMatchObject([{ evidence: { words: 'xyzzit' } }]);
    expect(check({})).toMatchObject([{ evidence: { words: '', start: 0, end: 0 } }]);
  });

  test('one severe allergy among other things is enough', () => {
    const mixed = {
      ...nobody,
      allergies: [
        { code: 'nuts', severity: 'dislike' },
        { code: 'milk', severity: 'allergy' },
      ],
    } as Diner;
    expect(checkRecipe(['xyzzit'], [], [mixed]).verdict).toBe('unknown');
  });

  test('is not cleared by known food beside it', () => {
    expect(check('ryż z xyzzitem')).toMatchObject([{ evidence: { words: 'xyzzitem', start: 6 } }]);
    expect(check('500 g drobno pokrojonych pomidorów bez skórki')).toEqual([]);
    expect(check('mleko Łaciate 3,2%')).not.toMatchObject([{ level: 'unknown' }]);
  });

  test('is no brand, which has a capital and other words before it', () => {
    const unknown = (text: string) =>
      readFood(text, { whole: true }).unknown.map(({ words }) => words);
    expect(unknown('1 dressed Cromer crab')).toEqual([]);
    expect(unknown('dressed crab Xyzzit')).toEqual([]);
    expect(unknown('dressed crab xyzzit')).toEqual(['xyzzit']);
    // On a till all is written so.
    expect(unknown('XYZZIT MLEKO 1L')).toEqual(['XYZZIT']);
    expect(unknown('MLEKO XYZZIT 1L')).toEqual(['XYZZIT']);
  });

  test('is a matter of prose only where an amount of it is called for', () => {
    const prose = (text: string) => checkRecipe([], [text], [milkAllergy]).findings;
    expect(prose('xyzzit plugh')).toEqual([]);
    expect(prose('Zamieszaj xyzzit.')).toEqual([]);
    expect(prose('Dodaj 200 g xyzzitu.')).toMatchObject([
      { about: 'unknown-food', level: 'unknown', evidence: { words: 'xyzzitu', ingredient: null } },
    ]);
    expect(prose('Add a cup of xyzzit.')).toMatchObject([{ evidence: { words: 'xyzzit' } }]);
    expect(prose('Add a cup of chopped tomatoes.')).toEqual([]);
  });
});

test('a term nobody knows leaves every food unknown, and only food', () => {
  const jan = { id: '1', name: 'Jan', diet: null, dislikes: [] };
  const avoids = (severity: 'allergy' | 'intolerance' | 'dislike') => [
    { ...jan, allergies: [{ term: 'wihajster', severity }] },
  ];
  for (const severity of ['allergy', 'intolerance'] as const) {
    const report = checkRecipe(['2 marchewki', 'sól'], ['Zetrzyj.'], avoids(severity));
    expect(report).toMatchObject({ verdict: 'unknown', effect: 'warn' });
    expect(report.findings).toEqual([
      expect.objectContaining({ code: 'wihajster', about: 'term', level: 'unknown' }),
    ]);
  }
  expect(checkRecipe([], ['Gotowe!'], avoids('allergy')).verdict).toBe('none-found');
  expect(checkRecipe([], ['Zupa z marchewki.'], avoids('allergy')).verdict).toBe('unknown');
  expect(checkRecipe(['2 marchewki'], [], avoids('dislike')).effect).toBe('none');
  expect(checkRecipe(['wihajster'], [], avoids('allergy')).verdict).toBe('contains');
});

test.each([
  ['pesto Xyzzit', ''],
  ['xyzzit pesto', 'xyzzit'],
  ['mleczko Xyzzit', ''],
  ['xyzzitowane mleko', 'xyzzitowane'],
  ['xyzzity', ''],
  ['xyz', ''],
  ['xyzy', 'xyzy'],
  ['xyzzed', ''],
  ['gotowana xyzzit', 'xyzzit'],
  ['drobno xyzzitny ser', ''],
  ['XYZZ. SER', ''],
  ['SER XYZZ.', ''],
  ['200 g xyzzitu', 'xyzzitu'],
])('of %j nobody knows %j', (text, unknown) => {
  const words = readFood(text, { whole: true }).unknown.map((place) => place.words);
  expect(words.join(' ')).toBe(unknown);
});
