import { rmSync, writeFileSync } from 'node:fs';
import { builtInEmbedder } from '#shared/search-index/built-in-embedder.ts';
import { examplesOf } from './examples.ts';
import { prepareSet } from './prepare.ts';
import { TRAINING_SETS } from './sets.ts';
import { temporaryIndex } from './temporary-index.ts';
import { type Example, trainAnswers } from './train-answers.ts';

// `npm run train:rag`: writes shared/cited-answers/data/weights.json from the written sets.

const examples: Example[] = [];
for (const folder of TRAINING_SETS) {
  const directory = temporaryIndex();
  examples.push(...(await examplesOf(await prepareSet(folder, directory, builtInEmbedder))));
  rmSync(directory, { recursive: true, force: true });
}
const rounded = JSON.stringify(trainAnswers(examples), (_, value) =>
  typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value,
);
writeFileSync('shared/cited-answers/data/weights.json', `${rounded}\n`);
console.log(rounded);
