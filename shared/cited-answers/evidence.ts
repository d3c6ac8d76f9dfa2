import type { Language } from '#shared/language/lemma.ts';
import { type AskedFor, givesAsked } from './asked-for.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import type { AskedWord } from './word-match.ts';

/** A sentence that may answer, as it was found. */
export interface Candidate {
  readonly chunkId: string;
  readonly documentId: string;
  readonly language: Language;
  readonly text: string;
  /** What it stands under: title and headings. */
  readonly context: string;
  /** Deviations of its similarity above what is usual in its language; null without vectors. */
  readonly semantic: number | null;
  readonly chunkScore: number;
}

export interface Evidence {
  readonly candidate: Candidate;
  readonly coverage: Coverage;
  /** Whether it has what is asked for; see `givesAsked`. */
  readonly given: -1 | 0 | 1;
  /** What speaks for it, by itself and beside the best of the others. */
  readonly figures: readonly number[];
}

/** Figures of each sentence: whether it answers, and whether any does, is learnt from them. */
export function evidenceOf(
  candidates: readonly Candidate[],
  words: readonly AskedWord[],
  asked: AskedFor,
): Evidence[] {
  const inDocument = standingOut(candidates);
  const found = coverageOf(candidates, words).flatMap((coverage, at) => {
    const candidate = candidates[at];
    if (candidate === undefined) return [];
    const given = givesAsked(candidate.text, asked);
    const compared = [
      candidate.semantic ?? 0,
      candidate.chunkScore,
      coverage.own,
      coverage.context,
    ];
    return [{ candidate, coverage, given, compared, inDocument: inDocument[at] ?? 0 }];
  });
  const best = [0, 1, 2, 3].map((place) =>
    Math.max(...found.map(({ compared }) => compared[place] ?? 0)),
  );
  return found.map(({ compared, inDocument, ...one }) => ({
    ...one,
    figures: [
      ...compared,
      ...compared.map((figure, place) => figure - (best[place] ?? 0)),
      inDocument,
      one.coverage.near,
      one.coverage.passage,
      one.given,
      Math.min(one.candidate.text.length, 300) / 300,
    ],
  }));
}

/** Few sentences spread as those of all documents do. */
const PRIOR = 6;

/** Deviations of each sentence's similarity above that of the others of its document. */
function standingOut(candidates: readonly Candidate[]): number[] {
  const documents = Map.groupBy(candidates, ({ documentId }) => documentId);
  const usual = new Map([...documents].map(([id, own]) => [id, usualOf(own)]));
  return candidates.map(({ documentId, semantic }) => {
    const { mean, deviation } = usual.get(documentId) ?? { mean: 0, deviation: 1 };
    return ((semantic ?? mean) - mean) / deviation;
  });
}

function usualOf(candidates: readonly Candidate[]) {
  const scores = candidates.map(({ semantic }) => semantic ?? 0);
  const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt((squares + PRIOR) / (scores.length + PRIOR)) };
}
