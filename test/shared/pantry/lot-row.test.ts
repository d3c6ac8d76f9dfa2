import { expect, test } from 'vitest';
import { type LotRow, showLot, stateOf } from '#shared/pantry/lot-row.ts';
import { foundLot } from '#shared/pantry/lot-store.ts';

const row: LotRow = {
  id: '01890000-0000-7000-8000-000000000001',
  product_key: 'mleko',
  product_name: 'Mleko',
  category: 'dairy/milk',
  quantity: '1.500',
  unit: 'l',
  location: 'fridge',
  opened_at: null,
  expires_on: '2026-11-20',
  expires_kind: 'use-by',
  expires_source: 'printed',
  receipt_item_id: null,
  package_value: '0.500',
  package_unit: 'l',
  thawed_days: null,
  frozen_limit_on: null,
  origin_lot_id: null,
  version: 1,
  added_at: new Date('2026-11-10T08:00:00Z'),
};

test('a lot is shown with its date and its package, numbers without needless zeros', () => {
  expect(showLot(row)).toMatchObject({
    quantity: { value: '1.5', unit: 'l' },
    expires: { date: '2026-11-20', kind: 'use-by', source: 'printed' },
    package: { value: '0.5', unit: 'l' },
    openedAt: null,
    addedAt: '2026-11-10T08:00:00.000Z',
  });
});

test.each(['expires_on', 'expires_kind', 'expires_source'])(
  'without %s it has no expiry',
  (field) => {
    expect(showLot({ ...row, [field]: null }).expires).toBeNull();
  },
);

test.each(['package_value', 'package_unit'])('without %s it has no package', (field) => {
  expect(showLot({ ...row, [field]: null }).package).toBeNull();
});

test('its date means something only together with its kind', () => {
  expect(stateOf(row, '2026-11-21')).toEqual({ daysLeft: -1, severity: 'do-not-eat' });
  expect(stateOf({ ...row, expires_on: null }, '2026-11-21')).toBeNull();
  expect(stateOf({ ...row, expires_kind: null }, '2026-11-21')).toBeNull();
});

test('no row is no lot', () => {
  expect(foundLot([row])).toBe(row);
  expect(() => foundLot([])).toThrow(expect.objectContaining({ code: 'not-found' }));
});
