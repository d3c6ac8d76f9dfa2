import { LOCATIONS, type Location } from '#shared/products/location.ts';
import type { Token } from '#shared/quantities/tokens.ts';
import { matchesWord } from './cue-patterns.ts';
import words from './data/words.json' with { type: 'json' };

/** A place, with the little words before it. */
export interface SaidPlace {
  readonly location: Location;
  /** Whether something comes from there. */
  readonly from: boolean;
  readonly at: readonly number[];
}

const FROM = new Set(['z', 'ze', 'from', 'out']);
const LITTLE = new Set([
  'do',
  'w',
  'we',
  'na',
  'z',
  'ze',
  'in',
  'into',
  'to',
  'the',
  'from',
  'of',
  'out',
  'our',
  'my',
]);

/** The places where food is kept that stand in the tokens. */
export function placesIn(tokens: readonly Token[]): SaidPlace[] {
  return tokens.flatMap(({ kind, text }, at): SaidPlace[] => {
    const location = LOCATIONS.find((one) => matchesWord(words.places[one], text));
    if (kind !== 'word' || location === undefined) return [];
    let first = at;
    while (LITTLE.has(tokens[first - 1]?.text ?? '')) first -= 1;
    const places = Array.from({ length: at - first + 1 }, (_, index) => first + index);
    return [
      { location, from: places.some((one) => FROM.has(tokens[one]?.text ?? '')), at: places },
    ];
  });
}
