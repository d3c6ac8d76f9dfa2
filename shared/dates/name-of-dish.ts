import { type DateText, type ReadDays, wordAt } from './date-text.ts';
import { weekdayAt } from './relative-day.ts';

const POLISH_ADJECTIVE = /^(?:(?:poniedzialk|wtork|srod|czwartk|piatk)ow|sobotn|niedzieln)/;
/** What is looked for is for no day: `przepis na niedzielny obiad`. */
const LOOKED_FOR = /^(?:przepis|pomysl|inspiracj|znajdz|poszukaj|recipe|idea)/;
const NAMES_A_DISH = new Set(['roast', 'joint', 'best']);
const REACH = 5;
/** How many words the dish may have. */
const MAX_DISH = 3;
const JOINS = new Set(['z', 'ze', 'from', 'on']);

/**
 * Whether a weekday says what kind of dish is meant and not when: `przepis na sobotni deser`, `a Sunday
 * roast`. Of `wtorkowy makaron z 23 czerwca` the date says it, too.
 */
export function isNameOfDish(text: DateText, at: number, { next }: ReadDays): boolean {
  const day = next - 1;
  // `na niedzielny obiad` is led by a preposition.
  if (next > at + 2 || weekdayAt(text, day) === undefined) return false;
  const following = wordAt(text, next);
  const adjective = POLISH_ADJECTIVE.test(wordAt(text, day));
  const possessive = following === "'" || following === '’';
  if ((adjective || possessive) && isDatedBehind(text, next)) return true;
  const general = adjective ? isLookedFor(text, at) : ['a', 'an'].includes(wordAt(text, day - 1));
  return NAMES_A_DISH.has(following) || (general && /^\p{L}/u.test(following));
}

function isLookedFor(text: DateText, at: number): boolean {
  const before = text.tokens.slice(Math.max(0, at - REACH), at);
  return before.some((token) => LOOKED_FOR.test(token.text));
}

function isDatedBehind(text: DateText, next: number): boolean {
  const words = text.tokens.slice(next, next + MAX_DISH + 2).map((token) => token.text);
  const join = words.findIndex((word) => JOINS.has(word));
  return join > 0 && /^\d/.test(words[join + 1] ?? '') && !/^\d/.test(words[join - 1] ?? '');
}
