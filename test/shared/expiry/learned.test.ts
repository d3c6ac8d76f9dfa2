import { describe, expect, test } from 'vitest';
import {
  learnedSpan,
  type Observation,
  observationKind,
  type StoredItem,
} from '#shared/expiry/learned.ts';

const bread: StoredItem = {
  productId: 'chleb',
  productName: 'chleb',
  categoryKey: 'bread/bread',
  location: 'pantry',
};
const chicken: StoredItem = {
  productId: 'filet-z-kurczaka',
  productName: 'filet z kurczaka',
  categoryKey: 'meat/poultry',
  location: 'fridge',
};

const gouda: StoredItem = {
  productId: 'gouda',
  productName: 'gouda',
  categoryKey: 'dairy/cheese',
  location: 'fridge',
};

function seen({ productId, productName, categoryKey, location }: StoredItem, ...days: number[]) {
  return days.map(
    (one): Observation => ({
      product: productId ?? productName,
      category: categoryKey,
      location,
      days: one,
    }),
  );
}

describe('what a household shows', () => {
  test('counts from three on, drawn towards the rule', () => {
    expect(learnedSpan(seen(bread, 7, 7), bread)).toBeNull();
    // The rule says two days and counts like two observations: (3 × 7 + 2 × 2) / 5.
    expect(learnedSpan(seen(bread, 7, 7, 7), bread)).toEqual({ days: 5, spreadDays: 0 });
    expect(learnedSpan(seen(bread, ...Array(10).fill(7)), bread)?.days).toBe(6);
  });

  test('is drawn towards what the rule says of packed goods, where these are packed', () => {
    const observed = seen(chicken, 8, 8, 8);
    // (3 × 8 + 2 × 2) / 5 for what the producer packed, (3 × 8 + 2 × 1) / 5 from the counter.
    expect(learnedSpan(observed, { ...chicken, packed: true })?.days).toBe(5);
    expect(learnedSpan(seen(gouda, 13, 13, 13), { ...gouda, packed: true })?.days).toBe(16);
    expect(learnedSpan(seen(gouda, 13, 13, 13), gouda)?.days).toBe(13);
  });

  test('is not moved by one odd date', () => {
    const usual = learnedSpan(seen(bread, 6, 7, 6, 7, 6), bread);
    const odd = learnedSpan(seen(bread, 6, 7, 6, 7, 300), bread);
    expect(Math.abs((odd?.days ?? 0) - (usual?.days ?? 0))).toBeLessThanOrEqual(1);
    expect(odd?.spreadDays).toBeLessThanOrEqual(2);
  });

  test('has a spread as wide as the dates are apart', () => {
    expect(learnedSpan(seen(bread, 2, 6, 10, 14, 18), bread)?.spreadDays).toBeGreaterThan(4);
  });

  test('is taken cautiously where the date is a use-by', () => {
    const days = [4, 8, 8, 8, 8];
    const cautious = learnedSpan(seen(chicken, ...days), chicken)?.days ?? 0;
    expect(cautious).toBeLessThan(8);
    expect(learnedSpan(seen(chicken, 3, 3, 9, 9), chicken)?.days).toBeLessThanOrEqual(3);
  });

  test('holds for its product before its category, and for its place alone', () => {
    const rye = { ...bread, productId: 'chleb-zytni', productName: 'chleb żytni' };
    const both = [...seen(bread, 5, 5, 5), ...seen(rye, 9, 9, 9)];
    expect(learnedSpan(both, bread)?.days).toBeLessThan(learnedSpan(both, rye)?.days ?? 0);
    const graham = { ...bread, productId: 'chleb-graham', productName: 'chleb graham' };
    expect(learnedSpan(both, graham)).not.toBeNull();
    expect(learnedSpan(both, { ...bread, location: 'fridge' })).toBeNull();
  });

  test('forgets what is long ago', () => {
    const dates = seen(bread, ...Array(12).fill(3), ...Array(50).fill(30));
    expect(learnedSpan(dates, bread)?.days).toBeLessThanOrEqual(3);
  });

  test('stands alone where there is no rule', () => {
    const own = {
      productId: null,
      productName: 'Zbędniok',
      categoryKey: null,
      location: 'fridge',
    } as const;
    const dates = seen({ ...own, productName: 'zbędniok' }, 6, 6, 6);
    expect(learnedSpan(dates, own)).toEqual({ days: 6, spreadDays: 0 });
  });
});

test.each([
  [{ kind: 'edit', redated: true }, 'corrected'],
  [{ kind: 'edit', redated: false }, null],
  [{ kind: 'waste', redated: false }, 'wasted'],
  [{ kind: 'waste', reason: 'Spleśniało', redated: false }, 'wasted'],
  [{ kind: 'waste', reason: 'nie smakowało', redated: false }, null],
  [{ kind: 'consume', redated: false }, null],
  [{ kind: 'undo', redated: true }, null],
])('the booking %o shows: %s', (booking, kind) => {
  expect(observationKind(booking)).toBe(kind);
});
