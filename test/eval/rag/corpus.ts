import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { messageLanguage } from '#shared/language/message-language.ts';
import type { Chunk } from '#shared/search-index/chunk-store.ts';

const Language = z.enum(['pl', 'en']);
const Question = z.object({
  id: z.string(),
  lang: Language,
  question: z.string(),
  answerable: z.boolean(),
  document: z.nullable(z.string()),
  quote: z.nullable(z.string()),
  kind: z.string(),
  other: z.optional(z.array(z.object({ document: z.string(), quote: z.string() }))),
});
export type EvalQuestion = z.infer<typeof Question>;

/** A passage of a written document, as the product keeps one. */
export interface EvalChunk extends Chunk {
  /** The name of its file. */
  readonly document: string;
}

/** Characters of a passage, into which whole sections are packed: some 500 tokens. */
const MAX_CHARACTERS = 1_400;

export function readQuestions(folder: string): EvalQuestion[] {
  const lines = readFileSync(join(folder, 'questions.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => Question.parse(JSON.parse(line)));
}

export function readChunks(folder: string, maxCharacters = MAX_CHARACTERS): EvalChunk[] {
  const documents = join(folder, 'documents');
  return readdirSync(documents)
    .sort()
    .flatMap((name) => chunksOf(name, readFileSync(join(documents, name), 'utf8'), maxCharacters));
}

function chunksOf(document: string, markdown: string, maxCharacters: number): EvalChunk[] {
  const language = messageLanguage(markdown) ?? 'pl';
  const [heading = '', ...rest] = markdown.split(/^(?=## )/m);
  const title = /^# (.*)/.exec(heading)?.[1] ?? document;
  const passages: { headings: string[]; text: string }[] = [];
  for (const section of [heading.replace(/^# .*\n/, ''), ...rest]) {
    const [, name] = /^## (.*)\n/.exec(section) ?? [];
    const text = section.replace(/^## .*\n/, '').trim();
    if (text === '') continue;
    const written = name === undefined ? text : `${name}\n\n${text}`;
    const last = passages.at(-1);
    if (last !== undefined && last.text.length + written.length <= maxCharacters) {
      last.text += `\n\n${written}`;
    } else passages.push({ headings: [title], text: written });
  }
  const documentId = idOf(document);
  return passages.map(({ headings, text }, at) => ({
    id: idOf(`${document} ${at}`),
    documentId,
    document,
    title,
    page: null,
    headings,
    text,
    language,
    addedAt: new Date(0),
  }));
}

/** A UUID that is the same each time. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
