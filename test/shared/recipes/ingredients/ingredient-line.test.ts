import { describe, expect, test } from 'vitest';
import { parseIngredientLine } from '#shared/recipes/ingredients/ingredient-line.ts';
import { needOf } from '#shared/recipes/ingredients/need.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import source from '#shared/recipes/records/data/en/public-domain.json' with { type: 'json' };
import labels from './data/ingredient-lines.json' with { type: 'json' };

/** A line as the labels write it: `2-3 tbsp`, or null. */
function said(text: string, language: Language) {
  const { amount, item } = parseIngredientLine(text, language);
  if (amount === null) return { amount: null, item };
  const upTo = amount.upTo === null ? '' : `-${amount.upTo}`;
  return { amount: `${amount.value}${upTo} ${amount.measure}`, item };
}

function right(language: Language, heldOut: boolean) {
  const rows = labels[language].filter((row) => row.heldOut === heldOut);
  const wrong = rows.filter((row) => {
    const found = said(row.text, language);
    return found.amount !== row.amount || found.item !== row.item;
  });
  return { of: rows.length, wrong: wrong.map(({ text }) => text) };
}

describe('lines of ingredients', () => {
  test('those the parser was made with are read as labelled by hand', () => {
    expect(right('en', false)).toEqual({ of: 22, wrong: [] });
    expect(right('pl', false)).toEqual({ of: 7, wrong: [] });
  });

  // Labelled before the parser saw them; what it gets wrong stands here and is not tuned away.
  test('of 44 English and 14 Polish lines held out, only the named ones are read otherwise', () => {
    expect(right('en', true)).toEqual({
      of: 44,
      wrong: [
        "A couple of Champignon 'shrooms**",
        '1/2 each Green, Red, and Yellow Bell Pepper, thinly sliced',
        '2 33cl bottles of brown beer',
      ],
    });
    expect(right('pl', true)).toEqual({
      of: 14,
      wrong: ['od 2 do 3 łyżek cukru'],
    });
  });

  test('most lines of the English base that hold a figure give an amount', () => {
    const lines = source.flatMap(({ ingredients }) => ingredients);
    const amounts = lines.filter((line) => parseIngredientLine(line, 'en').amount !== null);
    const figures = lines.filter((line) => /[\d½¼¾⅓⅔]/.test(line));
    const read = figures.filter((line) => parseIngredientLine(line, 'en').amount !== null);
    expect(lines).toHaveLength(3073);
    expect(amounts.length / lines.length).toBeGreaterThan(0.73);
    expect(read.length / figures.length).toBeGreaterThan(0.98);
  });

  test('numbers are read as everywhere else, whatever stands between their parts', () => {
    const amount = (text: string, language: Language) => said(text, language).amount;
    expect(amount('2 and 1/4 teaspoons yeast', 'en')).toBe('2.25 tsp');
    expect(amount('1 - 2/3 cups milk', 'en')).toBe('1.667 cup');
    expect(amount('1-1/2 cups milk', 'en')).toBe('1.5 cup');
    expect(amount('An Onion', 'en')).toBe('1 szt');
    expect(amount('a few olives', 'en')).toBeNull();
    expect(amount('1,000 g flour', 'en')).toBe('1000 g');
    expect(amount('1,000-1,500 g flour', 'en')).toBe('1000-1500 g');
    expect(amount('1,500 kg mąki', 'pl')).toBe('1.5 kg');
    expect(amount('trzy czwarte szklanki mleka', 'pl')).toBe('0.75 szklanka');
  });

  test('a number beyond all recipes is no amount, nor does it break anything', () => {
    const beans = '999999999999 x 999999999999 cans (400 g) beans';
    expect(said(beans, 'en').amount).toBe('400 g');
    expect(said('99999999 g flour', 'en').amount).toBeNull();
  });

  test.each(['1 ', '(', '1/2 ', 'a ', '-', ', ', '½', '[x](', '* '])(
    'no line makes it fail, not five thousand of %j',
    (unit) => {
      expect(() => parseIngredientLine(unit.repeat(5000), 'en')).not.toThrow();
      expect(() => parseIngredientLine(unit.repeat(5000), 'pl')).not.toThrow();
    },
  );

  test('what can be weighed or poured is, the rest is counted', () => {
    const need = (value: string, measure: string, product: string | null = null) =>
      needOf({ value, upTo: null, measure }, product);
    expect(needOf({ value: '2', upTo: '3', measure: 'tbsp' }, null)).toEqual({
      value: '45',
      unit: 'ml',
    });
    expect(need('0.5', 'kg')).toEqual({ value: '500', unit: 'g' });
    expect(need('2', 'clove', 'czosnek')).toEqual({ value: '10', unit: 'g' });
    expect(need('2', 'clove')).toBeNull();
    expect(need('3', 'szt', 'jaja')).toEqual({ value: '3', unit: 'szt' });
    expect(need('1', 'can')).toEqual({ value: '1', unit: 'opak' });
  });
});
