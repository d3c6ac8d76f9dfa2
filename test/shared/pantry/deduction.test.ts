import { expect, test } from 'vitest';
import { type Need, planDeduction } from '#shared/pantry/deduction.ts';
import { FOR_COOKING, inFefoOrder } from '#shared/pantry/fefo.ts';
import type { LotRow } from '#shared/pantry/lot-row.ts';
import { exactly, toDecimal } from '#shared/quantities/rational.ts';

const TODAY = '2026-11-24';

function lot(id: string, quantity: string, more: Partial<LotRow> = {}): LotRow {
  return {
    id,
    product_key: 'mleko',
    product_name: 'Mleko',
    category: 'dairy/milk',
    quantity,
    unit: 'l',
    location: 'fridge',
    opened_at: null,
    expires_on: '2026-12-01',
    expires_kind: 'best-before',
    expires_source: 'rule',
    receipt_item_id: null,
    package_value: null,
    package_unit: null,
    thawed_days: null,
    frozen_limit_on: null,
    origin_lot_id: null,
    version: 1,
    added_at: new Date(0),
    ...more,
  };
}

const need = (value: string, unit = 'l'): Need => ({
  product: { id: 'mleko' },
  amount: { value: exactly(value), unit },
});

function plan(needs: readonly Need[], lots: readonly LotRow[]) {
  const { withdrawals, shortages } = planDeduction(
    needs,
    inFefoOrder(lots, TODAY),
    FOR_COOKING,
    TODAY,
  );
  return {
    taken: withdrawals.map(({ need, lotId, quantity, left }) => [need, lotId, quantity, left]),
    missing: shortages.map(({ need, missing, why }) => [need, toDecimal(missing.value), why]),
  };
}

test('a need takes what the ones before it have left', () => {
  const lots = [lot('a', '1'), lot('b', '1', { expires_on: '2026-12-09' })];
  expect(plan([need('0.75'), need('500', 'ml'), need('1')], lots)).toEqual({
    taken: [
      [0, 'a', '0.75', '0.25'],
      [1, 'a', '0.25', '0'],
      [1, 'b', '0.25', '0.75'],
      [2, 'b', '0.75', '0'],
    ],
    missing: [[2, '0.25', 'not-enough']],
  });
});

test('of one day the opened lot goes first, what never expires last', () => {
  const lots = [
    lot('never', '1', { expires_on: null, expires_kind: null }),
    lot('closed', '1'),
    lot('opened', '1', { opened_at: new Date(0) }),
  ];
  expect(plan([need('2.5')], lots).taken.map(([, id]) => id)).toEqual([
    'opened',
    'closed',
    'never',
  ]);
});

test('why something is missing: none of it, in no unit that converts, or past its use-by date', () => {
  const past = { expires_on: '2026-11-20', expires_kind: 'use-by' } as const;
  const pieces = { unit: 'szt', product_key: 'mleko' } as const;
  expect(plan([need('1')], []).missing).toEqual([[0, '1', 'none']]);
  expect(plan([need('1')], [lot('a', '0')]).missing).toEqual([[0, '1', 'none']]);
  expect(plan([need('1')], [lot('a', '3', pieces)]).missing).toEqual([[0, '1', 'not-comparable']]);
  expect(plan([need('1')], [lot('a', '9', past)])).toEqual({
    taken: [],
    missing: [[0, '1', 'past-use-by']],
  });
});
