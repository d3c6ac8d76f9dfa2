import { expect, test } from 'vitest';
import { contentWords, termsOf } from '#shared/retrieval/terms.ts';
import { translateWords } from '#shared/retrieval/translate-words.ts';

test('forms of a word share most of their terms, with or without marks', () => {
  expect(termsOf('Mleka')).toEqual(['_mle', 'mlek', 'leka', 'eka_']);
  const shared = termsOf('zamrażarce').filter((term) => termsOf('zamrazarka').includes(term));
  expect(shared.length).toBeGreaterThanOrEqual(6);
  expect(termsOf('3 l')).toEqual(['_3_', '_l_']);
});

test('words that only ask are left out, unless nothing else was asked', () => {
  expect(contentWords('Jak często należy odkamieniać ekspres?')).toEqual([
    'czesto',
    'odkamieniac',
    'ekspres',
  ]);
  expect(contentWords('co to jest')).toEqual(['co', 'to', 'jest']);
});

test('a word of a kitchen has its words in the other language, in any form', () => {
  expect(translateWords('w zamrażarce', 'pl')).toContain('freezer');
  expect(translateWords('how to descale', 'en')).toContain('odkamienic');
  expect(translateWords('ile jajek', 'pl')).toContain('eggs');
  expect(translateWords('Kowalski', 'pl')).toEqual([]);
});
