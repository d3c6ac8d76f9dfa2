import type { HashedFeatures } from './hashed-features.ts';
import type { Weights } from './weights.ts';

/** What a message shows, by the name of the block: a vector, or features in hashed places. */
export type Features = ReadonlyMap<string, Float32Array | HashedFeatures>;

/** Multinomial logistic regression: how probable each class is, in the order of the weights. */
export function probabilities(features: Features, weights: Weights): number[] {
  const { classes, bias, tables } = weights;
  const scores = classes.map((_, one) => bias[one] ?? 0);
  for (const [block, shown] of features) {
    const table = tables.get(block);
    if (table === undefined) continue;
    const sums = new Float64Array(classes.length);
    const count = (place: number, value: number): void => {
      const first = place * classes.length;
      for (let one = 0; one < sums.length; one += 1) {
        sums[one] = (sums[one] ?? 0) + value * (table.steps[first + one] ?? 0);
      }
    };
    if (shown instanceof Float32Array) shown.forEach((value, place) => void count(place, value));
    else shown.at.forEach((place, at) => void count(place, shown.value[at] ?? 0));
    for (const [one, sum] of sums.entries()) {
      scores[one] = (scores[one] ?? 0) + sum * (table.step[one] ?? 0);
    }
  }
  return softmax(scores);
}

function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - highest));
  const sum = raised.reduce((total, one) => total + one, 0);
  return raised.map((one) => one / sum);
}
