import { describe, expect, test } from 'vitest';
import { shelfLife } from '#shared/expiry/shelf-life.ts';
import {
  expiryAfterMove,
  expiryAfterOpening,
  type StoredLot,
} from '#shared/pantry/expiry-change.ts';

const DAY = '2026-11-10';
const food = (change: Partial<StoredLot> = {}): StoredLot => ({
  product_key: null,
  product_name: 'X',
  category: 'dairy/milk',
  package_value: null,
  location: 'fridge',
  opened_at: null,
  expires_on: '2026-11-30',
  expires_kind: 'use-by',
  expires_source: 'printed',
  thawed_days: null,
  frozen_limit_on: null,
  ...change,
});
const rule = (more: Partial<Parameters<typeof shelfLife>[0]>) =>
  shelfLife({
    categoryKey: 'dairy/milk',
    location: 'fridge',
    boughtOn: DAY,
    packed: false,
    ...more,
  });
const dated = ({ date, kind, source }: ReturnType<typeof shelfLife>) => ({
  expires_on: date,
  expires_kind: kind,
  expires_source: source,
});

test('where it is already changes nothing', () => {
  for (const location of ['pantry', 'fridge', 'freezer'] as const) {
    expect(expiryAfterMove(food({ location, expires_on: null }), location, DAY)).toEqual({});
  }
});

describe('outside the freezer', () => {
  test('a place where it keeps less long shortens it, the other way lengthens nothing', () => {
    const bread = food({ category: 'bread/bread' });
    const inPantry = rule({ categoryKey: 'bread/bread', location: 'pantry' });
    expect(expiryAfterMove(bread, 'pantry', DAY)).toEqual({
      location: 'pantry',
      ...dated(inPantry),
    });
    const short = food({ location: 'pantry', expires_on: '2026-11-11' });
    expect(expiryAfterMove(short, 'fridge', DAY)).toEqual({ location: 'fridge' });
  });

  test('what ends on the day of the rule keeps its own date', () => {
    const same = food({ expires_on: rule({ location: 'pantry' }).date });
    expect(expiryAfterMove(same, 'pantry', DAY)).toEqual({ location: 'pantry' });
  });

  test('what had no date gets one', () => {
    const undated = food({ expires_on: null, location: 'pantry' });
    expect(expiryAfterMove(undated, 'fridge', DAY)).toEqual({
      location: 'fridge',
      ...dated(rule({})),
    });
  });

  test('the rule is that of the product, its category, its package and whether it is open', () => {
    const base = food({ expires_on: null, location: 'pantry' });
    const chilled = (change: Partial<StoredLot>) =>
      expiryAfterMove({ ...base, ...change }, 'fridge', DAY);
    const expected = (more: Partial<Parameters<typeof shelfLife>[0]>) => ({
      location: 'fridge',
      ...dated(rule(more)),
    });
    const ham = { category: 'meat/cold-cuts' };
    // Parmesan keeps longer than other cheese.
    const cheese = { category: 'dairy/cheese' };
    expect(chilled({ ...cheese, product_key: 'parmezan' })).toMatchObject({
      expires_on: '2027-01-09',
    });
    expect(chilled(cheese)).toMatchObject({ expires_on: '2026-11-24' });
    expect(chilled({ category: null })).toEqual({
      location: 'fridge',
      ...dated(shelfLife({ location: 'fridge', boughtOn: DAY, packed: false })),
    });
    expect(chilled(ham)).toEqual(expected({ categoryKey: 'meat/cold-cuts' }));
    expect(chilled({ ...ham, package_value: '100' })).toEqual(
      expected({ categoryKey: 'meat/cold-cuts', packed: true }),
    );
    expect(chilled({ ...ham, opened_at: new Date() })).toEqual(
      expected({ categoryKey: 'meat/cold-cuts', opened: DAY }),
    );
  });
});

