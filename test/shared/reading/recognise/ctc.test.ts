import { expect, test } from 'vitest';
import { decode } from '#shared/reading/recognise/ctc.ts';

const CHARACTERS = ['', 'a', 'b', ' '];

/** Steps of probabilities; `.` is the blank. */
function steps(path: string, probability = 0.8) {
  const data = new Float32Array(path.length * CHARACTERS.length).fill(0.05);
  [...path].forEach((character, step) => {
    const which = character === '.' ? 0 : CHARACTERS.indexOf(character);
    data[step * CHARACTERS.length + which] = probability;
  });
  return { data, count: path.length, filled: 1 };
}
const read = (path: string) =>
  decode(steps(path), CHARACTERS)
    .map(({ text }) => text)
    .join('');

test('a run of one character is that character once', () => {
  expect(read('.aaa.bb.')).toBe('ab');
});

test('a blank parts two of the same', () => {
  expect(read('aa.a')).toBe('aa');
});

test('a line of blanks is empty', () => {
  expect(read('....')).toBe('');
});

test('a character knows how sure it is and where it stands', () => {
  const [only] = decode(steps('..bb'), CHARACTERS);
  expect(only?.confidence).toBeCloseTo(0.8);
  expect(only?.at).toBeCloseTo(0.75);
});

test('padding does not move characters', () => {
  const [only] = decode({ ...steps('.b..'), filled: 0.5 }, CHARACTERS);
  expect(only?.at).toBeCloseTo(0.75);
});
