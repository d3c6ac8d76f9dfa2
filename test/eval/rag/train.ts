import { writeFileSync } from 'node:fs';
import { builtInEmbedder } from '#shared/search-index/built-in-embedder.ts';
import { trainingExamples } from './sets.ts';
import { trainAnswers } from './train-answers.ts';

// `npm run train:rag`: writes shared/cited-answers/data/weights.json from the written sets.

const { whole, small } = await trainingExamples(builtInEmbedder);
const rounded = JSON.stringify(trainAnswers([...whole, ...small]), (_, value) =>
  typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value,
);
writeFileSync('shared/cited-answers/data/weights.json', `${rounded}\n`);
console.log(rounded);
