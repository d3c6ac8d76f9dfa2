import { expect, test } from 'vitest';
import { marksAgree } from '#shared/safety/marks.ts';

test.each([
  ['mąki', 'mąka', 3],
  ['maki', 'mąka', 3],
  ['maśle', 'masło', 4],
  ['serową', 'ser', 5],
  ['mąką', 'mąka', 3],
  ['płocią', 'płoć', 4],
  ['źytni', 'żytni', 4],
  ['krów', 'krowa', 4],
])('%s may be a form of %s', (letters, lemma, stem) => {
  expect(marksAgree(letters, lemma, stem)).toBe(true);
});

test.each([
  ['rąk', 'rak', 3],
  ['beże', 'beza', 3],
  ['łodzie', 'lody', 3],
  ['śledzą', 'śledź', 5],
  ['winię', 'wino', 3],
  ['mącę', 'mąka', 3],
  ['sądzona', 'sadzone', 6],
  // Only the end of a stem softens.
  ['śola', 'sola', 3],
  ['śałata', 'sałata', 5],
  ['serowę', 'serowy', 5],
])('%s is no form of %s', (letters, lemma, stem) => {
  expect(marksAgree(letters, lemma, stem)).toBe(false);
});
