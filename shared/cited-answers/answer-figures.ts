import type { Language } from '#shared/language/lemma.ts';
import { type AskedFor, hasDate, hasNumber } from './asked-for.ts';
import type { RankedSentence } from './ranked-sentences.ts';

/**
 * What tells whether a question is answered at all. Similarity alone does not: a sentence about the same
 * thing is as near as one that answers.
 * @param sentences most likely first
 */
export function answerFigures(
  sentences: readonly RankedSentence[],
  { language, words, asked }: { language: Language; words: number; asked: AskedFor },
): number[] {
  const [best, second] = sentences;
  const first = sentences.slice(0, 3);
  const sameLanguage = Number(best?.candidate.language === language);
  const own = best?.own ?? 0;
  const text = best?.candidate.text ?? '';
  return [
    logit(best?.probability ?? 0),
    logit(best?.probability ?? 0) - logit(second?.probability ?? 0),
    own * sameLanguage,
    own * (1 - sameLanguage),
    Math.max(0, ...first.map(({ withContext }) => withContext)),
    Math.max(0, ...sentences.map(({ withContext }) => withContext)),
    best?.candidate.semantic ?? 0,
    Math.max(0, ...sentences.map(({ candidate }) => candidate.semantic ?? 0)),
    best?.candidate.chunkScore ?? 0,
    sameLanguage,
    asked.number ? Number(hasNumber(text)) : 0.5,
    asked.date ? Number(hasDate(text)) : 0.5,
    Math.min(words, 10) / 10,
  ];
}

const SMALLEST = 1e-4;

function logit(probability: number): number {
  const bounded = Math.min(1 - SMALLEST, Math.max(SMALLEST, probability));
  return Math.log(bounded / (1 - bounded));
}
