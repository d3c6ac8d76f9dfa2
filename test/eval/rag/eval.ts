import { rmSync } from 'node:fs';
import { probability } from '#shared/cited-answers/logistic.ts';
import { trained } from '#shared/cited-answers/trained.ts';
import { builtInEmbedder } from '#shared/search-index/built-in-embedder.ts';
import { examplesOf } from './examples.ts';
import { type Legs, type PreparedSet, prepareSet } from './prepare.ts';
import { type Ranked, rankFigures, rankOf } from './ranks.ts';
import { TRAINING_SETS } from './sets.ts';
import { temporaryIndex } from './temporary-index.ts';
import { crossValidate, type Example, type Judged, judge, refusals } from './train-answers.ts';

// `npm run eval:rag [-- FOLDER]`: how well passages are found and questions refused. Of the sets that the
// shipped weights were trained on the refusals are cross-validated; of another folder with `documents/` and
// `questions.jsonl` they are judged by the shipped weights.

const [folder] = process.argv.slice(2);
const examples: Example[] = [];
for (const one of folder === undefined ? TRAINING_SETS : [folder]) {
  const directory = temporaryIndex();
  const set = await prepareSet(one, directory, builtInEmbedder);
  console.log(`${set.questions.length} questions, ${set.chunks.size} passages`);
  await showRecall(set);
  examples.push(...(await examplesOf(set)));
  rmSync(directory, { recursive: true, force: true });
}
const judged = folder === undefined ? crossValidate(examples) : examples.map(byShippedWeights);
const { precision, recall, f1 } = refusals(judged, trained.threshold);
const shown = judged.filter(
  (one) => one.question.answerable && one.probability >= trained.threshold,
);
const right = shown.filter(({ rightSentence }) => rightSentence).length;
console.log(
  `refusals: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`,
);
console.log(`first sentence of what is answered: ${right} of ${shown.length} right`);

async function showRecall(set: PreparedSet): Promise<void> {
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

function byShippedWeights(example: Example): Judged {
  const { rightSentence, figures } = judge(example, trained.sentence);
  const { question } = example;
  return { question, probability: probability(trained.answered, figures), rightSentence };
}
