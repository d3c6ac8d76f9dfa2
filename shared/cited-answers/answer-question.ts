import type { Locale } from '#shared/context/locale.ts';
import type { Language } from '#shared/language/lemma.ts';
import { similarity, usualSimilarity } from '#shared/retrieval/language-profile.ts';
import { sentencesOf } from '#shared/retrieval/sentences.ts';
import { standardScore } from '#shared/retrieval/standard-score.ts';
import type { FoundPassage, FoundPassages } from '#shared/search-index/search-documents.ts';
import { sentenceOf } from '#shared/vector-store/index-row.ts';
import { answerFigures } from './answer-figures.ts';
import { answerText, refusalText } from './answer-text.ts';
import { askedFor } from './asked-for.ts';
import type { CitedAnswer, CitedSentence } from './cited-answer.ts';
import { contradicting } from './conflicting.ts';
import { type Candidate, evidenceOf } from './evidence.ts';
import { probability } from './logistic.ts';
import { type RankedSentence, rankSentences } from './ranked-sentences.ts';
import { trained } from './trained.ts';
import { askedWords } from './word-match.ts';

/** A second sentence is shown when it is nearly as likely. */
const NEARLY = 0.6;

export interface AskedQuestion {
  readonly question: string;
  /** Of the question, and of the answer. */
  readonly language: Language;
  readonly locale: Locale;
}

/**
 * Answers with sentences of the passages, word for word; or says that they do not answer, which code decides
 * by what was learnt from test/eval/rag.
 */
export async function answerFrom(
  { question, language, locale }: AskedQuestion,
  found: FoundPassages,
): Promise<CitedAnswer> {
  const words = askedWords(question, language);
  const asked = askedFor(question);
  const candidates = await candidatesOf(found);
  const sentences = rankSentences(evidenceOf(candidates, words, asked), trained.sentence);
  const [best, ...others] = sentences;
  const figures = answerFigures(
    sentences,
    found.passages.map(({ score }) => score),
    { words: words.length, asked },
  );
  if (best === undefined || probability(trained.answered, figures) < trained.threshold) {
    return { answered: false, text: refusalText(locale, { hasPassages: best !== undefined }) };
  }
  const contradiction = contradicting(best, others);
  const conflicting = contradiction !== undefined;
  const second = contradiction ?? others.find((other) => belongsTo(best, other));
  const chosen = second === undefined ? [best] : [best, second];
  const cited = chosen.flatMap(({ candidate }) => citedSentence(candidate, found.passages));
  if (cited.length === 0)
    return { answered: false, text: refusalText(locale, { hasPassages: true }) };
  return {
    answered: true,
    text: answerText(cited, { locale, conflicting }),
    sentences: cited,
    conflicting,
  };
}

function belongsTo(best: RankedSentence, other: RankedSentence): boolean {
  return (
    other.candidate.chunkId === best.candidate.chunkId &&
    other.probability >= best.probability * NEARLY
  );
}

/** Every sentence of the passages. */
export async function candidatesOf({
  passages,
  vector,
  dataset,
  profiles,
}: FoundPassages): Promise<Candidate[]> {
  const ids = passages.map(({ id }) => id);
  const rows = vector === null || dataset === null ? [] : await dataset.sentences(ids);
  const vectors = new Map(rows.map((row) => [`${row.chunkId}.${sentenceOf(row.id)}`, row.vector]));
  return passages.flatMap(({ chunk, score, language }) => {
    const usual = profiles === null ? null : usualSimilarity(profiles[language], vector);
    return sentencesOf(chunk.text).map(({ text, heading }, at): Candidate => {
      const own = vectors.get(`${chunk.id}.${at + 1}`);
      const isCompared = own !== undefined && vector !== null && usual !== null;
      return {
        chunkId: chunk.id,
        documentId: chunk.documentId,
        language,
        text,
        context: [chunk.title, ...chunk.headings, heading].join(' '),
        semantic: isCompared ? standardScore(similarity(vector, own), usual) : null,
        chunkScore: score,
      };
    });
  });
}

/** The sentence with its source; none where the passage does not have it word for word. */
function citedSentence(
  { chunkId, text }: Pick<Candidate, 'chunkId' | 'text'>,
  passages: readonly FoundPassage[],
): CitedSentence[] {
  const chunk = passages.find(({ id }) => id === chunkId)?.chunk;
  if (chunk === undefined || !chunk.text.includes(text)) return [];
  const { documentId, title, page, language, addedAt } = chunk;
  return [{ text, chunkId, documentId, title, page, language, addedAt }];
}
