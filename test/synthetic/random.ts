/** Repeatable chance: the same seed always gives the same receipts. */
export interface Random {
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  /** Any number from `from` to below `to`. */
  between(from: number, to: number): number;
  /** True in `share` (0 … 1) of the cases. */
  chance(share: number): boolean;
  pick<T>(choices: readonly [T, ...T[]]): T;
}

/** Mulberry32: 32 bits of state, good enough to shuffle goods. */
export function randomFrom(seed: number): Random {
  const next = fractions(seed);
  return {
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    between: (from, to) => from + next() * (to - from),
    chance: (share) => next() < share,
    pick: (choices) => choices[Math.floor(next() * choices.length)] ?? choices[0],
  };
}

/** Numbers from 0 to below 1, for loops over millions of pixels. */
export function fractions(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
