import { foldedWords } from '#shared/language/fold.ts';
import type { Language } from '#shared/language/lemma.ts';
import { type AskedFor, hasDate, hasNumber } from './asked-for.ts';
import { type AskedWord, gramsOfWords, hasWord } from './word-match.ts';

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
  /** What speaks for it: similarity, words, score of its chunk, number or date as asked, length. */
  readonly figures: readonly number[];
  /** Share of the asked words that it has, and that it has together with what it stands under. */
  readonly own: number;
  readonly withContext: number;
}

/** Figures of each sentence. Rare words count more; how rare is counted among the candidates. */
export function evidenceOf(
  candidates: readonly Candidate[],
  words: readonly AskedWord[],
  asked: AskedFor,
): Evidence[] {
  const read = candidates.map((candidate) => ({
    candidate,
    own: gramsOfWords(foldedWords(candidate.text)),
    context: gramsOfWords(foldedWords(candidate.context)),
  }));
  const found = read.map(({ candidate, own, context }) => ({
    own: words.map((word) => hasWord(word, own, candidate.language)),
    context: words.map((word) => hasWord(word, context, candidate.language)),
  }));
  const weights = words.map((_, at) => {
    const having = found.filter(({ own, context }) => own[at] || context[at]).length;
    return Math.log((found.length + 1) / (having + 0.5)) + 0.2;
  });
  const share = (has: (at: number) => boolean): number => {
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    if (all === 0) return 0;
    return weights.reduce((sum, weight, at) => sum + (has(at) ? weight : 0), 0) / all;
  };
  return read.map(({ candidate }, at) => {
    const { own, context } = found[at] ?? { own: [], context: [] };
    const ownShare = share((word) => own[word] ?? false);
    const withContext = share((word) => (own[word] ?? false) || (context[word] ?? false));
    return {
      candidate,
      own: ownShare,
      withContext,
      figures: [
        candidate.semantic ?? 0,
        ownShare,
        withContext,
        candidate.chunkScore,
        asked.number ? Number(hasNumber(candidate.text)) : 0.5,
        asked.date ? Number(hasDate(candidate.text)) : 0.5,
        Math.min(candidate.text.length, 300) / 300,
      ],
    };
  });
}
