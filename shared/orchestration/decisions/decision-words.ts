import { fold } from '#shared/language/fold.ts';
import { haveSwapped, withinOneSlip } from '#shared/language/one-slip.ts';
import decisions from './data/decisions.json' with { type: 'json' };

/** What somebody decides about a proposal by words. */
export type Decision = 'confirm' | 'reject' | 'undo';

/** Words that decide by themselves; those that belong together are joined: `go-ahead`. */
const WORDS: readonly (readonly [Decision, readonly string[]])[] = [
  ['undo', decisions.undo.split(' ')],
  ['confirm', decisions.confirm.split(' ')],
  ['reject', decisions.reject.split(' ')],
];
/** Words that may stand beside them without saying more. */
const BESIDE = new Set(decisions.beside.split(' '));
/** What is to be done with a proposal, beside a yes: `tak, popraw`, `yes, add it`. */
const DOING = new Set(decisions.doing.split(' '));
/** Beside a yes these take it back, `tak, czekaj`; beside anything else they say nothing. */
const HESITATING = new Set(decisions.hesitating.split(' '));
/** Words of their own, though only a letter away from one that decides. */
const OTHERS = new Set(['dobry', 'dobre', 'zapis', 'zapisy', 'zgody', 'pewne', 'jasno', 'stopy']);
const PHRASES = WORDS.flatMap(([, all]) => all.filter((one) => one.includes('-'))).sort(
  (one, other) => other.split('-').length - one.split('-').length,
);
/** `no` is a yes in spoken Polish (`no rób`) and a no in English: beside another word it says nothing. */
const EITHER = 'no';
const MOST_WORDS = 7;
const MOST_CHARACTERS = 80;

/** The words of a message as decisions are looked for: folded, and `that's` is one. */
export function wordsOf(message: string): string[] {
  return (
    fold(message)
      .replace(/['’]/g, '')
      .match(/[\p{L}\d]+/gu) ?? []
  );
}

/**
 * What the whole message decides; null when it says anything more, asks, or says two things. Without
 * Polish marks and with a letter mistyped it is the same.
 */
export function readDecision(message: string): Decision | null {
  if (message.length > MOST_CHARACTERS || message.includes('?')) return null;
  const words = joined(wordsOf(message));
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  if (words.every((word) => word === EITHER)) return 'reject';
  const found = new Set<Decision>();
  for (const word of words.filter((one) => one !== EITHER)) {
    const decision = decisionOf(word);
    if (decision === null && !isBeside(word)) return null;
    if (decision !== null) found.add(decision);
  }
  const confirms = found.has('confirm');
  // `Nie, popraw`: what is to be done instead.
  if (words.some((word) => DOING.has(word)) && !confirms) return null;
  if (confirms && words.some(isHesitating)) return null;
  if (found.size === 1) return [...found][0] ?? null;
  // `No thanks`: nothing but politeness beside it.
  return found.size === 0 && words.includes(EITHER) && words.some(isThanks) ? 'reject' : null;
}

/** Whether a word says nothing of its own beside one that decides. */
export function isBeside(word: string): boolean {
  return BESIDE.has(word) || DOING.has(word) || HESITATING.has(word);
}

function isThanks(word: string): boolean {
  return ['thanks', 'thank', 'dzieki', 'dziekuje'].includes(word);
}

/** Whether it takes back a yes that stands beside it. */
export function isHesitating(word: string): boolean {
  return HESITATING.has(word);
}

/** Words that belong together count as one: `go ahead` as `go-ahead`. */
export function joined(words: readonly string[]): string[] {
  const out: string[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = PHRASES.find(
      (one) => words.slice(at, at + one.split('-').length).join('-') === one,
    );
    const word = phrase ?? words[at] ?? '';
    out.push(word);
    at += word.split('-').length;
  }
  return out;
}

/** What a word decides by itself. */
export function decisionOf(word: string): Decision | null {
  for (const [decision, words] of WORDS) {
    if (words.some((one) => isTyped(word, one))) return decision;
  }
  return null;
}

/** As it is written, with letters drawn out (`taaak`), or in a word of five letters and more with one mistyped. */
function isTyped(word: string, meant: string): boolean {
  if (word === meant || word.replace(/(.)\1+/g, '$1') === meant.replace(/(.)\1+/g, '$1'))
    return true;
  if (haveSwapped(word, meant)) return meant.length >= 3;
  return meant.length >= 5 && !OTHERS.has(word) && !isBeside(word) && withinOneSlip(word, meant);
}
