/** Where scores lie, and how far apart. */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

/** The prior counts as so many scores: of eight chunks half of what is usual is their own. */
const PRIOR_WEIGHT = 8;

/** Mean and deviation of scores, drawn towards a prior where they are few. */
export function standard(scores: readonly number[], prior: Spread): Spread {
  const weight = scores.length + PRIOR_WEIGHT;
  const mean = (sum(scores) + PRIOR_WEIGHT * prior.mean) / weight;
  const squares = sum(scores.map((score) => (score - mean) ** 2));
  return { mean, deviation: Math.sqrt((squares + PRIOR_WEIGHT * prior.deviation ** 2) / weight) };
}

/** Deviations above the mean. */
export function standardScore(score: number, { mean, deviation }: Spread): number {
  return (score - mean) / deviation;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
