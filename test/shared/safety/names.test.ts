import { describe, expect, test } from 'vitest';
import { allStems, wordsAndNames, wordsOf } from '#shared/safety/lexicon.ts';
import { allergens, table } from './allergens-in.ts';

describe('names of dishes and brands', () => {
  table([
    ['rumbledethumps', 'milk'],
    ['We had rumbledethumps for dinner.', 'milk'],
    ['Na obiad były chinkali, potem czurczchela.', 'gluten nuts ~eggs ~gluten'],
  ]);

  test('their words say nothing outside of them', () => {
    expect(wordsAndNames('agedashi', 'agedashi').names).not.toEqual([]);
    expect(wordsOf('rumbledethumps')).toEqual([]);
    expect(allergens('We met Rumble in the thumps.')).toBe('');
  });

  test('nothing is corrected to them', () => {
    const corrected = new Set([...allStems()].map(({ word }) => word));
    const { names } = wordsAndNames('rumbledethumps', 'rumbledethumps');
    expect(names.length).toBeGreaterThan(0);
    expect(names.some((word) => corrected.has(word))).toBe(false);
  });
});

describe('two words without the space between them', () => {
  table([
    ['masłoorzechowe 2 łyżki', 'nuts ~peanuts'],
    ['sossojowy', 'soybeans'],
    ['kokosowemleko', ''],
  ]);
});
