import { englishStems } from './inflect-english.ts';
import { isForm, polishStems } from './inflect-polish.ts';
import type { Substance } from './lexicon-row.ts';
import type { Match } from './scan.ts';
import { gapAt, sentenceEnd, wordAt } from './sentences.ts';
import type { Token } from './tokens.ts';

/** What is made with any milk. */
const PUDDINGS = [
  ...['budyń', 'pudding', 'latte', 'beszamel'].map((word) => polishStems(word)),
  ...['pudding', 'custard', 'latte', 'bechamel'].map((word) => englishStems(word)),
];
const MILK = /^(?:mlek|mleczk|napo|smietan|milk|drink|cream)/;
const INTO = /^(?:na|w|z|ze|in|with|from|using|of)$/;
const MADE_OF = /^(?:from|of|z|ze)$/;
const ALONE = /^sam(?:ego|ej|ych)$/;
const ONLY = /^(?:alone|only)$/;
/** Words between a dish and what it is made of: `stock that is made from`. */
const REACH = 3;
const NONE: readonly Substance[] = [];
const OF_MILK: readonly Substance[] = ['milk', 'dairy'];

/**
 * What a dish no longer has for certain where its sentence says all that it is made of: `stock made from carrots
 * and onions alone`, `rosół z samych skrzydeł`, or another milk for it: `budyń na mleku kokosowym`. It still may.
 */
export function leftOpenByMaking(
  tokens: readonly Token[],
  matches: readonly Match[],
): (match: Match) => readonly Substance[] {
  const milks = matches.filter(isOtherMilk);
  return (match) => {
    if (match.entry.kind !== 'implied') return NONE;
    if (isMadeOnlyOf(match)) return match.entry.has;
    return isPudding(match) && milks.some((milk) => isBehind(match, milk)) ? OF_MILK : NONE;
  };

  function isMadeOnlyOf({ to }: Match): boolean {
    for (let at = to; at <= to + REACH && gapAt(tokens, at) === 'joined'; at += 1) {
      if (!MADE_OF.test(wordAt(tokens, at))) continue;
      if (ALONE.test(wordAt(tokens, at + 1))) return true;
      const end = sentenceEnd(tokens, at);
      const isListed = matches.some(({ from }) => from > at && from < end);
      return isListed && ONLY.test(wordAt(tokens, end - 1));
    }
    return false;
  }

  function isOtherMilk({ from, to, entry }: Match): boolean {
    const names = tokens.slice(from, to).some(({ word }) => MILK.test(word));
    return names && entry.kind === 'instead' && !entry.has.includes('milk');
  }

  function isPudding({ from, to }: Match): boolean {
    return tokens.slice(from, to).some(({ word }) => PUDDINGS.some((stems) => isForm(word, stems)));
  }

  function isBehind(dish: Match, milk: Match): boolean {
    const isOneSentence = milk.from < sentenceEnd(tokens, dish.from);
    return milk.from >= dish.to && isOneSentence && INTO.test(wordAt(tokens, milk.from - 1));
  }
}
