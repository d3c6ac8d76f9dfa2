import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Day } from '#shared/schemas/day.ts';
import { wholeNumber } from '#shared/schemas/whole-number.ts';
import { words } from '#shared/schemas/words.ts';

test.each([
  '\u0014',
  '\u001b[',
  '\u200b',
  '\u202e\u2066',
  '\u3164',
  '\u2800 \u00a0',
  '\u0301',
  ' \t\n',
])('%j is no name: nothing of it is seen', (text) => {
  expect(z.safeParse(words(20), text).success).toBe(text === '\u001b[');
});

test.each(['ż', '7', '🥚', '👩‍👩‍👧', '%', '奶', 'حليب'])('%j is a name', (text) => {
  expect(z.parse(words(20), ` ${text} `)).toBe(text);
});

test.each(['', '0x2', '1e0', '1.5', ' 1', '１', '-1', '6', 'x', ['1', '2'], undefined])(
  '%j is no whole number from 0 to 5',
  (text) => {
    expect(z.safeParse(wholeNumber(0, 5), text).success).toBe(false);
  },
);

test('a whole number is read from its digits', () => {
  expect(['0', '5', '005'].map((text) => z.parse(wholeNumber(0, 5), text))).toEqual([0, 5, 5]);
});

test.each(['0000-01-01', '1999-12-31', '3000-01-01', '2026-02-30', '2026-1-1', ''])(
  '%j is no day',
  (text) => {
    expect(z.safeParse(Day, text).success).toBe(false);
  },
);
