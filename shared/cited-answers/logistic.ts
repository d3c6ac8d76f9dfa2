/** A trained logistic regression: one weight for each figure. */
export interface Logistic {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** The probability that a regression gives figures, from 0 to 1. */
export function probability({ bias, weights }: Logistic, figures: readonly number[]): number {
  const sum = weights.reduce((all, weight, at) => all + weight * (figures[at] ?? 0), bias);
  return 1 / (1 + Math.exp(-sum));
}
