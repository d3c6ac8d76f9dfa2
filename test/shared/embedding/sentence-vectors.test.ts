import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  DIMENSIONS,
  embed,
  forgetSentenceModel,
  MAX_TOKENS,
  type SentenceVector,
  tokensOf,
} from '#shared/embedding/sentence-vectors.ts';

afterAll(forgetSentenceModel);

/** What the model's own tokenizer and the uncut runtime gave. */
const EXAMPLES = z
  .array(
    z.object({
      kind: z.enum(['query', 'passage']),
      text: z.string(),
      tokens: z.array(z.int()),
      vector: z.array(z.number()),
    }),
  )
  .parse(JSON.parse(readFileSync('test/data/embedding/sentences.json', 'utf8')));

function near(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
    Array.from(a).reduce((sum, value, at) => sum + value * (b[at] ?? Number.NaN), 0);
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
}

async function vectorOf(text: string, kind: 'query' | 'passage'): Promise<SentenceVector> {
  const [vector] = await embed([text], kind);
  if (vector === undefined) throw new Error('no vector');
  return vector;
}

test.each(EXAMPLES)('$kind “$text” has the tokens and the vector of the model', async (one) => {
  expect(await tokensOf(one.text, one.kind)).toEqual(one.tokens);
  const vector = await vectorOf(one.text, one.kind);
  expect(vector).toHaveLength(DIMENSIONS);
  expect(near(vector, one.vector)).toBeGreaterThan(0.9999);
});

test('texts of many lengths in one batch get the vectors they have alone', async () => {
  const texts = Array.from(
    { length: 20 },
    (_, at) => `kasza ${'z grzybami '.repeat(at)}numer ${at}`,
  );
  const together = await embed(texts, 'passage');
  await forgetSentenceModel();
  for (const at of [0, 7, 15, 16, 19]) {
    const alone = await vectorOf(`${texts[at]} `, 'passage'); // one space more: not from the cache
    expect(near(alone, together[at] ?? [])).toBeGreaterThan(0.999);
  }
  expect(near(together[0] ?? [], together[19] ?? [])).toBeLessThan(0.99);
});

test('the same text twice is one text, and the same as a question is another', async () => {
  const [first, second] = await embed(['zupa z dyni', 'zupa z dyni'], 'query');
  expect(second).toBe(first);
  expect(near(await vectorOf('zupa z dyni', 'passage'), first ?? [])).toBeLessThan(0.9999);
});

test('a text of any length is read as far as the model reads', async () => {
  const long = 'Rosół gotuj powoli, dwie godziny. '.repeat(400);
  const tokens = await tokensOf(long, 'passage');
  expect([tokens.length, tokens[0], tokens.at(-1)]).toEqual([MAX_TOKENS, 0, 2]);
  expect(
    near(await vectorOf(long, 'passage'), await vectorOf(long.slice(0, 9_000), 'passage')),
  ).toBeGreaterThan(0.9999);
});

test('a sentence is nearer to one that says the same in the other language than to one that does not', async () => {
  const [polish, english, other] = await embed(
    ['ile mleka jest w lodówce?', 'how much milk is in the fridge?', 'jaka będzie jutro pogoda?'],
    'query',
  );
  expect(near(polish ?? [], english ?? [])).toBeGreaterThan(near(polish ?? [], other ?? []));
});

test('nothing is asked of nothing', async () => {
  expect(await embed([], 'query')).toEqual([]);
});
