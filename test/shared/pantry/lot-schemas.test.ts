import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  Lot,
  LotChange,
  Measure,
  Merging,
  Moving,
  NewLot,
  Part,
  ProductTaking,
  Quantity,
  Taking,
} from '#shared/pantry/lot.ts';

const isValid = (schema: z.core.$ZodType, value: unknown) => z.safeParse(schema, value).success;
const kilogram = { value: '1', unit: 'kg' };

describe('a quantity', () => {
  test.each(['1', '0.001', '999999.999', '000001', '10', '0.5', '0.10', '100'])(
    'of %s is one',
    (value) => {
      expect(isValid(Quantity, { value, unit: 'g' })).toBe(true);
      expect(isValid(Measure, { value, unit: 'szklanka' })).toBe(true);
    },
  );

  test.each([
    '0',
    '00',
    '0.0',
    '0.000',
    '',
    '.5',
    '1.',
    '1.2345',
    '1000000',
    '-1',
    '+1',
    '1e3',
    '1,5',
    ' 1',
    '1 ',
    '1a',
    'a1',
    '1.a',
    'x',
  ])('of "%s" is none', (value) => {
    expect(isValid(Quantity, { value, unit: 'g' })).toBe(false);
    expect(isValid(Measure, { value, unit: 'szklanka' })).toBe(false);
  });

  test('is held in six units, taken in any that converts, packed in four', () => {
    const units = ['g', 'kg', 'ml', 'l', 'szt', 'opak', 'szklanka', 'parsek'];
    const taken = (make: (unit: string) => boolean) => units.filter(make);
    expect(taken((unit) => isValid(Quantity, { value: '1', unit }))).toEqual(units.slice(0, 6));
    expect(taken((unit) => isValid(Measure, { value: '1', unit }))).toEqual(units.slice(0, 7));
    const packed = (unit: string) =>
      isValid(NewLot, {
        product: { name: 'x' },
        quantity: kilogram,
        package: { value: '1', unit },
      });
    expect(taken(packed)).toEqual(units.slice(0, 4));
  });
});

test('a new lot is a name and a quantity, the rest may be left out', () => {
  const lot = { product: { name: ' Mąka ' }, quantity: kilogram };
  expect(NewLot.parse(lot)).toEqual({ product: { name: 'Mąka' }, quantity: kilogram });
  const dated = NewLot.parse({ ...lot, expires: { date: '2027-01-01' } });
  expect(dated.expires).toEqual({ date: '2027-01-01', kind: 'best-before' });
  for (const location of ['pantry', 'fridge', 'freezer']) {
    expect(isValid(NewLot, { ...lot, location })).toBe(true);
  }
  for (const kind of ['best-before', 'use-by']) {
    expect(isValid(NewLot, { ...lot, expires: { date: '2027-01-01', kind } })).toBe(true);
    expect(isValid(LotChange, { expires: { date: '2027-01-01', kind } })).toBe(true);
  }
});

const name = (length: number) => ({ name: 'x'.repeat(length) });
test.each<[string, z.core.$ZodType, object]>([
  ['a lot without a name', NewLot, { product: {}, quantity: kilogram }],
  ['a lot with an empty name', NewLot, { product: { name: ' ' }, quantity: kilogram }],
  ['a lot with a name too long', NewLot, { product: name(201), quantity: kilogram }],
  ['a lot without a quantity', NewLot, { product: name(1) }],
  ['a lot with a field nobody knows', NewLot, { product: name(1), quantity: kilogram, x: 1 }],
  ['a product with one', NewLot, { product: { name: 'x', id: 'y' }, quantity: kilogram }],
  ['a quantity with one', Quantity, { ...kilogram, x: 1 }],
  ['a measure with one', Measure, { ...kilogram, x: 1 }],
  ['a date with one', LotChange, { expires: { date: '2027-01-01', source: 'printed' } }],
  ['a package with one', LotChange, { package: { value: '1', unit: 'g', x: 1 } }],
  ['a change with one', LotChange, { location: 'fridge' }],
  ['a new name with one', LotChange, { product: { name: 'x', id: 'y' } }],
  ['a day that does not exist', LotChange, { expires: { date: '2027-02-30' } }],
  ['another kind of date', LotChange, { expires: { date: '2027-01-01', kind: 'x' } }],
  ['an empty package', LotChange, { package: { value: '0', unit: 'g' } }],
  ['another place', Moving, { location: 'cellar' }],
  ['a move to nowhere', Moving, {}],
  ['a move with a field nobody knows', Moving, { location: 'fridge', x: 1 }],
  ['a part with one', Part, { quantity: kilogram, x: 1 }],
  ['a taking with one', Taking, { x: 1 }],
  ['an empty reason', Taking, { reason: '' }],
  ['a product by neither id nor name', ProductTaking, { product: {}, quantity: kilogram }],
  ['a product by both', ProductTaking, { product: { id: 'x', name: 'y' }, quantity: kilogram }],
  ['an empty id', ProductTaking, { product: { id: '' }, quantity: kilogram }],
  ['an id too long', ProductTaking, { product: { id: 'x'.repeat(101) }, quantity: kilogram }],
  ['a product without a quantity', ProductTaking, { product: { id: 'x' } }],
  [
    'a product with a field nobody knows',
    ProductTaking,
    { product: { id: 'x' }, quantity: kilogram, x: 1 },
  ],
  ['a merge into nothing', Merging, { from: 'x', into: {} }],
  ['a merge into two things', Merging, { from: 'x', into: { id: 'x', name: 'y' } }],
  ['a merge of nothing', Merging, { into: { id: 'x' } }],
  ['a merge with a field nobody knows', Merging, { from: 'x', into: { id: 'x' }, x: 1 }],
])('refuses %s', (_, schema, value) => {
  expect(isValid(schema, value)).toBe(false);
});

test.each<[string, z.core.$ZodType, object]>([
  ['a name of 200 letters', LotChange, { product: name(200) }],
  ['a change of nothing', LotChange, {}],
  [
    'a new quantity and package',
    LotChange,
    { quantity: kilogram, package: { value: '1', unit: 'g' } },
  ],
  ['all of a lot', Taking, {}],
  ['some of it, for a reason', Taking, { quantity: kilogram, reason: 'Naleśniki' }],
  ['a part', Part, { quantity: kilogram }],
  ['a move of a part', Moving, { location: 'fridge', quantity: kilogram }],
  ['a product by id', ProductTaking, { product: { id: 'x' }, quantity: kilogram, reason: 'x' }],
  ['a product by name', ProductTaking, { product: name(1), quantity: kilogram }],
  ['an id of 100 letters', ProductTaking, { product: { id: 'x'.repeat(100) }, quantity: kilogram }],
  ['a merge by id', Merging, { from: 'x', into: { id: 'x' } }],
  ['a merge by name', Merging, { from: 'x', into: name(1) }],
])('takes %s', (_, schema, value) => {
  expect(isValid(schema, value)).toBe(true);
});

test('an expiry says where it comes from', () => {
  const date = { date: '2027-01-01', kind: 'use-by' };
  const sources = ['printed', 'learned', 'rule', 'estimated', 'guessed'].filter((source) =>
    isValid(Lot.shape.expires, { ...date, source }),
  );
  expect(sources).toEqual(['printed', 'learned', 'rule', 'estimated']);
  expect(isValid(Lot.shape.expires, null)).toBe(true);
  const kinds = ['best-before', 'use-by', 'sell-by'].filter((kind) =>
    isValid(Lot.shape.expires, { ...date, kind, source: 'rule' }),
  );
  expect(kinds).toEqual(['best-before', 'use-by']);
});
