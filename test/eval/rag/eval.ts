import { probability } from '#shared/cited-answers/logistic.ts';
import { trained } from '#shared/cited-answers/trained.ts';
import { builtInEmbedder } from '#shared/search-index/built-in-embedder.ts';
import { examplesOf } from './examples.ts';
import type { Legs, PreparedSet } from './prepare.ts';
import { type Ranked, rankFigures, rankOf } from './ranks.ts';
import { TRAINING_SETS, trainingExamples, withSet } from './sets.ts';
import { crossValidate, type Example, type Judged, judge, refusals } from './train-answers.ts';

// `npm run eval:rag [-- FOLDER]`: how well passages are found and questions refused. Of the sets that the
// shipped weights were trained on the refusals are cross-validated; of another folder with `documents/` and
// `questions.jsonl` they are judged by the shipped weights.

const [folder] = process.argv.slice(2);
for (const one of folder === undefined ? TRAINING_SETS : [folder]) {
  await withSet(one, builtInEmbedder, showRecall);
}
if (folder === undefined) {
  const { whole, small } = await trainingExamples(builtInEmbedder);
  const judged = crossValidate([...whole, ...small]);
  const ofWhole = new Set(whole.map(({ evidence }) => evidence));
  showRefusals(
    'all documents',
    judged.filter(({ example }) => ofWhole.has(example.evidence)),
  );
  showRefusals(
    'three documents',
    judged.filter(({ example }) => !ofWhole.has(example.evidence)),
  );
} else {
  const examples = await withSet(folder, builtInEmbedder, examplesOf);
  showRefusals('all documents', examples.map(byShippedWeights));
}

async function showRecall(set: PreparedSet): Promise<void> {
  console.log(`${set.questions.length} questions, ${set.chunks.size} passages`);
  for (const legs of ['lexical', 'semantic', 'both'] satisfies Legs[]) {
    const ranks: Ranked[] = [];
    for (const question of set.questions.filter(({ answerable }) => answerable)) {
      ranks.push(rankOf(question, await set.rank(question, legs), set.chunks));
    }
    const across = ranks.filter(({ isAcross }) => isAcross);
    const within = ranks.filter(({ isAcross }) => !isAcross);
    console.log(`${legs.padEnd(10)}all ${rankFigures(ranks)}`);
    console.log(`${' '.repeat(10)}one language ${rankFigures(within)}`);
    console.log(`${' '.repeat(10)}across languages ${rankFigures(across)}`);
  }
}

function showRefusals(name: string, judged: readonly Judged[]): void {
  const { precision, recall, f1 } = refusals(judged, trained.threshold);
  const shown = judged.filter(
    (one) => one.question.answerable && one.probability >= trained.threshold,
  );
  const right = shown.filter(({ rightSentence }) => rightSentence).length;
  console.log(
    `${name}: refusals precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}; ` +
      `first sentence of what is answered ${right} of ${shown.length} right`,
  );
}

function byShippedWeights(example: Example): Judged {
  const { rightSentence, figures } = judge(example, trained.sentence);
  const { question } = example;
  return { example, question, probability: probability(trained.answered, figures), rightSentence };
}
