import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { makeChunks } from '#shared/documents/chunks/make-chunks.ts';
import { titleOf } from '#shared/documents/title.ts';
import { extractMarkdown } from '#shared/extraction/markdown.ts';
import type { Chunk } from '#shared/search-index/chunk-store.ts';

const Question = z.object({
  id: z.string(),
  lang: z.enum(['pl', 'en']),
  question: z.string(),
  answerable: z.boolean(),
  document: z.nullable(z.string()),
  quote: z.nullable(z.string()),
  kind: z.string(),
  /** What a question is about that no document answers. */
  near_document: z.optional(z.string()),
  other: z.optional(z.array(z.object({ document: z.string(), quote: z.string() }))),
});
export type EvalQuestion = z.infer<typeof Question>;

/** A passage of a written document, as the product makes one. */
export interface EvalChunk extends Chunk {
  /** The name of its file. */
  readonly document: string;
}

export function readQuestions(folder: string): EvalQuestion[] {
  const lines = readFileSync(join(folder, 'questions.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => Question.parse(JSON.parse(line)));
}

/** The documents of a set in threes: households that have just begun. */
export function smallHouseholds(folder: string): string[][] {
  const all = readdirSync(join(folder, 'documents')).sort();
  return Array.from({ length: Math.ceil(all.length / 3) }, (_, at) =>
    all.slice(at * 3, at * 3 + 3),
  );
}

export function readChunks(folder: string): EvalChunk[] {
  const documents = join(folder, 'documents');
  return readdirSync(documents)
    .sort()
    .flatMap((document) => {
      const extracted = extractMarkdown(readFileSync(join(documents, document)));
      const { chunks } = makeChunks(idOf(document), extracted);
      const title = titleOf(extracted, document);
      return chunks.map((chunk) => ({ ...chunk, document, title, addedAt: new Date(0) }));
    });
}

/** A UUID that is the same each time. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
