import { probabilities } from '#shared/router/classify.ts';
import { ROUTE_LABELS } from '#shared/router/labels.ts';
import { fractions } from '#test/synthetic/random.ts';
import { vectorsOf, writtenOf } from './examples.ts';
import { foldsOf } from './folds.ts';
import type { Sorted } from './show.ts';
import { hurriedOnes } from './slips.ts';
import { BLOCKS, type Known, trainRouter } from './train-router.ts';
import { shippedUtterances, type Utterance } from './utterances.ts';

/** What the router may look at, from the least to all. */
export const FEATURE_SETS = {
  letters: [BLOCKS.letters],
  vector: [BLOCKS.vector],
  'vector, letters': [BLOCKS.vector, BLOCKS.letters],
  'concepts, letters': [BLOCKS.concepts, BLOCKS.letters],
  'vector, concepts, letters': [BLOCKS.vector, BLOCKS.concepts, BLOCKS.letters],
};
const SEED = 1;

/** Every shipped utterance sorted by weights that were trained without it and what is like it. */
export async function* crossValidated(
  folds: number,
  wanted: (featureSet: string) => boolean,
): AsyncGenerator<{ readonly name: string; readonly sorted: readonly Sorted[] }> {
  const utterances = shippedUtterances();
  const foldOf = foldsOf(utterances, folds, fractions(SEED));
  const typed = hurriedOnes(utterances);
  const vectors = await vectorsOf([...utterances, ...typed]);
  const known = (utterance: Utterance, at: number): Known => ({
    utterance,
    vector: vectors[at] ?? new Float32Array(BLOCKS.vector.places),
  });
  const written = utterances.map(known);
  const quickly = typed.map((one, at) => known(one, at + utterances.length));
  for (const [name, blocks] of Object.entries(FEATURE_SETS)) {
    if (!wanted(name)) continue;
    const sorted = Array.from({ length: folds }, (_, fold) => {
      const others = (_one: Known, at: number) => foldOf[at] !== fold;
      const weights = trainRouter([...written.filter(others), ...quickly.filter(others)], blocks);
      const held = written.filter((_one, at) => foldOf[at] === fold);
      return held.map(({ utterance, vector }): Sorted => {
        const shown = new Map([...writtenOf(utterance), ['vector', vector] as const]);
        const found = probabilities(shown, weights);
        const confidence = Math.max(...found);
        const answered = ROUTE_LABELS[found.indexOf(confidence)] ?? 'none';
        return { utterance, expected: utterance.label, answered, confidence };
      });
    }).flat();
    yield { name, sorted };
  }
}
