import { fold } from '#shared/language/fold.ts';
import { keysOfLot, servingBy, servingsOf } from '#shared/products/relation/serves.ts';
import decisions from './data/decisions.json' with { type: 'json' };
import { decisionOf, isBeside, isHesitating, joined, wordsOf } from './decision-words.ts';

/** `a ryż zostaw`, `zostaw mleko`, `leave the milk`, `but not the eggs` */
const REJECTS =
  /^(?:(?:a|i|ale|no|but|and|ok) )?(?:([a-z ]{2,40}?) (?:jednak )?(?:zostaw|odpusc|nie)|zostaw (?:ten |te |to )?([a-z ]{2,40})|(?:leave|forget|not|drop) (?:the )?([a-z ]{2,40}?)(?: alone| out)?)[.!]*$/;
/** Beside a yes, before what it is given to: `yes, go ahead with the rice`, `ok tak, zapisz ryż`. */
const SAVING = new Set(decisions.saving.split(' '));
const YES = new Set(decisions.yes.split(' '));
const MAX_CHARACTERS = 60;
/** As much of a word as its other forms begin with: `ryżu`, `jajka`. */
const STEM = 4;
/** A name of food has so many words at most. */
const MOST_WORDS = 3;

export interface NamedDecision {
  readonly decision: 'confirm' | 'reject';
  readonly id: string;
}

/**
 * The one waiting proposal that a message confirms or rejects by naming what it is about; null where it
 * names none, or more than one.
 */
export function namedDecision(
  message: string,
  waiting: readonly { readonly id: string; readonly summary: string }[],
): NamedDecision | null {
  if (waiting.length === 0 || message.length > MAX_CHARACTERS) return null;
  const text = fold(message).trim();
  const confirmed = confirmedIn(message);
  const named =
    confirmed ??
    REJECTS.exec(text)
      ?.slice(1)
      .find((one) => one !== undefined);
  if (named === undefined) return null;
  const [only, ...others] = waiting.filter(({ summary }) => isAbout(summary, named));
  if (only === undefined || others.length > 0) return null;
  return { decision: confirmed === undefined ? 'reject' : 'confirm', id: only.id };
}

/** Behind a yes, with the words that may stand around it, the few words that are left name it. */
function confirmedIn(message: string): string | undefined {
  const words = joined(wordsOf(message));
  const isAround = (word: string) => SAVING.has(word) || isAgreed(word);
  const start = words.findIndex((word) => !isAround(word));
  const name = words.slice(start);
  const isAsked = start < 1 || /[?\d]/.test(message) || name.length > MOST_WORDS;
  if (isAsked || !words.slice(0, start).some((word) => YES.has(word))) return undefined;
  const closing = name.findLastIndex((word) => !isBeside(word)) + 1;
  return closing === 0 ? undefined : name.slice(0, closing).join(' ');
}

function isAgreed(word: string): boolean {
  return decisionOf(word) === 'confirm' || (isBeside(word) && !isHesitating(word));
}

/** By the words of its summary, or by a food in it that serves as the one that is named: `rice`, `ryż arborio`. */
function isAbout(summary: string, named: string): boolean {
  const words = fold(summary).match(/[a-z]+/g) ?? [];
  const isSaid = named
    .split(' ')
    .every((word) => words.some((one) => one.startsWith(stemOf(word))));
  if (isSaid) return true;
  const asked = servingsOf({ name: named });
  return words.some((_, at) =>
    Array.from({ length: MOST_WORDS }, (__, more) => words.slice(at, at + more + 1)).some(
      (name) => {
        const kind = servingBy(asked, keysOfLot({ name: name.join(' ') }))?.kind;
        return kind === 'same' || kind === 'specific';
      },
    ),
  );
}

function stemOf(word: string): string {
  return word.slice(0, Math.max(3, Math.min(STEM, word.length - 1)));
}
