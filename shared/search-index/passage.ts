import { createHash } from 'node:crypto';
import { type Sentence, sentencesOf } from '#shared/retrieval/sentences.ts';
import { termsOf } from '#shared/retrieval/terms.ts';
import { type IndexRow, rowId } from '#shared/vector-store/index-row.ts';
import type { Chunk } from './chunk-store.ts';

/** What of a chunk is embedded: each sentence with what it stands under, without which it says little. */
export function sentenceTexts({ title, headings, text }: Chunk): string[] {
  return sentencesOf(text).map((sentence) => withContext(sentence, title, headings));
}

function withContext(
  { text, heading }: Sentence,
  title: string,
  headings: readonly string[],
): string {
  const nearest = heading === '' ? (headings.at(-1) ?? '') : heading;
  return [...new Set([title, nearest, text])].filter((part) => part !== '').join('. ');
}

/** The same texts have the same hash. */
export function passageHash(chunk: Chunk): string {
  return createHash('sha256').update(sentenceTexts(chunk).join('\0')).digest('hex');
}

/** The rows of a chunk: itself by its words, and, once there are vectors, its sentences. */
export function rowsOf(chunk: Chunk, vectors: readonly Float32Array[]): IndexRow[] {
  const { id, documentId, language, title, headings, text } = chunk;
  const of = { chunkId: id, documentId, language };
  const words = termsOf([title, ...headings, text].join('\n')).join(' ');
  return [
    { ...of, id: rowId(id, 0), terms: words, vector: null },
    ...vectors.map((vector, at) => ({ ...of, id: rowId(id, at + 1), terms: '', vector })),
  ];
}
