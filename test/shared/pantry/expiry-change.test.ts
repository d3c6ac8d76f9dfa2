import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/expiry/plain-date.ts';
import {
  expiryAfterMove,
  expiryAfterOpening,
  type StoredLot,
} from '#shared/pantry/expiry-change.ts';

const BOUGHT = '2026-11-01';

function chicken(change: Partial<StoredLot> = {}): StoredLot {
  return {
    product_key: 'filet-z-kurczaka',
    product_name: 'X',
    category: 'meat/poultry',
    package_value: null,
    location: 'fridge',
    opened_at: null,
    expires_on: '2026-11-04',
    expires_kind: 'use-by',
    expires_source: 'printed',
    thawed_days: null,
    frozen_limit_on: null,
    ...change,
  };
}

const movedTo = (lot: StoredLot, to: StoredLot['location'], day: string): StoredLot => ({
  ...lot,
  ...expiryAfterMove(lot, to, day),
});

describe('the freezer stops the clock', () => {
  test('what goes in keeps longer, what comes out has the days it had left', () => {
    const frozen = movedTo(chicken(), 'freezer', '2026-11-02');
    expect(frozen.expires_on).toBe('2027-07-30'); // 270 days
    const thawed = movedTo(frozen, 'fridge', '2026-12-24');
    // Two days were left; a day is what the rule gives fresh poultry in a fridge.
    expect(thawed.expires_on).toBe('2026-12-25');
  });

  test('freezing again ends with the span of the first time', () => {
    const frozen = movedTo(chicken(), 'freezer', '2026-11-02');
    const again = movedTo(movedTo(frozen, 'fridge', '2026-12-24'), 'freezer', '2026-12-24');
    expect(again.expires_on).toBe(frozen.expires_on);
  });

  test('what has expired stays expired everywhere', () => {
    const old = chicken({ expires_on: '2026-10-30' });
    const frozen = movedTo(old, 'freezer', BOUGHT);
    expect(frozen.expires_on).toBe('2026-10-30');
    expect(movedTo(frozen, 'fridge', BOUGHT).expires_on).toBe('2026-10-30');
  });

  test('what was opened in the freezer keeps as opened goods do, once it is out', () => {
    const frozen = movedTo(chicken(), 'freezer', BOUGHT);
    const open = { ...frozen, opened_at: new Date(), ...expiryAfterOpening(frozen, BOUGHT) };
    expect(open.expires_on).toBe(frozen.expires_on);
    expect(movedTo(open, 'fridge', '2026-12-01').expires_on).toBe('2026-12-02');
  });

  test('cans keep longer outside and lose nothing by being frozen', () => {
    const can = chicken({ product_key: null, category: 'jars/canned', expires_on: '2029-01-01' });
    const frozen = movedTo({ ...can, location: 'pantry' }, 'freezer', BOUGHT);
    expect(frozen.expires_on).toBe('2029-01-01');
  });
});

const step = fc.record({
  wait: fc.integer({ min: 0, max: 40 }),
  to: fc.constantFrom('pantry' as const, 'fridge' as const, 'freezer' as const, 'open' as const),
});
const food = fc.constantFrom(
  'meat/poultry',
  'dairy/milk',
  'bread/bread',
  'jars/canned',
  'frozen/frozen',
  null,
);

test('no way to and fro makes food fresher than the days it spent frozen', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 12 }),
      food,
      fc.integer({ min: -5, max: 30 }),
      (steps, category, days) => {
        const start = addDays(BOUGHT, days);
        let lot = chicken({ product_key: null, category, expires_on: start });
        let [day, frozenDays] = [BOUGHT, 0];
        let firstFrozen: string | null = null;
        for (const { wait, to } of steps) {
          day = addDays(day, wait);
          if (lot.location === 'freezer') frozenDays += wait;
          const before = lot;
          if (to === 'open')
            lot = { ...lot, opened_at: new Date(), ...expiryAfterOpening(lot, day) };
          else lot = movedTo(lot, to, day);
          if (lot.location === 'freezer') {
            firstFrozen ??= lot.expires_on;
            expect(`${lot.expires_on}` <= `${firstFrozen}`).toBe(true);
          } else {
            expect(`${lot.expires_on}` <= addDays(start, frozenDays)).toBe(true);
          }
          // Whatever has expired is never made good again.
          if (`${before.expires_on}` < day)
            expect(`${lot.expires_on}` <= `${before.expires_on}`).toBe(true);
        }
      },
    ),
    { numRuns: 2000 },
  );
});
