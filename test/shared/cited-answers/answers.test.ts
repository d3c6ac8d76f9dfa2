import { expect, test } from 'vitest';
import { answerFrom } from '#shared/cited-answers/answer-question.ts';
import { answerText } from '#shared/cited-answers/answer-text.ts';
import { askedFor, givesAsked } from '#shared/cited-answers/asked-for.ts';
import { contradicting } from '#shared/cited-answers/conflicting.ts';
import { coverageOf } from '#shared/cited-answers/coverage.ts';
import type { Candidate } from '#shared/cited-answers/evidence.ts';
import { askedWords, isForm } from '#shared/cited-answers/word-match.ts';
import { foldedWords } from '#shared/language/fold.ts';

const has = (question: string, text: string, language: 'pl' | 'en') => {
  const words = foldedWords(text);
  return askedWords(question, 'pl').map((one) => words.some((word) => isForm(one, word, language)));
};

test('a word is found in other forms, and in the other language', () => {
  expect(has('lodówka', 'w lodowce trzymaj', 'pl')).toEqual([true]);
  expect(has('zamrażarka', 'keep it in the freezer', 'en')).toEqual([true]);
  expect(has('indyk', 'kurczak rozmraża', 'pl')).toEqual([false]);
});

test('short words are found in other forms, and are not taken for others', () => {
  expect(has('octem', 'octu nie używaj', 'pl')).toEqual([true]);
  expect(has('kot', 'mleka kotu nie dawać', 'pl')).toEqual([true]);
  expect(has('kot', 'kotlet z patelni', 'pl')).toEqual([false]);
});

test('a food is found by its own name in the other language, not by that of another food', () => {
  expect(has('łosoś', 'salmon twice a week', 'en')).toEqual([true]);
  expect(has('łosoś', 'cod and herring', 'en')).toEqual([false]);
});

test.each([
  ['Ile kosztuje naprawa?', ['price'], 'Naprawa: 120 zł.', 'Naprawa trwa 14 dni.'],
  ['how long does rice keep', ['duration'], 'Rice keeps for one day.', 'Rice costs £2.'],
  ['jaka temperatura do zielonej herbaty', ['temperature'], 'zielona | 80 °C', 'zielona 80 g'],
  ['ile waży płyta', ['weight'], 'Masa 12,5 kg', 'Płyta ma cztery pola.'],
] as const)('%s is answered where %s is given', (question, kinds, giving, other) => {
  const asked = askedFor(question);
  expect(asked.kinds).toEqual(kinds);
  expect(givesAsked(giving, asked)).toBe(1);
  expect(givesAsked(other, asked)).toBe(-1);
});

test('of what nothing certain is asked, nothing is expected', () => {
  expect(givesAsked('Pieni się.', askedFor('dlaczego pieni się mleko'))).toBe(0);
});

test('words of a title count for the sentences below it, and what stands nowhere is missed', () => {
  const candidate = (text: string, context: string, documentId: string): Candidate => ({
    text,
    context,
    documentId,
    chunkId: documentId,
    language: 'pl',
    semantic: null,
    chunkScore: 1,
  });
  const [kettle, , oven] = coverageOf(
    [
      candidate('Odkamieniaj co miesiąc.', 'Czajnik Iskra', 'a'),
      candidate('Mieści 1,7 litra.', 'Czajnik Iskra', 'a'),
      candidate('Piecz godzinę.', 'Piekarnik Halden', 'b'),
    ],
    askedWords('odkamienianie iskra głośność', 'pl'),
  );
  expect(kettle?.context).toBeCloseTo(0.603, 2);
  expect(oven?.context).toBe(0);
  expect(kettle?.own).toBeLessThan(kettle?.context ?? 0);
  expect(kettle?.missingEverywhere).toBeCloseTo(0.397, 2);
});

function sentence(text: string, documentId: string, probability: number) {
  const candidate = { chunkId: text, documentId, text, context: '', chunkScore: 1 };
  const coverage = {
    own: 1,
    near: 1,
    context: 1,
    passage: 1,
    rarestMissing: 0,
    missingEverywhere: 0,
  };
  const of = { coverage, given: 0 as const, figures: [] };
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
