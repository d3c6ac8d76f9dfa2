import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convert } from '#shared/quantities/convert.ts';
import { foodFacts } from '#shared/quantities/food-facts.ts';
import {
  add,
  compare,
  divide,
  exactly,
  multiply,
  rational,
  readRational,
  subtract,
  toDecimal,
} from '#shared/quantities/rational.ts';
import { unitOfWord, units } from '#shared/quantities/unit.ts';

function converted(value: string, unit: string, to: string, id?: string, pack?: [string, string]) {
  const goods = {
    facts: foodFacts(id),
    pack: pack && { value: exactly(pack[0]), unit: pack[1] },
  };
  const result = convert({ value: exactly(value), unit }, to, goods);
  return result.ok ? toDecimal(result.value) : result.why;
}

test.each([
  ['1', 'kg', 'g', undefined, '1000'],
  ['20', 'dag', 'kg', undefined, '0.2'],
  ['1', 'cup', 'tbsp', undefined, '16'],
  ['8', 'floz', 'cup', undefined, '1'],
  ['1', 'oz', 'g', undefined, '28.349523'],
  ['1', 'szklanka', 'ml', undefined, '250'],
  ['1', 'szklanka', 'g', 'maka-pszenna', '150'],
  ['1', 'szklanka', 'g', 'cukier', '220'],
  ['1', 'tbsp', 'g', 'maslo', '14.25'],
  ['2', 'szt', 'g', 'jaja', '110'],
  ['3', 'clove', 'g', 'czosnek', '15'],
  ['200', 'g', 'szt', 'cebula', '2'],
  ['1', 'head', 'clove', 'czosnek', '10'],
  ['0.5', 'cube', 'kg', 'maslo', '0.1'],
  ['1', 'l', 'kg', 'mleko', '1.03'],
  ['1', 'cup', 'g', 'dry/oils', '220.8'],
  ['1', 'handful', 'g', 'szpinak', '25'],
])('%s %s in %s of %s is %s', (value, unit, to, id, expected) => {
  expect(converted(value, unit, to, id)).toBe(expected);
});

test('a printed size beats the usual one', () => {
  expect(converted('2', 'szt', 'g', 'maslo')).toBe('400');
  expect(converted('2', 'szt', 'g', 'maslo', ['250', 'g'])).toBe('500');
  expect(converted('3', 'opak', 'l', 'mleko', ['500', 'ml'])).toBe('1.5');
  expect(converted('500', 'ml', 'opak', undefined, ['1', 'l'])).toBe('0.5');
});

test.each([
  ['1', 'szt', 'g'],
  ['1', 'l', 'kg'],
  ['1', 'clove', 'szt'],
  ['1', 'opak', 'szt'],
])('what is not known is not guessed: %s %s in %s', (value, unit, to) => {
  expect(converted(value, unit, to)).toBe('not-comparable');
});

test('a unit that is none is said to be none', () => {
  expect(converted('1', 'g', 'parsek')).toBe('unknown-unit');
  expect(converted('1', '__proto__', 'g')).toBe('unknown-unit');
});

const KEYS = [...units.keys()];
const unit = fc.constantFrom(...KEYS);
const food = fc.constantFrom(undefined, 'maka-pszenna', 'jaja', 'czosnek', 'mleko', 'maslo');
const value = fc
  .tuple(fc.bigInt(0n, 10n ** 9n), fc.bigInt(1n, 10n ** 6n))
  .map(([n, d]) => rational(n, d));

describe('for any amount', () => {
  test('converting there and back is exactly what was there', () => {
    fc.assert(
      fc.property(value, unit, unit, food, (amount, from, to, id) => {
        const goods = { facts: foodFacts(id) };
        const there = convert({ value: amount, unit: from }, to, goods);
        if (!there.ok) return;
        const back = convert({ value: there.value, unit: to }, from, goods);
        expect(back.ok && compare(back.value, amount)).toBe(0);
      }),
    );
  });

  test('if a is comparable with b and b with c, then a is with c, by the same way', () => {
    fc.assert(
      fc.property(value, unit, unit, unit, food, (amount, a, b, c, id) => {
        const goods = { facts: foodFacts(id) };
        const ab = convert({ value: amount, unit: a }, b, goods);
        if (!ab.ok) return;
        const bc = convert({ value: ab.value, unit: b }, c, goods);
        if (!bc.ok) return;
        const ac = convert({ value: amount, unit: a }, c, goods);
        expect(ac.ok && compare(ac.value, bc.value)).toBe(0);
      }),
    );
  });

  test('scaling a recipe up and down again changes nothing', () => {
    fc.assert(
      fc.property(
        value,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (amount, from, to) => {
          const factor = rational(to, from);
          expect(compare(divide(multiply(amount, factor), factor), amount)).toBe(0);
        },
      ),
    );
  });

  test('a fraction is read again without loss', () => {
    fc.assert(
      fc.property(value, (amount) => {
        expect(readRational(`${amount.n}/${amount.d}`)).toEqual(amount);
      }),
    );
  });

  test('adding and taking away again changes nothing, and rounding is by half a unit at most', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(compare(subtract(add(a, b), b), a)).toBe(0);
        const off = subtract(exactly(toDecimal(a, 3)), a);
        expect(
          compare(multiply(off, off), multiply(rational(1, 2000), rational(1, 2000))),
        ).toBeLessThanOrEqual(0);
      }),
    );
  });
});

test.each(['', '1e3', '1,5', '--1', '1/0', '1/00', 'NaN', '0x10', '1'.repeat(16), ' 1'])(
  '%j is no number',
  (text) => {
    expect(readRational(text)).toBeUndefined();
  },
);

test.each([
  ['łyżkami', 'tbsp'],
  ['Łyżeczek', 'tsp'],
  ['opakowania', 'opak'],
  ['sztukę', 'szt'],
  ['zabkow', 'clove'],
  ['TBSP', 'tbsp'],
  ['szkl.', 'szklanka'],
])('%s is a unit: %s', (word, key) => {
  expect(unitOfWord(word)?.key).toBe(key);
});
