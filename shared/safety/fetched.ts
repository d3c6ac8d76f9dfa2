import data from './data/plain-absence.json' with { type: 'json' };
import type { Match } from './scan.ts';
import { beginsSentence, gapAt, sentenceEnd, wordAt } from './sentences.ts';
import { spelled, spellingAt } from './spellings.ts';
import type { Token } from './tokens.ts';

const FETCHES = spelled(data.fetches);
/** `don't buy any`, `in order to`, `not any more` */
const TAKES_BACK = /^(?:nie|nikt|nic|not|never|nobody|none|dont|wont|didnt|in|any|no)$/;
/** Words behind a verb of buying within which what is bought is named: `buy a bottle of oil`. */
const OBJECT_REACH = 4;
/** A sentence that goes on with buying begins so: `mleko wyszło. Jutro kup.` */
const OPENING = 3;

/**
 * Whether what ran out is bought or brought after all: `we're out of milk, so buy some`; but `so buy bread`
 * fetches something else.
 * @param from behind what is said to be gone
 */
export function isFetched(
  tokens: readonly Token[],
  matches: readonly Match[],
  from: number,
): boolean {
  const last = from < tokens.length ? sentenceEnd(tokens, from - 1) : from;
  return fetches(from, last) || fetches(last, Math.min(last + OPENING, tokens.length));

  function fetches(start: number, end: number): boolean {
    for (let at = start; at < end; at += 1) {
      const length = spellingAt(tokens, at, FETCHES);
      if (length === 0 || [at - 1, at - 2].some((back) => TAKES_BACK.test(wordAt(tokens, back))))
        continue;
      const behind = at + length;
      const hasObject = matches.some(
        ({ from: food, entry }) =>
          food >= at && food < Math.min(behind + OBJECT_REACH, end) && entry.kind !== 'vague',
      );
      if (!hasObject) return true;
    }
    return false;
  }
}

/**
 * `no eggs, no cake`: the same words again, of a dish that there is.
 * @param claim where the words stand that say what is gone
 */
export function isProverb(
  tokens: readonly Token[],
  matches: readonly Match[],
  claim: { readonly at: number; readonly to: number },
  from: number,
): boolean {
  const words = tokens.slice(claim.at, claim.to);
  const isAgain = words.every(({ word }, index) => wordAt(tokens, from + index) === word);
  const isDish = matches.some(
    (match) =>
      match.from === from + words.length &&
      match.entry.kind === 'implied' &&
      beginsSentence(tokens, match.to),
  );
  return gapAt(tokens, from) === 'comma' && isAgain && isDish;
}
