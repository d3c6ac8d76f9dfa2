import { describe, expect, test } from 'vitest';
import kitchen from '#shared/safety/data/kitchen-words.json' with { type: 'json' };
import { readFood } from '#shared/safety/read-food.ts';

/** Words that name food as well; `tarta marchewka` is grated, a `tarta` is a tart. */
const FOOD_TOO = {
  pl: ['kromka', 'kromki', 'mielony', 'paczki', 'płatki', 'tarty'],
  en: ['crumbs', 'make', 'pinot', 'pure', 'wrap'],
};

describe('words of kitchens name no food', () => {
  test.each(['pl', 'en'] as const)('%s', (language) => {
    const read = kitchen[language].filter((word) => {
      return readFood(word, { whole: true }).findings.length > 0;
    });
    expect(read.sort()).toEqual(FOOD_TOO[language]);
  });

  test.each([
    'Cook the rice until done.',
    'Fry in batches, add the delicate herbs and a scotch bonnet.',
    'Add bicarbonate, whisk well and serve crumbly.',
    'Wolę raczej ryż.',
  ])('“%s”', (sentence) => {
    expect(readFood(sentence).findings).toEqual([]);
  });

  test('nor are small words and what stands beside them unknown or misspelt', () => {
    expect(readFood('contains', { whole: true }).unknown).toEqual([]);
    expect(readFood('coś od babci', { whole: true }).findings).toEqual([]);
  });

  test('while cookies and crayfish are read', () => {
    const codes = (name: string) =>
      readFood(name, { whole: true }).findings.map(({ substance }) => substance);
    expect(codes('cookie')).toContain('gluten');
    expect(codes('cookies')).toContain('gluten');
    expect(codes('crumble')).toContain('gluten');
    expect(codes('raczki')).toContain('crustaceans');
    expect(codes('corn tortillas')).toEqual([]);
    expect(codes('flour tortillas')).toContain('gluten');
  });
});
