import { expect, test } from 'vitest';
import { sentencesOf } from '#shared/retrieval/sentences.ts';

const texts = (text: string) => sentencesOf(text).map((sentence) => sentence.text);

test('a sentence stands in the text exactly where it says', () => {
  const text = 'Mycie\n\nTackę myj codziennie. Filtr wymień po 3 mies.\n- kosz: raz w tygodniu\n';
  for (const { text: own, start } of sentencesOf(text)) {
    expect(text.slice(start, start + own.length)).toBe(own);
  }
  expect(sentencesOf(text).map(({ heading }) => heading)).toEqual(['Mycie', 'Mycie', 'Mycie']);
});

test('an abbreviation, a date and a decimal end no sentence', () => {
  expect(texts('Dodaj np. ocet, ok. 2.5 l. Odstaw do 24.11. na noc.')).toEqual([
    'Dodaj np. ocet, ok. 2.5 l.',
    'Odstaw do 24.11. na noc.',
  ]);
  expect(texts('1. Mięso zalej. Pyta J. Kowalski.')).toEqual([
    '1. Mięso zalej.',
    'Pyta J. Kowalski.',
  ]);
  expect(texts('Use approx. 2 oz. of e.g. Salt. Then stop.')).toHaveLength(2);
});

test('rows of tables and items of lists are sentences of their own, rules of tables are none', () => {
  expect(texts('| Kod | Opis |\n|---|---|\n| E02 | Brak wody |')).toEqual([
    '| Kod | Opis |',
    '| E02 | Brak wody |',
  ]);
  expect(texts('- sól\n- cukier')).toEqual(['- sól', '- cukier']);
});

test('a page without a full stop is cut between words', () => {
  const long = 'słowo '.repeat(400).trim();
  const cut = texts(long);
  expect(cut.length).toBeGreaterThan(3);
  expect(cut.join(' ')).toBe(long);
  expect(texts('x'.repeat(2_000)).join('')).toBe('x'.repeat(2_000));
});

test('nothing is no sentence', () => {
  expect(texts('')).toEqual([]);
  expect(texts('\n---\n***\n')).toEqual([]);
});
