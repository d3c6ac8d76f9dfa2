import { readFileSync } from 'node:fs';
import { Tokenizer } from '@huggingface/tokenizers';
import { KeptWhileUsed } from './kept-while-used.ts';
import { loadTextNetwork, MODELS, type Rows, type TextNetwork } from './text-network.ts';
import { VectorCache } from './vector-cache.ts';

/** What a person asks or says, or what is to be found: the model was trained on this difference. */
export type TextKind = 'query' | 'passage';

/** 384 numbers of length 1: two texts are as near as their dot product is large. */
export type SentenceVector = Float32Array;

export const DIMENSIONS = 384;
/** The most that the model reads; what is longer is cut off. */
export const MAX_TOKENS = 512;
/** Texts at once: more take memory and are no faster. */
const MAX_BATCH = 16;
const PADDING = 1;

interface Model {
  readonly tokenizer: Tokenizer;
  readonly network: TextNetwork;
}

const model = new KeptWhileUsed<Model>(
  async () => ({ tokenizer: loadTokenizer(), network: await loadTextNetwork('sentences') }),
  ({ network }) => network.release(),
);
const cache = new VectorCache(2_000);

/**
 * Vectors of sentences, Polish and English in one space, made in this process: multilingual-e5-small
 * (models/NOTICE.md). All capitals are read worse than normal ones. A question takes some 7 ms of
 * processor, loading half a second; what was asked before is not computed again.
 * @throws Error where the runtime has no binary for the platform
 */
export async function embed(
  texts: readonly string[],
  kind: TextKind,
): Promise<readonly SentenceVector[]> {
  const written = texts.map((text) => `${kind}: ${text}`);
  // Taken out first: what is put in below may push out what was known.
  const vectors = new Map<string, SentenceVector>();
  for (const text of written) {
    const known = cache.get(text);
    if (known !== undefined) vectors.set(text, known);
  }
  const unknown = [...new Set(written.filter((text) => !vectors.has(text)))];
  if (unknown.length > 0) {
    await model.use(async (loaded) => {
      for (let from = 0; from < unknown.length; from += MAX_BATCH) {
        const batch = unknown.slice(from, from + MAX_BATCH);
        const made = await vectorsOf(loaded, batch);
        for (const [at, vector] of made.entries()) vectors.set(batch[at] ?? '', vector);
      }
    });
  }
  return written.map((text) => {
    const vector = vectors.get(text);
    if (vector === undefined) throw new Error('a text has no vector');
    cache.set(text, vector);
    return vector;
  });
}

/** The numbers of a text's tokens, as the model is given them. */
export async function tokensOf(text: string, kind: TextKind): Promise<number[]> {
  return await model.use(async ({ tokenizer }) => numbersOf(tokenizer, `${kind}: ${text}`));
}

/** Gives the memory back at once. */
export async function forgetSentenceModel(): Promise<void> {
  await model.giveBack();
}

async function vectorsOf(
  { tokenizer, network }: Model,
  texts: readonly string[],
): Promise<SentenceVector[]> {
  const rows = texts.map((text) => numbersOf(tokenizer, text));
  const length = Math.max(...rows.map((row) => row.length));
  const filled = (each: (row: readonly number[], at: number) => number): Rows => ({
    data: BigInt64Array.from(
      rows.flatMap((row) => Array.from({ length }, (_, at) => BigInt(each(row, at)))),
    ),
    dims: [rows.length, length],
  });
  const inputs = {
    input_ids: filled((row, at) => row[at] ?? PADDING),
    attention_mask: filled((row, at) => (at < row.length ? 1 : 0)),
  };
  const numbers = await network.run(inputs, 'sentence_embedding');
  return rows.map((_, at) => numbers.slice(at * DIMENSIONS, (at + 1) * DIMENSIONS));
}

function numbersOf(tokenizer: Tokenizer, text: string): number[] {
  const { ids } = tokenizer.encode(text);
  const end = ids.at(-1);
  if (ids.length <= MAX_TOKENS || end === undefined) return ids;
  return [...ids.slice(0, MAX_TOKENS - 1), end];
}

function loadTokenizer(): Tokenizer {
  const read = (name: string): object =>
    JSON.parse(readFileSync(new URL(`sentences-${name}.json`, MODELS), 'utf8'));
  return new Tokenizer(read('tokenizer'), read('tokenizer-config'));
}
