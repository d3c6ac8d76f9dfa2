import { expect, test } from 'vitest';
import { answerFrom } from '#shared/cited-answers/answer-question.ts';
import { answerText } from '#shared/cited-answers/answer-text.ts';
import { askedFor } from '#shared/cited-answers/asked-for.ts';
import { contradicting } from '#shared/cited-answers/conflicting.ts';
import { askedWords, gramsOfWords, hasWord } from '#shared/cited-answers/word-match.ts';

const has = (question: string, text: string, language: 'pl' | 'en') => {
  const words = gramsOfWords(text.toLowerCase().split(' '));
  return askedWords(question, 'pl').map((word) => hasWord(word, words, language));
};

test('a word is found in other forms, and in the other language', () => {
  expect(has('lodówka', 'w lodowce trzymaj', 'pl')).toEqual([true]);
  expect(has('zamrażarka', 'keep it in the freezer', 'en')).toEqual([true]);
  expect(has('indyk', 'kurczak rozmraża', 'pl')).toEqual([false]);
});

test.each([
  ['Ile kosztuje naprawa?', 'number'],
  ['how long does rice keep', 'number'],
  ['Kiedy kończy się gwarancja?', 'date'],
  ['dlaczego pieni się mleko', 'reason'],
] as const)('%s asks for a %s', (question, kind) => {
  expect(askedFor(question)[kind]).toBe(true);
});

function sentence(text: string, documentId: string, probability: number) {
  const candidate = { chunkId: text, documentId, text, context: '', chunkScore: 1 };
  const of = { own: 1, withContext: 1, figures: [] };
  return { ...of, probability, candidate: { ...candidate, language: 'pl' as const, semantic: 1 } };
}

test('another document with other numbers contradicts, the same document or number does not', () => {
  const best = sentence('Ryż trzymaj 2 dni.', 'a', 0.8);
  const other = sentence('Rice keeps for 1 day.', 'b', 0.6);
  expect(contradicting(best, [other])).toBe(other);
  expect(contradicting(best, [sentence('Rice keeps 2 days.', 'b', 0.6)])).toBeUndefined();
  expect(contradicting(best, [sentence('Ryż 5 dni.', 'a', 0.6)])).toBeUndefined();
  expect(contradicting(best, [sentence('Rice keeps for 1 day.', 'b', 0.2)])).toBeUndefined();
  expect(contradicting(sentence('Ryż trzymaj krótko.', 'a', 0.8), [other])).toBeUndefined();
});

test('contradicting sources are named with page and date, in the language of the answer', () => {
  const cited = {
    text: '| Ryż | **2 dni** |',
    chunkId: 'c',
    documentId: 'a',
    title: 'Ulotka',
    page: 4,
    language: 'pl' as const,
    addedAt: new Date('2026-03-01T10:00:00Z'),
  };
  expect(answerText([cited], { locale: 'pl', conflicting: true })).toBe(
    'Dokumenty mówią o tym różne rzeczy:\nRyż · 2 dni (Ulotka, s. 4, dodano 2026-03-01)',
  );
  expect(answerText([cited], { locale: 'en', conflicting: false })).toBe(
    'Ryż · 2 dni (Ulotka, p. 4)',
  );
});

test('without passages there is no answer, and no passages are promised', async () => {
  const found = { passages: [], vector: null, dataset: null, profiles: null };
  const asked = { question: 'ile cukru', language: 'pl' as const, locale: 'pl' as const };
  expect(await answerFrom(asked, found)).toEqual({
    answered: false,
    text: 'W Twoich dokumentach nie ma odpowiedzi na to pytanie.',
  });
});
