import claims from './data/claims.json' with { type: 'json' };
import data from './data/denied-verbs.json' with { type: 'json' };
import { type DeniedVerb, isTaking } from './denied-verbs.ts';
import { isFetched, isProverb } from './fetched.ts';
import type { Match } from './scan.ts';
import { beginsSentence, gapAt, sentenceEnd, wordAt } from './sentences.ts';
import { spelled, spellingAt } from './spellings.ts';
import { foldedWords, type Token } from './tokens.ts';

const CANCELS = foldedWords(data.cancels);
const CONTRASTS = foldedWords(data.contrasts);
const REASONS = foldedWords(data.ends);
const HAVE = foldedWords(data.have);
const BACK = foldedWords(data.back);
const COOKS = foldedWords(data.cooks);
const NEGATIVES = foldedWords(claims.negatives);
const OUTER = spelled(claims.outer);
const UNNOTICED = spelled(claims.unnoticed);
const JOINS = /^(?:and|i|a)$/;
const OUTCOME = /^(?:will|would|itll|youll|wyjdzie|rozpadnie|rozleci|opadnie)$/;
/** `… tylko na oliwie`: what comes instead may stand behind a small word. */
const SMALL = /^(?:na|z|ze|w|do|the|some|with|of|in|a|an)$/;

/**
 * Whether what stands around a clause that denies a food takes it back: `nie wlewaj mleka, dopóki …`, `don't
 * buy butter, we have plenty`, `nie dodawaj orzechów, wsyp je na końcu`.
 * @param start where the clause begins
 * @param end where it ends
 */
export function takesBack(
  tokens: readonly Token[],
  matches: readonly Match[],
  verb: DeniedVerb,
  start: number,
  end: number,
): boolean {
  const last = sentenceEnd(tokens, end);
  const next = wordAt(tokens, end);
  const goesOn = end < last;
  if (goesOn && CONTRASTS.has(next)) return !isOtherFood(tokens, matches, end + 1);
  if (goesOn && (CANCELS.has(next) || CANCELS.has(wordAt(tokens, end + 1)))) return true;
  if (isConditional(tokens, start)) return true;
  const rest = tokens.slice(end, last);
  if (verb.acquires && rest.some(({ word }) => HAVE.has(word)) && !rest.some(isNegative))
    return true;
  if (isFetched(tokens, matches, end)) return true;
  if (isProverb(tokens, matches, { at: verb.from, to: verb.to }, end)) return true;
  if (verb.kind === 'left-out' && isMissed(tokens, end, last)) return true;
  return comesBack(tokens, end, sentenceEnd(tokens, last + 1));
}

function isOtherFood(tokens: readonly Token[], matches: readonly Match[], at: number): boolean {
  const from = SMALL.test(wordAt(tokens, at)) ? at + 1 : at;
  return matches.some((match) => match.from === from);
}

/** `until it boils, don't add the milk`: the clause before begins so. */
function isConditional(tokens: readonly Token[], start: number): boolean {
  if (beginsSentence(tokens, start)) return false;
  let from = start - 1;
  while (gapAt(tokens, from) === 'joined') from -= 1;
  return CANCELS.has(wordAt(tokens, from));
}

/** `skip the walnuts and nobody will eat it`, but not `… nobody will notice`. */
function isMissed(tokens: readonly Token[], end: number, last: number): boolean {
  if (REASONS.has(wordAt(tokens, end))) return false;
  for (let at = end; at < last; at += 1) {
    if (REASONS.has(wordAt(tokens, at)) || spellingAt(tokens, at, UNNOTICED) > 0) return false;
    if (NEGATIVES.has(wordAt(tokens, at)) || spellingAt(tokens, at, OUTER) > 0) return true;
  }
  // `skip the eggs and it will collapse`
  return JOINS.test(wordAt(tokens, end)) && tokens.slice(end, last).some(isOutcome);
}

/** `…, dodaj je pod koniec`, `…, I put them in later` */
function comesBack(tokens: readonly Token[], from: number, last: number): boolean {
  for (let at = from; at < last; at += 1) {
    if (!BACK.has(wordAt(tokens, at))) continue;
    const beside = [wordAt(tokens, at - 1), wordAt(tokens, at + 1)];
    const denied = tokens.slice(Math.max(from, at - 3), at).some(isNegative);
    if (!denied && beside.some((word) => isTaking(word) || COOKS.has(word))) return true;
  }
  return false;
}

function isOutcome({ word }: Token): boolean {
  return OUTCOME.test(word);
}

function isNegative({ word }: Token): boolean {
  return NEGATIVES.has(word);
}