describe('into the freezer', () => {
  const frozen = rule({ location: 'freezer', frozen: DAY });

  test('it keeps as long as the rule says, and remembers the days it had left', () => {
    expect(expiryAfterMove(food(), 'freezer', DAY)).toEqual({
      location: 'freezer',
      ...dated(frozen),
      thawed_days: 20,
      frozen_limit_on: frozen.date,
    });
  });

  test('food without a rule for the freezer keeps there as unknown food does', () => {
    const ricotta = food({ product_key: 'ricotta', category: 'dairy/soft-cheese' });
    expect(expiryAfterMove(ricotta, 'freezer', DAY)).toMatchObject({
      expires_on: '2027-01-09',
      expires_source: 'estimated',
    });
  });

  test('what had no date has no days left to remember', () => {
    expect(expiryAfterMove(food({ expires_on: null }), 'freezer', DAY)).toEqual({
      location: 'freezer',
      ...dated(frozen),
      thawed_days: null,
      frozen_limit_on: frozen.date,
    });
  });

  test('on its last day it still may go in, a day later it stays expired', () => {
    expect(expiryAfterMove(food({ expires_on: DAY }), 'freezer', DAY)).toEqual({
      location: 'freezer',
      ...dated(frozen),
      thawed_days: 0,
      frozen_limit_on: frozen.date,
    });
    expect(expiryAfterMove(food({ expires_on: '2026-11-09' }), 'freezer', DAY)).toEqual({
      location: 'freezer',
      thawed_days: 0,
      frozen_limit_on: '2026-11-09',
    });
  });

  test('a second time ends with the first time’s span', () => {
    const again = food({ frozen_limit_on: '2026-12-24' });
    expect(expiryAfterMove(again, 'freezer', DAY)).toMatchObject({
      expires_on: '2026-12-24',
      frozen_limit_on: '2026-12-24',
    });
    const later = food({ frozen_limit_on: '2099-01-01' });
    expect(expiryAfterMove(later, 'freezer', DAY)).toMatchObject({ expires_on: frozen.date });
  });

  test('what keeps longer outside keeps its date', () => {
    const can = food({ expires_on: '2099-01-01' });
    expect(expiryAfterMove(can, 'freezer', DAY)).toMatchObject({ frozen_limit_on: '2099-01-01' });
    expect(expiryAfterMove(can, 'freezer', DAY)).not.toHaveProperty('expires_on');
    const same = food({ expires_on: frozen.date });
    expect(expiryAfterMove(same, 'freezer', DAY)).not.toHaveProperty('expires_on');
  });
});

describe('out of the freezer', () => {
  const inFreezer = (change: Partial<StoredLot> = {}) =>
    food({
      location: 'freezer',
      expires_on: '2027-02-01',
      thawed_days: 2,
      frozen_limit_on: '2027-01-01',
      ...change,
    });

  test('it has the days it had left, and no more than fresh food would', () => {
    expect(expiryAfterMove(inFreezer(), 'fridge', DAY)).toEqual({
      location: 'fridge',
      ...dated({ ...rule({}), date: '2026-11-12' }),
      thawed_days: null,
      frozen_limit_on: '2027-01-01',
    });
    expect(expiryAfterMove(inFreezer({ thawed_days: 500 }), 'fridge', DAY)).toMatchObject(
      dated(rule({})),
    );
  });

  test('what was bought frozen keeps as fresh food does, and its own date is the limit', () => {
    const bought = inFreezer({ thawed_days: null, frozen_limit_on: null });
    expect(expiryAfterMove(bought, 'fridge', DAY)).toEqual({
      location: 'fridge',
      ...dated(rule({})),
      thawed_days: null,
      frozen_limit_on: '2027-02-01',
    });
  });

  test('it is never made to keep longer than it did', () => {
    expect(expiryAfterMove(inFreezer({ expires_on: '2026-11-11' }), 'fridge', DAY)).toEqual({
      location: 'fridge',
      thawed_days: null,
      frozen_limit_on: '2027-01-01',
    });
  });
});

describe('opening', () => {
  const ham = (change: Partial<StoredLot> = {}) => food({ category: 'meat/cold-cuts', ...change });
  const open = rule({ categoryKey: 'meat/cold-cuts', opened: DAY });

  test('shortens what keeps less long once it is open', () => {
    expect(expiryAfterOpening(ham({ expires_on: '2027-01-01' }), DAY)).toEqual(dated(open));
    expect(expiryAfterOpening(ham({ expires_on: DAY }), DAY)).toEqual({});
    expect(expiryAfterOpening(ham({ expires_on: null }), DAY)).toEqual(dated(open));
  });

  test('in the freezer counts once it is out again', () => {
    const days = Math.round((Date.parse(open.date ?? '') - Date.parse(DAY)) / 86_400_000);
    const frozen = (thawed_days: number | null) =>
      expiryAfterOpening(ham({ location: 'freezer', thawed_days }), DAY);
    expect(frozen(null)).toEqual({ thawed_days: days });
    expect(frozen(500)).toEqual({ thawed_days: days });
    expect(frozen(0)).toEqual({ thawed_days: 0 });
  });
});
