import { rmSync, writeFileSync } from 'node:fs';
import { builtInEmbedder } from '#shared/search-index/built-in-embedder.ts';
import { examplesOf } from './examples.ts';
import { prepareSet } from './prepare.ts';
import { temporaryIndex } from './temporary-index.ts';
import { trainAnswers } from './train-answers.ts';

// `npm run train:rag`: writes shared/cited-answers/data/weights.json from the written set beside this file.

const directory = temporaryIndex();
const set = await prepareSet(import.meta.dirname, directory, builtInEmbedder);
const models = trainAnswers(await examplesOf(set));
rmSync(directory, { recursive: true, force: true });
const rounded = JSON.stringify(models, (_, value) =>
  typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value,
);
writeFileSync('shared/cited-answers/data/weights.json', `${rounded}\n`);
console.log(rounded);
