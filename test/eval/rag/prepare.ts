import { candidatesOf } from '#shared/cited-answers/answer-question.ts';
import type { Candidate } from '#shared/cited-answers/evidence.ts';
import {
  FUSION,
  type FusionWeights,
  findChunks,
  type RankedChunk,
  type SearchedIndex,
} from '#shared/retrieval/find-chunks.ts';
import { languageProfiles } from '#shared/retrieval/language-profile.ts';
import type { PassageEmbedder } from '#shared/search-index/index-writer.ts';
import { rowsOf, sentenceTexts } from '#shared/search-index/passage.ts';
import type { Dataset } from '#shared/vector-store/dataset-store.ts';
import { VectorStore } from '#shared/vector-store/vector-store.ts';
import { type EvalChunk, type EvalQuestion, readChunks, readQuestions } from './corpus.ts';

/** Passages that are looked through for an answer, as the product does. */
const READ = 6;
/** How deep a rank is looked for. */
const DEEPEST = 20;

export type Legs = 'both' | 'lexical' | 'semantic';

/** A written set, indexed as the product would. */
export interface PreparedSet {
  readonly questions: readonly EvalQuestion[];
  readonly chunks: ReadonlyMap<string, EvalChunk>;
  /** Ranked passages of a question, by one leg or both. */
  rank(question: EvalQuestion, legs?: Legs, weights?: FusionWeights): Promise<RankedChunk[]>;
  /** The sentences that may answer it. */
  candidates(question: EvalQuestion): Promise<Candidate[]>;
}

/** @param documents those of a smaller household, with the questions about them; all where none are named */
export async function prepareSet(
  folder: string,
  directory: string,
  { model, embed }: PassageEmbedder,
  documents?: readonly string[],
): Promise<PreparedSet> {
  const questions = readQuestions(folder).filter((one) => isOf(one, documents));
  const own = readChunks(folder).filter(({ document }) => documents?.includes(document) ?? true);
  const chunks = new Map(own.map((chunk) => [chunk.id, chunk]));
  const texts = [...new Set([...chunks.values()].flatMap(sentenceTexts))];
  texts.sort((one, other) => one.length - other.length);
  const vectors = await vectorsOf(texts, (some) => embed(some, 'passage'));
  const asked = await vectorsOf(
    questions.map(({ question }) => question),
    (some) => embed(some, 'query'),
  );
  const store = new VectorStore(() => ({ uri: directory }));
  const dataset = await store.create(`eval.${model.name}.${model.dimensions}.1`, model.dimensions);
  await dataset.upsert(
    [...chunks.values()].flatMap((chunk) =>
      rowsOf(
        chunk,
        sentenceTexts(chunk).map((text) => found(vectors, text)),
      ),
    ),
  );
  await dataset.createIndexes();
  const profiles = await languageProfiles(dataset);
  const rank = async (question: EvalQuestion, legs: Legs = 'both', weights = FUSION) =>
    await findChunks(
      {
        text: question.question,
        language: question.lang,
        vector: legs === 'lexical' ? null : found(asked, question.question),
      },
      { index: legs === 'semantic' ? withoutWords(dataset) : dataset, profiles },
      { k: DEEPEST },
      weights,
    );
  return {
    questions,
    chunks,
    rank,
    candidates: async (question) => {
      const passages = (await rank(question)).slice(0, READ).map((passage) => ({
        ...passage,
        chunk: found(chunks, passage.id),
      }));
      const vector = found(asked, question.question);
      return await candidatesOf({ passages, vector, dataset, profiles });
    },
  };
}

function isOf({ document, near_document: near }: EvalQuestion, documents?: readonly string[]) {
  const about = document ?? near;
  return documents === undefined || (about !== undefined && documents.includes(about));
}

function withoutWords(dataset: Dataset): SearchedIndex {
  return {
    lexical: async () => [],
    semantic: (...asked) => dataset.semantic(...asked),
  };
}

async function vectorsOf(
  texts: readonly string[],
  embed: (texts: readonly string[]) => Promise<readonly Float32Array[]>,
): Promise<ReadonlyMap<string, Float32Array>> {
  const made = await embed(texts);
  return new Map(texts.flatMap((text, at) => (made[at] ? [[text, made[at]] as const] : [])));
}

function found<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`nothing of ${key}`);
  return value;
}
