import { describe, expect, test } from 'vitest';
import { addMonths, dateOf, dayIn, dayOfSomeYear, weekOf } from '#shared/dates/calendar.ts';
import { findDates } from '#shared/dates/find-dates.ts';
import table from './data/dates.json' with { type: 'json' };

/** A Tuesday. */
const TODAY = '2026-11-24';

const said = (text: string, language: 'pl' | 'en', today = TODAY) =>
  findDates(text, language, today)
    .map(({ from, to, bound }) => {
      if (bound === 'until') return `..${to}`;
      if (bound === 'since') return `${from}..`;
      return from === to ? from : `${from}..${to}`;
    })
    .join(' ');

test('the table has the documented length', () => {
  expect(Object.keys(table.pl).length + Object.keys(table.en).length).toBeGreaterThanOrEqual(120);
});

describe('Polish', () => {
  test.each(Object.entries(table.pl))('%s', (text, days) => {
    expect(said(text, 'pl')).toBe(days);
  });

  test.each(Object.entries(table.pl))('%s, without diacritics and in capitals', (text, days) => {
    const bare = text.toUpperCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Ł', 'L');
    expect(said(bare, 'pl')).toBe(days);
  });
});

describe('English', () => {
  test.each(Object.entries(table.en))('%s', (text, days) => {
    expect(said(text, 'en')).toBe(days);
  });
});

test.each([
  ['w piątek', '2026-11-27', '2026-12-04'],
  ['w ten weekend', '2026-11-29', '2026-11-28..2026-11-29'],
  ['do końca tygodnia', '2026-11-29', '..2026-11-29'],
  ['za miesiąc', '2026-01-31', '2026-02-28'],
  ['w przyszłym miesiącu', '2026-12-15', '2027-01-01..2027-01-31'],
  ['1 stycznia', '2026-12-30', '2027-01-01'],
  ['30 grudnia', '2027-01-02', '2026-12-30'],
  ['29.02.2028', '2026-11-24', '2028-02-29'],
])('%s, said on %s, is %s', (text, today, days) => {
  expect(said(text, 'pl', today)).toBe(days);
});

test.each([
  ['7 IX piekę', 'pl', '2027-09-07'],
  ['2 I 2027', 'pl', '2027-01-02'],
  ['KUP 2 I 3 JAJKA', 'pl', ''],
  ['25 i 27 lipca', 'pl', '2027-07-25 2027-07-27'],
  ['między 25 a 27 lipca', 'pl', '2027-07-25..2027-07-27'],
  ['26 or 27 July', 'en', '2027-07-26 2027-07-27'],
  ['July 3rd and 5th', 'en', '2027-07-03 2027-07-05'],
  ['w 2025 roku', 'pl', '2025-01-01..2025-12-31'],
  ['in 2025 we were well', 'en', '2025-01-01..2025-12-31'],
  ['in 2000 ml', 'en', ''],
  ['a fortnight from today', 'en', '2026-12-08'],
  ['od śr. do pt.', 'pl', '2026-11-25..2026-11-27'],
  ['przepis pt. „Zupa”', 'pl', ''],
  ['Wed is sorted', 'en', '2026-11-25'],
  ['I sat in the sun', 'en', ''],
  ['Ola peeled the beets on Sunday, is that fine?', 'en', '2026-11-22'],
  ['buy smoked haddock on Sunday', 'en', '2026-11-29'],
  ['what is left for Sunday', 'en', '2026-11-29'],
  ['przepis na niedzielny obiad', 'pl', ''],
  ['niedzielny obiad', 'pl', '2026-11-29'],
  ['a Sunday roast', 'en', ''],
] as const)('%s', (text, language, days) => {
  expect(said(text, language)).toBe(days);
});

test('an end alone begins today, but not where something keeps until then', () => {
  const from = (text: string) => findDates(text, 'pl', TODAY).map((one) => one.from);
  expect(from('do piątku zjemy ser')).toEqual([TODAY]);
  expect(from('kurczak ważny do piątku, ser do soboty')).toEqual(['2026-11-27', '2026-11-28']);
  expect(from('do wczoraj')).toEqual(['2026-11-23']);
});

test('the words that said it are kept with their place', () => {
  const text = 'Zaplanuj obiady od jutra do niedzieli, a zakupy w sobotę.';
  expect(
    findDates(text, 'pl', TODAY).map((one) => [one.text, text.slice(one.at).startsWith(one.text)]),
  ).toEqual([
    ['od jutra do niedzieli', true],
    ['w sobotę', true],
  ]);
});

test('today is a day of the household’s zone', () => {
  const halfPastEleven = new Date('2026-11-24T23:30:00Z');
  expect(dayIn('Europe/Warsaw', halfPastEleven)).toBe('2026-11-25');
  expect(dayIn('America/New_York', halfPastEleven)).toBe('2026-11-24');
});

test('days that do not exist are none', () => {
  expect([dateOf(2026, 2, 29), dateOf(2026, 13, 1), dateOf(2026, 4, 31)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(addMonths('2026-12-31', 2)).toBe('2027-02-28');
  expect(dayOfSomeYear('2026-11-24', 2, 29, false)).toBe('2028-02-29');
  expect(dayOfSomeYear('2026-11-24', 2, 30, false)).toBeUndefined();
  expect(weekOf('2026-11-29', 0)).toEqual({ from: '2026-11-23', to: '2026-11-29' });
});
