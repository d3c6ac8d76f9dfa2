import { describe, expect, test } from 'vitest';
import { usualPlace } from '#shared/expiry/food.ts';
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

describe('what the household learned', () => {
  const learned = { days: 12, spreadDays: 4 };
  const inFridge = { location: 'fridge', boughtOn: '2026-01-01', learned } as const;
  const chicken = { ...inFridge, productId: 'filet-z-kurczaka', categoryKey: 'meat/poultry' };

  test('of packages holds for packages, never for the same food cooked, loose or raw by name', () => {
    expect(shelfLife({ ...chicken, packed: true }).date).toBe('2026-01-13');
    expect(shelfLife(chicken)).toMatchObject({ date: '2026-01-03', source: 'learned' });
    expect(shelfLife({ ...chicken, packed: true, name: 'gotowany kurczak' }).date).toBe(
      '2026-01-05',
    );
    expect(shelfLife({ ...chicken, packed: true, name: 'surowy kurczak' }).date).toBe('2026-01-03');
    expect(
      shelfLife({ ...chicken, name: 'kurczak', learned: { days: 1, spreadDays: 9 } }),
    ).toMatchObject({ date: '2026-01-02', spreadDays: 1 });
  });

  test('is not capped where the date is one of quality', () => {
    const cheese = { ...inFridge, categoryKey: 'dairy/cheese', name: 'domowy ser' };
    expect(shelfLife({ ...cheese, learned: { days: 40, spreadDays: 0 } }).date).toBe('2026-02-10');
  });
});

describe('without a rule for it', () => {
  const boughtOn = '2026-01-01';

  test('food of which nothing is known keeps no longer than a dish, and is marked', () => {
    const unknown = { name: 'Wihajster', boughtOn };
    expect(usualPlace(unknown)).toBe('fridge');
    expect(shelfLife({ ...unknown, location: 'fridge' })).toEqual({
      date: '2026-01-03',
      kind: 'use-by',
      source: 'estimated',
      spreadDays: 1,
    });
    expect(shelfLife({ ...unknown, location: 'pantry' })).toMatchObject({
      date: '2026-01-04',
      source: 'estimated',
    });
    expect(shelfLife({ ...unknown, location: 'freezer' })).toMatchObject({ kind: 'best-before' });
  });

  test('what wants a fridge does not keep outside one', () => {
    const outside = { location: 'pantry', boughtOn } as const;
    expect(shelfLife({ ...outside, categoryKey: 'meat/poultry' }).date).toBe(boughtOn);
    expect(shelfLife({ ...outside, name: 'gotowany ryż' }).date).toBe(boughtOn);
    expect(shelfLife({ ...outside, categoryKey: 'dairy/fats' }).date).toBe('2026-01-02');
    expect(shelfLife({ ...outside, categoryKey: 'frozen/ice' }).date).toBe(boughtOn);
  });

  test('what keeps in a pantry keeps in the cold, unless it is sold frozen', () => {
    const flour = { categoryKey: 'dry/baking', location: 'freezer', boughtOn } as const;
    expect(shelfLife(flour).date).toBe('2026-06-30');
    expect(shelfLife({ ...flour, name: 'mrożone ciasto' }).date).toBe('2026-03-02');
  });
});

test('food that is frozen has a date of quality, and salt none', () => {
  const frozen = { location: 'freezer', boughtOn: '2026-01-01' } as const;
  expect(shelfLife({ ...frozen, categoryKey: 'meat/poultry' }).kind).toBe('best-before');
  const salt = { productId: 'sol', categoryKey: 'dry/spices', boughtOn: '2026-01-01' };
  for (const location of ['pantry', 'fridge', 'freezer'] as const) {
    expect(shelfLife({ ...salt, location, opened: '2026-01-05' })).toEqual({
      date: null,
      kind: 'best-before',
      source: 'rule',
      spreadDays: 0,
    });
  }
});

test('yesterday’s food has a day less, yesterday’s bread is bread still', () => {
  const left = (name: string, location: 'fridge' | 'pantry') =>
    shelfLife({ name, location, boughtOn: '2026-01-01' }).date;
  expect(left('gulasz z wczoraj', 'fridge')).toBe('2026-01-03');
  expect(left('gulasz sprzed pięciu dni', 'fridge')).toBe('2026-01-01');
  expect(left('sushi z przedwczoraj', 'fridge')).toBe('2026-01-01');
  expect(left('chleb z przedwczoraj', 'pantry')).toBe('2026-01-02');
});
