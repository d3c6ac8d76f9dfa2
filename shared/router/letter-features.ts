import { FeatureCounter, type HashedFeatures } from './hashed-features.ts';

const SHORTEST = 2;
const LONGEST = 5;
/** Polish words differ at their ends: so many letters are mostly the stem. */
const STEM = 5;

/** Runs of 2 to 5 characters, words, stems, pairs and triples of words. */
export function letterFeatures(words: readonly string[], places: number): HashedFeatures {
  const counter = new FeatureCounter(places);
  const text = ` ${words.join(' ')} `;
  for (let length = SHORTEST; length <= LONGEST; length += 1) {
    for (let from = 0; from + length <= text.length; from += 1) {
      counter.add(`c${text.slice(from, from + length)}`);
    }
  }
  const framed = ['^', ...words, '$'];
  for (const [at, word] of framed.entries()) {
    const [next, afterNext] = [framed[at + 1], framed[at + 2]];
    if (next !== undefined) counter.add(`b${word} ${next}`);
    if (afterNext !== undefined) counter.add(`t${word} ${next} ${afterNext}`);
  }
  for (const word of words) {
    counter.add(`w${word}`);
    counter.add(`p${word.slice(0, STEM)}`);
  }
  return counter.features();
}
