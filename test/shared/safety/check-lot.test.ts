import { describe, expect, test } from 'vitest';
import type { Allergen, Diet } from '#shared/households/person.ts';
import { products } from '#shared/products/product.ts';
import type { Diner } from '#shared/safety/check.ts';
import { checkLot } from '#shared/safety/check-lot.ts';
import { refusalsOf } from '#shared/safety/refusal.ts';
import { refusalText } from '#shared/safety/refusal-text.ts';

function eater(code: Allergen, severity: 'allergy' | 'intolerance' = 'allergy'): Diner {
  return { id: 'ola', name: 'Ola', diet: null, allergies: [{ code, severity }], dislikes: [] };
}
const on = (diet: Diet): Diner => {
  return { id: 'ola', name: 'Ola', diet, allergies: [], dislikes: [] };
};
const effectOf = (names: string[], productId: string | null, diner: Diner) =>
  checkLot({ names, product: products().get(productId ?? '') }, [diner]).effect;

describe('a lot is read', () => {
  test.each<[string, string[], string | null, Diner]>([
    [
      'by its name, whatever it was taken for',
      ['Mąka arachidowa'],
      'maka-pszenna',
      eater('peanuts'),
    ],
    [
      'by its printed name too',
      ['MAKA Z ORZESZKOW ZIEMNYCH', 'Mąka'],
      'maka-pszenna',
      eater('peanuts'),
    ],
    ['by its product where only a brand is printed', ['Łaciate 3,2'], 'mleko', eater('milk')],
    ['by warnings of traces', ['Kakao może zawierać mleko'], 'kakao', eater('milk')],
    ['without a product', ['Masło orzechowe'], null, eater('peanuts')],
    ['in English', ['Peanut flour'], 'maka-pszenna', eater('peanuts')],
    ['for diets', ['Szynka'], 'szynka', on('vegetarian')],
    ['for lactose', ['Mleko UHT'], 'mleko', on('lactose-free')],
  ])('%s', (_, names, productId, diner) => {
    expect(effectOf(names, productId, diner)).toBe('block');
  });

  test.each<[string, string[], string | null, Diner]>([
    [
      'and what it claims holds for its product',
      ['Makaron bezglutenowy'],
      'makaron',
      eater('gluten'),
    ],
    ['and claims in English hold', ['Gluten-free pasta'], 'makaron', eater('gluten')],
    [
      'and lactose that is not there is not',
      ['Mleko UHT bez laktozy'],
      'mleko',
      on('lactose-free'),
    ],
    ['and a vegan one is', ['Jogurt wegański kokosowy'], 'jogurt-naturalny', on('vegan')],
    ['and an unknown brand harms nobody', ['Winiary 0,5'], null, eater('peanuts')],
    ['and what is said to be absent is', ['Mąka bez orzechów'], 'maka-ryzowa', eater('nuts')],
  ])('%s', (_, names, productId, diner) => {
    expect(effectOf(names, productId, diner)).toBe('none');
  });

  test('and a claim about one thing frees nothing else', () => {
    const names = ['Mleko UHT bez laktozy'];
    expect(effectOf(names, 'mleko', eater('milk'))).toBe('block');
    expect(effectOf(['Chleb bez laktozy'], 'chleb', eater('gluten'))).toBe('block');
  });

  test('and what is borne badly warns', () => {
    expect(effectOf(['Mleko'], 'mleko', eater('milk', 'intolerance'))).toBe('warn');
  });
});

describe('a report on a lot', () => {
  const milk = products().get('mleko');

  test('reads its product beside a brand that nobody knows, and each spelling once', () => {
    const names = ['Xyzzit 3,2', ' Xyzzit 3,2 ', ''];
    expect(checkLot({ names, product: milk }, [eater('milk')])).toMatchObject({
      verdict: 'contains',
      effect: 'block',
    });
    expect(checkLot({ names, product: undefined }, [eater('milk')]).findings).toEqual([]);
    const twice = { names: ['Mleko', ' Mleko '], product: undefined };
    expect(checkLot(twice, [eater('milk')]).findings).toHaveLength(1);
  });

  test('counts no dislike as harm', () => {
    const picky: Diner = { ...on('omnivore'), dislikes: ['mleko'] };
    const report = checkLot({ names: ['Mleko'], product: undefined }, [picky]);
    expect(report).toMatchObject({ verdict: 'none-found', effect: 'rank' });
    expect(refusalsOf(report)).toEqual([]);
  });
});

test('a refusal names each person once, with codes and the words as printed', () => {
  const ewa: Diner = { ...on('vegan'), id: 'ewa', name: 'Ewa' };
  const words = { names: ['SER GOUDA 300G'], product: products().get('ser-zolty') };
  const refusals = refusalsOf(checkLot(words, [eater('milk'), ewa, eater('fish')]));
  expect(refusals).toMatchObject([
    { person: 'Ola', allergens: ['milk'] },
    { person: 'Ewa', allergens: ['vegan'] },
  ]);
  expect(refusals[0]?.evidence[0]).toMatch(/SER/);
});

test('a refusal is told in both languages, with three words at most', () => {
  const evidence = ['masło', 'ser', 'kefir', 'jogurt'];
  const refusal = { person: 'Ola', allergens: ['milk', 'nuts'], evidence };
  expect(refusalText([refusal, { ...refusal, allergens: ['fish'], evidence: ['łosoś'] }])).toEqual({
    pl: 'Ola – mleko, orzechy (masło, ser, kefir); Ola – ryby (łosoś)',
    en: 'Ola – milk, nuts (masło, ser, kefir); Ola – fish (łosoś)',
  });
});

test('a lot that somebody only dislikes ranks lower, and has nothing found in it', () => {
  const dislikes: Diner = { ...on('omnivore'), dislikes: ['cebula'] };
  const report = checkLot({ names: ['Zupa cebulowa'], product: undefined }, [dislikes]);
  expect(report).toMatchObject({ verdict: 'none-found', effect: 'rank' });
});
