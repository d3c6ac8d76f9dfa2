import { expect, test, vi } from 'vitest';
import { remembered } from '#shared/language/remembered.ts';

test('asks once for each of its questions, also where the answer is nothing', () => {
  const answer = vi.fn((word: string, whole: boolean) => (whole ? word.length : null));
  const length = remembered(10, answer);
  expect([length('jajko', true), length('jajko', false), length('jajko', true)]).toEqual([
    5,
    null,
    5,
  ]);
  expect(length('jajko', false)).toBeNull();
  expect(answer).toHaveBeenCalledTimes(2);
});

test('forgets all when there would be too many', () => {
  const answer = vi.fn((word: string) => word.length);
  const length = remembered(2, answer);
  for (const word of ['a', 'b', 'a', 'c', 'a']) length(word);
  expect(answer.mock.calls.flat()).toEqual(['a', 'b', 'c', 'a']);
});
