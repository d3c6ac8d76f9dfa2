import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchProduct } from '#shared/products/match-product.ts';
import {
  type FoodRef,
  keysOfLot,
  servingBy,
  servingsOf,
} from '#shared/products/relation/serves.ts';
import { readIngredient } from '#shared/recipes/ingredients/read-ingredient.ts';

/** How a lot serves where something is asked for. */
const kindOf = (asked: FoodRef, lot: FoodRef) =>
  servingBy(servingsOf(asked), keysOfLot(lot))?.kind ?? 'no';

interface Pair {
  readonly language: 'pl' | 'en';
  readonly recipeAsks: string;
  readonly inPantry: string;
  readonly ok: string;
}

/** Both read as a recipe and a pantry read them. */
function found({ language, recipeAsks, inPantry }: Pair): string {
  const { productId, item } = readIngredient(recipeAsks, language);
  return kindOf(
    { id: productId, name: item },
    { id: matchProduct(inPantry, []).productId, name: inPantry },
  );
}

describe('what serves', () => {
  test('pairs that others wrote are judged as they judged them', () => {
    const pairs: Pair[] = readFileSync('test/data/relation/pairs.jsonl', 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(pairs).toHaveLength(100);
    const wrong = pairs.flatMap((pair) => {
      const kind = found(pair);
      return kind === pair.ok
        ? []
        : [`${pair.recipeAsks} ← ${pair.inPantry}: ${kind}, not ${pair.ok}`];
    });
    expect(wrong.filter((one) => one.endsWith('not no'))).toEqual([]);
    expect(wrong).toEqual([]);
  });

  test.each<[string, FoodRef, FoodRef, string]>([
    ['a lot without a product, by its name', { id: 'gouda' }, { name: 'Ser Gouda' }, 'same'],
    [
      'a kind of it without a product',
      { id: 'cebula', name: 'cebula' },
      { name: 'cebula czerwona' },
      'specific',
    ],
    [
      'the product that the household knows, under a name that says less',
      { id: 'gouda' },
      { id: 'gouda', name: 'ser' },
      'same',
    ],
    [
      'a flour of something else, taken for flour',
      { id: 'maka-pszenna', name: 'mąka' },
      { id: 'maka-pszenna', name: 'Mąka z orzeszków ziemnych' },
      'no',
    ],
    [
      'a milk of something else, taken for milk',
      { id: 'mleko', name: 'mleko' },
      { id: 'mleko', name: 'Mleko pistacjowe Borges' },
      'no',
    ],
    [
      'butter with something in it',
      { id: 'maslo', name: 'masło' },
      { id: 'maslo', name: 'Masło z krewetkami' },
      'no',
    ],
    [
      'a brand that the gate does not know',
      { id: 'margaryna' },
      { id: 'margaryna', name: 'Wielka Smaczna' },
      'same',
    ],
    [
      'the same name of what nobody knows',
      { name: 'Konfitura babci' },
      { name: 'konfitury babci' },
      'same',
    ],
    [
      'an English name of what nobody knows',
      { name: 'dragon beards' },
      { name: 'Dragon beard' },
      'same',
    ],
    [
      'the name before a product it does not fit',
      { id: 'olej-rzepakowy', name: 'peanut oil' },
      { id: 'olej-rzepakowy', name: 'Olej rzepakowy' },
      'no',
    ],
    [
      'a rice for rice',
      { id: 'ryz', name: 'ryż' },
      { id: 'ryz', name: 'Ryż basmati Kupiec 4x100g' },
      'specific',
    ],
    [
      'another rice',
      { id: 'ryz', name: 'ryż basmati' },
      { id: 'ryz', name: 'Ryż jaśminowy' },
      'stands-in',
    ],
    [
      'rice that does not say which',
      { id: 'ryz', name: 'ryż basmati' },
      { id: 'ryz', name: 'Ryż' },
      'stands-in',
    ],
    ['gluten-free pasta for pasta', { id: 'makaron' }, { id: 'makaron-bezglutenowy' }, 'stands-in'],
    ['pasta for gluten-free pasta', { id: 'makaron-bezglutenowy' }, { id: 'makaron' }, 'no'],
  ])('%s', (_, asked, lot, kind) => {
    expect(kindOf(asked, lot)).toBe(kind);
  });

  test('nothing is a lot whose name has no word', () => {
    const noWords = fc.string({
      unit: fc.constantFrom('%', '!', ' ', '\u200d', '-', '…'),
    });
    fc.assert(
      fc.property(noWords, noWords, (asked, lot) => {
        expect(kindOf({ name: asked }, { name: lot })).toBe('no');
      }),
    );
  });
});
