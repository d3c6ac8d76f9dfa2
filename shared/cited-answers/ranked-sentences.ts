import type { Evidence } from './evidence.ts';
import { type Logistic, probability } from './logistic.ts';

export interface RankedSentence extends Evidence {
  /** That it answers, from 0 to 1; to compare sentences of one question. */
  readonly probability: number;
}

/** The sentences that may answer, most likely first. */
export function rankSentences(evidence: readonly Evidence[], model: Logistic): RankedSentence[] {
  return evidence
    .map((one) => ({ ...one, probability: probability(model, one.figures) }))
    .sort((one, other) => other.probability - one.probability);
}
