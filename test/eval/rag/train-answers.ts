import { answerFigures } from '#shared/cited-answers/answer-figures.ts';
import { askedFor } from '#shared/cited-answers/asked-for.ts';
import type { Evidence } from '#shared/cited-answers/evidence.ts';
import { type Logistic, probability } from '#shared/cited-answers/logistic.ts';
import { rankSentences } from '#shared/cited-answers/ranked-sentences.ts';
import { askedWords } from '#shared/cited-answers/word-match.ts';
import type { EvalQuestion } from './corpus.ts';
import { fitLogistic } from './fit-logistic.ts';

/** A question with the sentences that may answer it, and whether each does. */
export interface Example {
  readonly question: EvalQuestion;
  readonly evidence: readonly Evidence[];
  readonly gold: readonly boolean[];
  /** Of its passages, best first. */
  readonly scores: readonly number[];
}

export interface AnswerModels {
  readonly sentence: Logistic;
  readonly answered: Logistic;
  readonly threshold: number;
}

/** How strongly weights are pulled towards zero: for sentences hardly, for few questions more. */
const SENTENCE_DECAY = 1;
const QUESTION_DECAY = 10;
const FOLDS = 10;

/** Trains on the examples; the threshold is where refusals of questions that were left out are best. */
export function trainAnswers(examples: readonly Example[]): AnswerModels {
  const judged = crossValidate(examples);
  return { ...trainModels(examples), threshold: bestThreshold(judged) };
}

/** A question with what a model says of it that has not seen it. */
export interface Judged {
  readonly example: Example;
  readonly question: EvalQuestion;
  /** That it is answered. */
  readonly probability: number;
  /** Whether the sentence shown first answers it. */
  readonly rightSentence: boolean;
}

/** Each tenth of the questions judged by what the other nine teach. */
export function crossValidate(examples: readonly Example[]): Judged[] {
  const ids = [...new Set(examples.map(({ question }) => question.id))];
  const folds = new Map(ids.map((id, at) => [id, at % FOLDS]));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const isOut = ({ question }: Example) => folds.get(question.id) === fold;
    const models = trainModels(examples.filter((example) => !isOut(example)));
    return examples.filter(isOut).map((example) => {
      const { rightSentence, figures } = judge(example, models.sentence);
      const { question } = example;
      return {
        example,
        question,
        probability: probability(models.answered, figures),
        rightSentence,
      };
    });
  }).flat();
}

/** Precision, recall and F1 of refusing what is not answered. */
export function refusals(judged: readonly Judged[], threshold: number) {
  const refused = judged.filter((one) => one.probability < threshold);
  const rightly = refused.filter(({ question }) => !question.answerable).length;
  const unanswerable = judged.filter(({ question }) => !question.answerable).length;
  const precision = refused.length === 0 ? 0 : rightly / refused.length;
  const recall = unanswerable === 0 ? 0 : rightly / unanswerable;
  const f1 = rightly === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

function bestThreshold(judged: readonly Judged[]): number {
  const steps = Array.from({ length: 81 }, (_, at) => 0.1 + at / 100);
  return steps.reduce((best, step) =>
    refusals(judged, step).f1 > refusals(judged, best).f1 ? step : best,
  );
}

function trainModels(examples: readonly Example[]): Omit<AnswerModels, 'threshold'> {
  const sentence = fitLogistic(
    examples.flatMap(({ evidence }) => evidence.map(({ figures }) => figures)),
    examples.flatMap(({ gold }) => gold),
    SENTENCE_DECAY,
  );
  const answered = fitLogistic(
    examples.map((example) => judge(example, sentence).figures),
    examples.map(({ question }) => question.answerable),
    QUESTION_DECAY,
  );
  return { sentence, answered };
}

/** What a model makes of a question: the sentence shown first, and the figures of whether it answers. */
export function judge({ question, evidence, gold, scores }: Example, sentence: Logistic) {
  const ranked = rankSentences(evidence, sentence);
  const [first] = ranked;
  const at = evidence.findIndex(({ candidate }) => candidate === first?.candidate);
  const words = askedWords(question.question, question.lang).length;
  const figures = answerFigures(ranked, scores, { words, asked: askedFor(question.question) });
  return { rightSentence: gold[at] ?? false, figures };
}
