import { writeFileSync } from 'node:fs';
import { writeWeights } from '#shared/router/weights.ts';
import { vectorsOf } from './examples.ts';
import { hurriedOnes } from './slips.ts';
import { BLOCKS, trainLanguage, trainRouter } from './train-router.ts';
import { shippedUtterances } from './utterances.ts';

// `npm run train:router`: writes shared/router/data/*.bin from the utterances beside them. The same
// utterances give the same weights.

const written = shippedUtterances();
const utterances = [...written, ...hurriedOnes(written)];
const vectors = await vectorsOf(utterances);
const known = utterances.map((utterance, at) => ({
  utterance,
  vector: vectors[at] ?? new Float32Array(BLOCKS.vector.places),
}));

const weights = {
  'with-vectors': trainRouter(known, [BLOCKS.vector, BLOCKS.concepts, BLOCKS.letters]),
  'without-vectors': trainRouter(known, [BLOCKS.concepts, BLOCKS.letters]),
  language: trainLanguage(utterances),
};
for (const [name, found] of Object.entries(weights)) {
  const file = writeWeights(found);
  writeFileSync(`shared/router/data/${name}.bin`, file);
  console.log(`${name}: ${Math.round(file.length / 1_000)} kB`);
}
