import type { Language } from '#shared/recipes/model/recipe.ts';
import type { MessageScanner } from '#shared/statements/message-scanner.ts';
import type { NamedFood } from '#shared/statements/named-food.ts';
import { foodsOf } from './read-foods.ts';

const FOOD = "(?:an? |the |any )?([a-z][a-z '-]{1,50})";
const STANDS_IN = new RegExp(
  `\\b(?:czym (?:\\w+ ){0,2}?zastap\\w+|(?:co|czego) (?:moge |mozna |mam )?(?:dac|uzyc|wziac|dodac) zamiast|zamiennik\\w*(?: dla| do| za)?|what (?:can|could|should|do|to) (?:i |we )?use (?:instead of|in place of)|(?:substitut\\w*|replacements?|alternatives?) (?:for|to)) ${FOOD}`,
  'd',
);
const GOES_ON = new RegExp(
  `^(?:a |i |and |or |what about |how about |co z )?(?:zamiast |za |for |instead of )?${FOOD}\\?*$`,
  'd',
);
const MOST_WORDS = 4;
const HOW_LONG =
  /\b(?:ile (?:to |sie |czasu |minut |ona |on |taki\w* )*(?:trwa|robi|gotuj|piecz|smaz|dusi|zajm|zejdz|schodz|czasu|minut)\w*|jak dlugo|how long|how much time|how many minutes)/;

/** The food that something else is sought for: `czym zastąpić masło?`*/
export function readStandIn(scanner: MessageScanner, language: Language): NamedFood | undefined {
  return foodAfter(STANDS_IN, scanner, language);
}

/** The next one, behind an answer about another: `and for butter?` */
export function readNextStandIn(
  scanner: MessageScanner,
  language: Language,
): NamedFood | undefined {
  if (scanner.whole.split(' ').length > MOST_WORDS) return undefined;
  return foodAfter(GOES_ON, scanner, language);
}

/** Whether it asks how long something takes. @param whole the message, folded */
export function asksHowLong(whole: string): boolean {
  return HOW_LONG.test(whole);
}

/** The known food that a pattern catches, as it was written: `mąkę` folded is an English verb. */
function foodAfter(
  pattern: RegExp,
  { whole, cased }: MessageScanner,
  language: Language,
): NamedFood | undefined {
  const place = pattern.exec(whole)?.indices?.[1];
  if (place === undefined) return undefined;
  const [food] = foodsOf(cased.slice(...place).toLowerCase(), language);
  return food?.productId == null ? undefined : food;
}
