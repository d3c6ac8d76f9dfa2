import { expect, test } from 'vitest';
import { periodOf } from '#shared/insights/period.ts';

test.each([
  [
    'twelve months that end today, the first of them whole',
    '2026-11-24',
    {},
    '2025-12-01',
    '2026-11-24',
  ],
  ['over a year in January', '2026-01-31', {}, '2025-02-01', '2026-01-31'],
  ['within the year in December', '2026-12-01', {}, '2026-01-01', '2026-12-01'],
  [
    'twelve months up to the asked day',
    '2026-11-24',
    { to: '2024-02-29' },
    '2023-03-01',
    '2024-02-29',
  ],
  [
    'from the asked day until today',
    '2026-11-24',
    { from: '2020-05-05' },
    '2020-05-05',
    '2026-11-24',
  ],
  [
    'the asked days',
    '2026-11-24',
    { from: '2026-01-01', to: '2026-01-01' },
    '2026-01-01',
    '2026-01-01',
  ],
  ['never before the first year', '2026-11-24', { to: '0001-05-09' }, '0001-01-01', '0001-05-09'],
])('%s', (_, today, asked, from, to) => {
  expect(periodOf(today, asked)).toEqual({ from, to });
});

test('a period that ends before it begins is refused', () => {
  expect(() => periodOf('2026-11-24', { from: '2026-11-25' })).toThrow(
    expect.objectContaining({ kind: 'unprocessable', code: 'invalid-period' }),
  );
});
