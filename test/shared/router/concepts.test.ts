import { expect, test } from 'vitest';
import { conceptsOf } from '#shared/router/concepts.ts';

test('inflected words have the concept of their stem', () => {
  expect(conceptsOf('kurczakiem', 'pl')).toContain('food');
  expect(conceptsOf('zuzylam', 'pl')).toContain('past-stock');
  expect(conceptsOf('potatoes', 'en')).toContain('food');
});

test('a word is read in the language of its message', () => {
  expect(conceptsOf('make', 'en')).toEqual(['cook-verb']);
  expect(conceptsOf('make', 'pl')).toEqual(['food']);
});

test('a slip of the keys is forgiven, but not in a word that is known as it stands', () => {
  expect(conceptsOf('pogdoa', 'pl')).toEqual(conceptsOf('pogoda', 'pl'));
  expect(conceptsOf('wether', 'en')).toContain('weather');
  expect(conceptsOf('paragom', 'pl')).toContain('receipt');
});

test('an unknown word is about nothing', () => {
  expect(conceptsOf('xyzzyxyzzy', 'pl')).toEqual([]);
  expect(conceptsOf('', 'en')).toEqual([]);
});
