import { expect, test } from 'vitest';
import { readFood } from '#shared/safety/read-food.ts';
import { allergens, table } from './allergens-in.ts';

table(
  [
    // Letters that look or sound alike are that word.
    ['rnleko', 'milk'],
    ['m1eko', 'milk'],
    ['masł0', 'milk'],
    ['s0jowy sos', 'gluten soybeans'],
    ['twa róg', 'milk'],
    ['E22O', 'sulphites'],
    // Another letter, or one more or less, may be.
    ['krewelki', '~crustaceans ~sulphites'],
    ['almnods', '~nuts'],
    ['musztrda', '~mustard'],
    // Too short to guess.
    ['jjko', ''],
    ['szafa', ''],
    // What had to be corrected adds, and takes away only what had to be corrected too.
    ['mleczko kok0sowe', ''],
    ['mleko kokosowc', 'milk'],
    ['bukwheat groats', '~gluten'],
  ],
  { whole: true },
);

test('verbs and adverbs are no food misspelt, and prose needs longer words', () => {
  expect(allergens('Zamieszaj i odciśnij.')).toBe('');
  expect(allergens('Keep stirring slowly.')).toBe('');
  expect(allergens('Dodaj smietane i wymieszai.')).toBe('milk');
  expect(allergens('Wbij 2 jaia.')).toBe('eggs');
  expect(allergens('Wbij jaia.')).toBe('');
});

test('a corrected word is known', () => {
  expect(readFood('pszernna mąka', { whole: true }).unknown).toEqual([]);
  expect(readFood('xyzzit', { whole: true }).unknown).toMatchObject([{ words: 'xyzzit' }]);
});
