import type { Language } from '#shared/language/lemma.ts';
import type { ChunkFilter } from '#shared/vector-store/chunk-filter.ts';
import type { FoundRow } from '#shared/vector-store/dataset-store.ts';
import { CHUNK_LANGUAGES, type ChunkLanguage } from '#shared/vector-store/index-row.ts';
import { type LanguageProfiles, usualSimilarity } from './language-profile.ts';
import { type Spread, standard, standardScore } from './standard-score.ts';
import { contentWords, gramsOf } from './terms.ts';
import { translateWords } from './translate-words.ts';

/** Which way a chunk was found: by its words, or by what a sentence of it means. */
export type Leg = 'lexical' | 'semantic';

export interface RankedChunk {
  readonly id: string;
  readonly language: ChunkLanguage;
  /** Deviations above what is usual, of both legs together; comparable within one search. */
  readonly score: number;
  readonly how: readonly Leg[];
  /** Of each leg alone; null where the leg did not search. */
  readonly lexical: number | null;
  readonly semantic: number | null;
}

/** A dataset, as far as it is searched. */
export interface SearchedIndex {
  lexical(terms: string, filter: ChunkFilter, limit: number): Promise<FoundRow[]>;
  semantic(vector: Float32Array, filter: ChunkFilter, limit: number): Promise<FoundRow[]>;
}

export interface Question {
  readonly text: string;
  readonly language: Language;
  /** Null where no vectors can be made or compared: the lexical leg searches alone. */
  readonly vector: Float32Array | null;
}

export interface Searched {
  readonly index: SearchedIndex;
  readonly profiles: LanguageProfiles;
}

export interface FusionWeights {
  /** Of the lexical score, where the semantic one weighs 1: between texts of one language, */
  readonly sameLanguage: number;
  /** and where the question's words were translated. */
  readonly translated: number;
  /** Added where the languages differ: there, both legs find less of what is there. */
  readonly otherLanguage: number;
}
/** Tuned on test/eval/rag, in steps of .1 to .3; `npm run eval:rag` measures them. */
export const FUSION: FusionWeights = { sameLanguage: 0.5, translated: 0.8, otherLanguage: 0.3 };

/** Chunks and sentences that each leg looks at in each language: what is in neither is not the best. */
const MAX_CHUNKS = 100;
const MAX_SENTENCES = 200;
/** A leg is said to have found what is among its first ones. */
const FOUND = 10;
/** How far the legs agree on chunks that do not answer; their sum spreads accordingly. */
const CORRELATION = 0.3;

/**
 * The chunks that answer a question best, by words and by meaning. Scores are standardised within each
 * language of the chunks, for vectors of one language are always nearer to each other; then the languages
 * compete.
 */
export async function findChunks(
  question: Question,
  searched: Searched,
  { k, documentIds }: { readonly k: number; readonly documentIds?: readonly string[] | undefined },
  weights = FUSION,
): Promise<RankedChunk[]> {
  const languages = CHUNK_LANGUAGES.filter((language) => searched.profiles[language].chunks > 0);
  const found = await Promise.all(
    languages.map((language) => rankedIn({ language, documentIds }, question, searched, weights)),
  );
  return found
    .flat()
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
    .slice(0, k);
}

async function rankedIn(
  filter: ChunkFilter & { readonly language: ChunkLanguage },
  question: Question,
  { index, profiles }: Searched,
  weights: FusionWeights,
): Promise<RankedChunk[]> {
  const { language } = filter;
  const [byWords, byMeaning] = await Promise.all([
    lexicalLeg(filter, question, index, profiles[language].chunks),
    semanticLeg(filter, question, index, usualSimilarity(profiles[language], question.vector)),
  ]);
  const isSame = language === question.language;
  const weight = isSame ? weights.sameLanguage : weights.translated;
  const spread = Math.sqrt(1 + weight ** 2 + 2 * CORRELATION * weight);
  return [...new Set([...byWords.scores.keys(), ...byMeaning.scores.keys()])].map((id) => {
    const lexical = byWords.scores.get(id) ?? byWords.floor;
    const semantic = byMeaning.scores.get(id) ?? byMeaning.floor;
    return {
      id,
      language,
      score:
        ((semantic ?? 0) + weight * (lexical ?? 0)) / spread + (isSame ? 0 : weights.otherLanguage),
      how: [
        ...(byWords.first.has(id) ? (['lexical'] as const) : []),
        ...(byMeaning.first.has(id) ? (['semantic'] as const) : []),
      ],
      lexical,
      semantic,
    };
  });
}

/** Standardised scores of chunks, best first; `floor` is that of all others, null where none was made. */
interface LegScores {
  readonly scores: ReadonlyMap<string, number>;
  readonly first: ReadonlySet<string>;
  readonly floor: number | null;
}

async function lexicalLeg(
  filter: ChunkFilter & { readonly language: ChunkLanguage },
  question: Question,
  index: SearchedIndex,
  chunks: number,
): Promise<LegScores> {
  const hits = await index.lexical(queryTerms(question, filter.language), filter, MAX_CHUNKS);
  const others = new Array<number>(Math.max(0, chunks - hits.length)).fill(0);
  const usual = standard([...hits.map(({ score }) => score), ...others], { mean: 0, deviation: 1 });
  return legScores(hits, usual, standardScore(0, usual));
}

async function semanticLeg(
  filter: ChunkFilter,
  { vector }: Question,
  index: SearchedIndex,
  usual: Spread,
): Promise<LegScores> {
  const hits = vector === null ? [] : await index.semantic(vector, filter, MAX_SENTENCES);
  const last = hits.at(-1);
  return legScores(hits, usual, last === undefined ? null : standardScore(last.score, usual));
}

function legScores(hits: readonly FoundRow[], usual: Spread, floor: number | null): LegScores {
  const scores = new Map<string, number>();
  // Best first: of a chunk, its best sentence counts.
  for (const { chunkId, score } of hits) {
    if (!scores.has(chunkId)) scores.set(chunkId, standardScore(score, usual));
  }
  return { scores, first: new Set([...scores.keys()].slice(0, FOUND)), floor };
}

/** The question's own words, and what they may be in the language of the chunks. */
function queryTerms({ text, language }: Question, chunks: ChunkLanguage): string {
  const own = contentWords(text);
  const words = language === chunks ? own : [...own, ...translateWords(text, language)];
  return [...new Set(words.flatMap(gramsOf))].join(' ');
}
