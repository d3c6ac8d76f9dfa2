import { expect, test } from 'vitest';
import type { Character } from '#shared/reading/model/character.ts';
import { vote } from '#shared/reading/vote/vote.ts';

/** Characters spread evenly; `_` is a place where this reader saw nothing. */
function line(text: string, confidence = 0.9): Character[] {
  const all = [...text];
  return all.flatMap((character, index) =>
    character === '_' ? [] : [{ text: character, confidence, at: (index + 0.5) / all.length }],
  );
}
const text = (characters: readonly Character[]) => characters.map((one) => one.text).join('');

test('a character one reader overlooked is kept', () => {
  expect(text(vote([line('4_99'), line('4,99')]))).toBe('4,99');
});

test('of two different characters the surer one stays', () => {
  expect(text(vote([line('30.008', 0.6), line('30.00B', 0.9)]))).toBe('30.00B');
});

test('a diacritic is taken from the reader that saw it', () => {
  expect(text(vote([line('OGORKI'), line('OGORKI'), line('OGÓRKI')]))).toBe('OGÓRKI');
});

test('a third decides between two', () => {
  expect(text(vote([line('8OK'), line('BOK'), line('BOK')]))).toBe('BOK');
  expect(text(vote([line('4,99'), line('4,99'), line('4__9')]))).toBe('4,99');
});

test('a character that only one of three readers saw is left out', () => {
  expect(text(vote([line('4,99'), line('4,99'), line('4,9.9')]))).toBe('4,99');
  expect(text(vote([line('4,9.9'), line('4,99'), line('4,99')]))).toBe('4,99');
});

test('having seen nothing weighs 0.6 of a reader who is sure', () => {
  const against = (missing: number, confidence: number) =>
    text(
      vote([
        [...line('ab_c', 0.9), ...line('__x_', confidence)].sort((a, b) => a.at - b.at),
        ...Array.from({ length: missing }, () => line('ab_c')),
      ]),
    );
  // One that saw it outweighs one that did not, unless it is not sure itself.
  expect(against(1, 0.61)).toBe('abxc');
  expect(against(1, 0.59)).toBe('abc');
  // Two that saw nothing outweigh one that is sure.
  expect(against(2, 1)).toBe('abc');
});

test('two readers that are half sure outweigh one that saw nothing', () => {
  const half = [...line('a_', 0.9), ...line('_x', 0.4)];
  expect(text(vote([half, half, line('a_')]))).toBe('ax');
});

test('a reader that saw nothing at all has no say', () => {
  expect(text(vote([[], line('SUMA')]))).toBe('SUMA');
  expect(vote([[], []])).toEqual([]);
});

test('repeated characters keep their number', () => {
  expect(text(vote([line('10000,00'), line('10000,00')]))).toBe('10000,00');
});

test('a long beginning that one reader missed ends, and is kept', () => {
  // Sums of a cost that binary fractions do not hold must not decide where the way back goes.
  for (let length = 1; length < 40; length++) {
    const long = line(`${'x'.repeat(length)}99`);
    expect(text(vote([long, long.slice(-2)]))).toBe(text(long));
    expect(text(vote([long.slice(-2), long]))).toBe(text(long));
  }
});
