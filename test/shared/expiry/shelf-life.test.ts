import { expect, test } from 'vitest';
import { shelfLife } from '#shared/expiry/shelf-life.ts';
import { categories } from '#shared/products/category.ts';

test('gives raw poultry a use-by date of a day in the fridge', () => {
  expect(
    shelfLife({ categoryKey: 'meat/poultry', location: 'fridge', boughtOn: '2026-02-28' }),
  ).toEqual({ date: '2026-03-01', kind: 'use-by', source: 'rule', spreadDays: 1 });
});

test('counts from the opening, never beyond the closed package', () => {
  const milk = { categoryKey: 'dairy/milk', location: 'fridge', boughtOn: '2026-03-28' } as const;
  expect(shelfLife({ ...milk, opened: '2026-03-28' }).date).toBe('2026-03-31');
  expect(shelfLife({ ...milk, opened: '2026-04-03' }).date).toBe(shelfLife(milk).date);
});

test('counts from the freezing', () => {
  expect(
    shelfLife({
      categoryKey: 'poultry',
      location: 'freezer',
      boughtOn: '2026-01-01',
      frozen: '2026-01-02',
    }).date,
  ).toBe('2026-09-29');
});

test('says when it only estimates', () => {
  expect(shelfLife({ location: 'fridge', boughtOn: '2026-01-01' }).source).toBe('estimated');
  expect(
    shelfLife({ categoryKey: 'eggs', location: 'pantry', boughtOn: '2026-01-01' }).source,
  ).toBe('estimated');
});

test('knows a rule for every category in its usual place', () => {
  for (const { key, location, shelfLife: rule } of categories.values()) {
    if (rule === null) continue;
    expect(shelfLife({ categoryKey: key, location, boughtOn: '2026-01-01' }).source, key).toBe(
      'rule',
    );
  }
});

test('lets a product keep otherwise than its kind', () => {
  const inFridge = { location: 'fridge', boughtOn: '2026-01-01' } as const;
  const white = { categoryKey: 'meat/sausages', productId: 'kielbasa-biala' };
  expect(shelfLife({ ...white, ...inFridge }).date).toBe('2026-01-02');
  expect(shelfLife({ categoryKey: 'meat/sausages', ...inFridge }).date).toBe('2026-01-06');
});

test('lets what the household taught beat the rule, and an open package beat that', () => {
  const bread = {
    categoryKey: 'bread/bread',
    location: 'pantry',
    boughtOn: '2026-01-01',
    learned: { days: 6, spreadDays: 2 },
  } as const;
  expect(shelfLife(bread)).toMatchObject({ date: '2026-01-07', source: 'learned', spreadDays: 2 });
  const opened = { ...bread, categoryKey: 'dairy/milk', location: 'fridge', opened: '2026-01-02' };
  expect(shelfLife({ ...opened, location: 'fridge' })).toMatchObject({
    date: '2026-01-05',
    source: 'rule',
  });
});

test('lets a package keep longer than the counter, in its place and unopened', () => {
  const ham = {
    categoryKey: 'meat/cold-cuts',
    boughtOn: '2026-01-01',
    location: 'fridge',
  } as const;
  expect(shelfLife(ham).date).toBe('2026-01-04');
  expect(shelfLife({ ...ham, packed: true })).toMatchObject({ date: '2026-01-08', source: 'rule' });
  expect(shelfLife({ ...ham, packed: true, opened: '2026-01-02' }).date).toBe('2026-01-04');
  const outside = { ...ham, location: 'pantry', packed: true } as const;
  expect(shelfLife(outside)).toEqual(shelfLife({ ...outside, packed: false }));
});
