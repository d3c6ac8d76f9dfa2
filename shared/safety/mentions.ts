import { carvedShapes } from './carved.ts';
import { comparedFrom, isColoured, isComparedBehind, likenedAt } from './comparisons.ts';
import mentions from './data/mentions.json' with { type: 'json' };
import type { Language } from './lexicon-row.ts';
import { mentionedFrom } from './mention-reach.ts';
import { properName } from './proper-names.ts';
import { isUsualUse, purposeAt } from './purposes.ts';
import type { Match } from './scan.ts';
import { beginsSentence, gapAt, wordAt, wordsNear } from './sentences.ts';
import { spelled, spellingAt } from './spellings.ts';
import { foldWord, type Token } from './tokens.ts';

/** Words that name food which is not in it. */
export interface Mentions {
  readonly surely: ReadonlySet<number>;
  /** As it seems: it may be in it all the same. */
  readonly perhaps: ReadonlySet<number>;
}

const NOT_FOOD = spelled(mentions.notFood);
/** `Cream the avocado`: done with what is named behind it, where a sentence begins so. */
const VERBS = spelled(mentions.verbs);
const SAYINGS = spelled(mentions.sayings);
const OTHER_THINGS = mentions.otherThings.map(({ looks, hints }) => ({
  looks: new RegExp(`^(?:${looks.join('|')})$`),
  hints: hints.map(foldWord),
}));
/** `w 100 g: białko 7 g, tłuszcz 0,4 g` */
const NUTRITION = /^(?:weglowodan|odzywcz|kcal$|kj$|energi)/;

/**
 * Words that name food which is not in it: what something is for (`przyprawa do ryb`), what it is as large or
 * as soft as (`wielkości orzecha`), whom it would harm (`alergia na orzechy`), and what is only called so.
 */
export function onlyMentioned(
  tokens: readonly Token[],
  matches: readonly Match[],
  reading: { readonly whole: boolean; readonly language: Language | null },
): Mentions {
  const { whole, language } = reading;
  const surely = new Set<number>();
  const perhaps = carvedShapes(tokens, matches);
  const isTable = tokens.some(({ word }, at) => NUTRITION.test(word) || isPerHundred(at));
  for (let at = 0; at < tokens.length; at += 1) {
    const purpose = purposeAt(tokens, at, reading);
    if (purpose !== null) {
      const into = purpose.doubtful ? perhaps : surely;
      addAll(into, mentionedFrom(tokens, matches, at + 1, purpose.joins, language));
    }
    if (whole && spellingAt(tokens, at, NOT_FOOD) > 0) hideItem(at);
    const compared = comparedFrom(tokens, at, reading);
    if (compared !== null) {
      addAll(surely, mentionedFrom(tokens, matches, compared.from, compared.joins, language));
    }
    if (!whole && isUsualUse(tokens, at)) {
      addAll(surely, mentionedFrom(tokens, matches, at + 2, 'foods', language));
    }
    // In a name a word is a place where nothing else can be: `pomidory spod Rakowa`.
    const isSpot = /^(?:spod|okolic)$/.test(wordAt(tokens, at - 1));
    const name = whole && !isSpot ? null : properName(tokens, at, language);
    if (name === 'perhaps' || likenedAt(tokens, matches, at, reading)) perhaps.add(at);
    const isOther =
      spellingAt(tokens, at, SAYINGS) > 0 ||
      (!whole && beginsSentence(tokens, at) && spellingAt(tokens, at, VERBS) > 0) ||
      name === 'surely' ||
      (!whole && isOtherThing(at)) ||
      (isTable && isProtein(at)) ||
      isComparedBehind(tokens, at);
    if (isOther) surely.add(at);
    if (!whole && isNutrient(at)) perhaps.add(at);
  }
  for (const { from, to } of matches) {
    if (isColoured(tokens, to))
      addAll(
        surely,
        Array.from({ length: to - from }, (_, index) => from + index),
      );
  }
  return { surely, perhaps };

  /** `in 100 g`, as the tables on labels begin. */
  function isPerHundred(at: number): boolean {
    const isAmount = wordAt(tokens, at) === '100' && wordAt(tokens, at + 1) === 'g';
    return isAmount && /^(?:w|na)$/.test(wordAt(tokens, at - 1));
  }

  /** The grams of protein there; eggs are counted or named beside it. */
  function isProtein(at: number): boolean {
    const behind = tokens.slice(at + 1, at + 4).map(({ word }) => word);
    const grams = behind.indexOf('g');
    const isAmount = grams > 0 && behind.slice(0, grams).every((word) => /^\d+$/.test(word));
    return isAmount && wordAt(tokens, at) === 'bialko';
  }

  /** `śledzie i młotek`, `wycięli mu migdałki`: what stands near says that no food is meant. */
  function isOtherThing(at: number): boolean {
    const word = wordAt(tokens, at);
    return OTHER_THINGS.some(
      ({ looks, hints }) =>
        looks.test(word) &&
        wordsNear(tokens, at).some((other) => hints.some((hint) => other.startsWith(hint))),
    );
  }

  /** `pamiętaj o białku w diecie`: protein, or the white of an egg. */
  function isNutrient(at: number): boolean {
    if (!/^bialk(?:o|a|u|iem|ach|ami)$/.test(wordAt(tokens, at))) return false;
    return wordsNear(tokens, at).some((word) => /^(?:laktoz|diet|diec|zrodl)/.test(word));
  }

  /** `żel pod prysznic mleko i miód`: nothing of it is eaten, up to a comma. */
  function hideItem(at: number): void {
    const isInside = (index: number) => gapAt(tokens, index) === 'joined';
    for (let back = at; back >= 0; back -= 1) {
      surely.add(back);
      if (!isInside(back)) break;
    }
    for (let next = at + 1; isInside(next); next += 1) surely.add(next);
  }
}

function addAll(set: Set<number>, indexes: readonly number[]): void {
  for (const index of indexes) set.add(index);
}
