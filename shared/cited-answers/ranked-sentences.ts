import type { AskedFor } from './asked-for.ts';
import { type Candidate, type Evidence, evidenceOf } from './evidence.ts';
import { type Logistic, probability } from './logistic.ts';
import type { AskedWord } from './word-match.ts';

export interface RankedSentence extends Evidence {
  /** That it answers, from 0 to 1; to compare sentences of one question. */
  readonly probability: number;
}

/** The sentences that may answer, most likely first. */
export function rankSentences(
  candidates: readonly Candidate[],
  words: readonly AskedWord[],
  asked: AskedFor,
  model: Logistic,
): RankedSentence[] {
  return evidenceOf(candidates, words, asked)
    .map((evidence) => ({ ...evidence, probability: probability(model, evidence.figures) }))
    .sort((one, other) => other.probability - one.probability);
}
