import { expect, test } from 'vitest';
import { findChunks, type SearchedIndex } from '#shared/retrieval/find-chunks.ts';
import type { LanguageProfiles } from '#shared/retrieval/language-profile.ts';
import { standard, standardScore } from '#shared/retrieval/standard-score.ts';

/** An index that was told what each leg finds, by language. */
function index(legs: {
  lexical: Record<string, [string, number][]>;
  semantic: Record<string, [string, number][]>;
}): SearchedIndex {
  const rows = (hits: [string, number][] = []) =>
    hits.map(([chunkId, score]) => ({ id: `${chunkId}.1`, chunkId, score }));
  return {
    lexical: async (_, { language = '' }) => rows(legs.lexical[language]),
    semantic: async (_, { language = '' }) => rows(legs.semantic[language]),
  };
}

const axis = (...numbers: number[]) => Float32Array.from(numbers);
const vector = axis(1, 0);
/** Usual similarities: of Polish .9, of English .7. */
const profiles: LanguageProfiles = {
  pl: {
    chunks: 30,
    vectors: Array.from({ length: 100 }, (_, at) => axis(0.9 + (at % 5) / 500, 0)),
  },
  en: {
    chunks: 30,
    vectors: Array.from({ length: 100 }, (_, at) => axis(0.7 + (at % 5) / 500, 0)),
  },
};
const question = { text: 'ile cukru', language: 'pl' as const, vector };

test('what stands out in its own language comes before what is only usual in the language asked', async () => {
  const searched = {
    index: index({ lexical: {}, semantic: { pl: [['a', 0.905]], en: [['b', 0.78]] } }),
    profiles,
  };
  const found = await findChunks(question, searched, { k: 5 });
  expect(found.map(({ id }) => id)).toEqual(['b', 'a']);
});

test('says which legs found a chunk, and counts what only one of them found', async () => {
  const searched = {
    index: index({
      lexical: {
        pl: [
          ['both', 9],
          ['words', 5],
        ],
      },
      semantic: {
        pl: [
          ['both', 0.93],
          ['meaning', 0.92],
        ],
      },
    }),
    profiles,
  };
  const found = await findChunks(question, searched, { k: 5 });
  expect(found[0]).toMatchObject({ id: 'both', how: ['lexical', 'semantic'] });
  expect(Object.fromEntries(found.map(({ id, how }) => [id, how]))).toMatchObject({
    words: ['lexical'],
    meaning: ['semantic'],
  });
});

test('of a chunk its nearest sentence counts', async () => {
  const semantic = {
    pl: [
      ['a', 0.95],
      ['b', 0.93],
      ['a', 0.9],
    ] as [string, number][],
  };
  const searched = { index: index({ lexical: {}, semantic }), profiles };
  const found = await findChunks(question, searched, { k: 5 });
  expect(found.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('without a vector words search alone', async () => {
  const searched = { index: index({ lexical: { pl: [['a', 3]] }, semantic: {} }), profiles };
  const found = await findChunks({ ...question, vector: null }, searched, { k: 5 });
  expect(found).toMatchObject([{ id: 'a', how: ['lexical'], semantic: null }]);
});

test('few scores are drawn towards what is usual, many are not', () => {
  const prior = { mean: 0.8, deviation: 0.02 };
  expect(standard([], prior)).toEqual(prior);
  const many = standard(
    Array.from({ length: 1_000 }, (_, at) => at % 2),
    prior,
  );
  expect(many.mean).toBeCloseTo(0.5, 1);
  expect(standardScore(0.84, prior)).toBeCloseTo(2);
});
