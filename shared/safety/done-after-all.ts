import { isTaking } from './denied-verbs.ts';
import type { Match } from './scan.ts';
import { sentenceEnd } from './sentences.ts';
import { foldedWords, type Token } from './tokens.ts';

const CONTRASTS = foldedWords([
  'ale',
  'lecz',
  'jednak',
  'jednakże',
  'but',
  'though',
  'however',
  'yet',
]);
const NEGATIVE = /^(?:nie|not|never|dont|didnt|cant|wont)$/;
/** `daję łyżkę`, `posypałam`: what I do. */
const FIRST_PERSON = /(?:[ae]m|lismy|lysmy|[ae]my)$/;

/**
 * `miało być bez sera, ale się złamałam i posypałam`: behind what is left out the sentence goes on with a
 * contrast, something is done, and no other food is named that it could be done with.
 * @param from behind what is said to be left out
 */
export function isDoneAfterAll(
  tokens: readonly Token[],
  matches: readonly Match[],
  from: number,
): boolean {
  const end = from < tokens.length ? sentenceEnd(tokens, from - 1) : from;
  const rest = tokens.slice(from, end);
  const contrast = rest.findIndex(({ word }) => CONTRASTS.has(word));
  if (contrast < 0 || matches.some((match) => match.from >= from && match.to <= end)) return false;
  const behind = rest.slice(Math.max(0, contrast - 1)).map(({ word }) => word);
  const isDone = behind.some(
    (word) =>
      isTaking(word) || (FIRST_PERSON.test(word) && !/^(?:mam|mamy|tam|sam|nam|wam)$/.test(word)),
  );
  return isDone && !behind.some((word) => NEGATIVE.test(word));
}
