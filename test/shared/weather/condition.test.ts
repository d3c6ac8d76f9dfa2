import { expect, test } from 'vitest';
import { describeCode, isKnownCode } from '#shared/weather/condition.ts';

// The codes that Open-Meteo's documentation lists.
const CODES = [0, 1, 2, 3, 45, 48, 51, 53, 55, 56, 57, 61, 63, 65, 66, 67, 71, 73, 75, 77];
const MORE = [80, 81, 82, 85, 86, 95, 96, 99];

test('every code of Open-Meteo has words in both languages, and no other has any', () => {
  const known = Array.from({ length: 120 }, (_, code) => code - 10).filter(isKnownCode);
  expect(known).toEqual([...CODES, ...MORE]);
  for (const code of known) {
    const { pl, en } = describeCode(code).words;
    expect([pl.length, en.length].every((length) => length > 2)).toBe(true);
  }
  expect(() => describeCode(42)).toThrow('no WMO code');
});
