import type { SentenceVector } from '#shared/vector-store/dataset-store.ts';
import { CHUNK_LANGUAGES, type ChunkLanguage } from '#shared/vector-store/index-row.ts';
import { type Spread, standard } from './standard-score.ts';

/** Vectors of which mean and spread are estimated: enough for a hundredth of either. */
const MAX_SAMPLE = 600;

/** Of the model, between a question and any sentence. */
const USUAL: Spread = { mean: 0.81, deviation: 0.025 };

/** What there is of one language, as far as scores are compared with what is usual among it. */
export interface LanguageProfile {
  readonly chunks: number;
  readonly vectors: readonly Float32Array[];
}
export type LanguageProfiles = Readonly<Record<ChunkLanguage, LanguageProfile>>;

interface Sampled {
  sampleSentences(size: number): Promise<SentenceVector[]>;
  countChunks(language: ChunkLanguage): Promise<number>;
}

/** Reads the profile of each language from an even sample of the dataset. */
export async function languageProfiles(dataset: Sampled): Promise<LanguageProfiles> {
  const sample = await dataset.sampleSentences(MAX_SAMPLE);
  const profile = async (language: ChunkLanguage): Promise<LanguageProfile> => ({
    chunks: await dataset.countChunks(language),
    vectors: sample.filter((one) => one.language === language).map(({ vector }) => vector),
  });
  const [pl, en] = await Promise.all(CHUNK_LANGUAGES.map(profile));
  if (pl === undefined || en === undefined) throw new Error('a language has no profile');
  return { pl, en };
}

/** What is usual among the sentences of a language when they are compared with a question. */
export function usualSimilarity(
  { vectors }: LanguageProfile,
  question: Float32Array | null,
): Spread {
  if (question === null) return USUAL;
  return standard(
    vectors.map((vector) => similarity(question, vector)),
    USUAL,
  );
}

/** Of two vectors of length 1. */
export function similarity(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
