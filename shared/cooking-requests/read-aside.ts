import type { Language } from '#shared/recipes/model/recipe.ts';
import type { MessageScanner } from '#shared/statements/message-scanner.ts';
import type { NamedFood } from '#shared/statements/named-food.ts';
import type { RecipeDetail } from './criteria.ts';
import { foodsOf } from './read-foods.ts';

const FOOD = "(?:an? |the |any )?([a-z][a-z '-]{1,50})";
const STANDS_IN = new RegExp(
  `\\b(?:czym (?:\\w+ ){0,2}?zastap\\w+|(?:co|czego) (?:moge |mozna |mam )?(?:dac|uzyc|wziac|dodac) zamiast|zamiennik\\w*(?: dla| do| za)?|what (?:can|could|should|do|to) (?:i |we )?use (?:instead of|in place of)|(?:substitut\\w*|replacements?|alternatives?) (?:for|to)) ${FOOD}`,
  'd',
);
/** `I'm out of breadcrumbs, need something else`. */
const OUT_OF = new RegExp(
  `\\b(?:out of|no more|(?:don'?t|do not) have(?: any)?|skonczyl\\w* (?:mi )?sie|nie mam|zabraklo(?: mi)?) ${FOOD},? ?(?:i |so |wiec |i )?(?:need|want|potrzeb\\w*|co|czego|czym|what|is there)\\b.{0,20}\\b(?:else|instead|zamiast|w zamian|innego|zastap\\w*)`,
  'd',
);
const GOES_ON = new RegExp(
  `^(?:a |i |and |or |what about |how about |co z )?(?:zamiast |za |for |instead of )?${FOOD}\\?*$`,
  'd',
);
const MOST_WORDS = 4;
const DETAILS: readonly (readonly [RecipeDetail, RegExp])[] = [
  [
    'nutrition',
    /\b(?:kalori\w*|kcal|bialk(?:a|o)|weglowodan\w*|ile .{0,20}(?:tluszczu|cukru)|wartosc\w* odzywcz\w*|odzywcz\w*|makro|calorie?s?|protein|carbs|carbohydrates?|nutrition\w*|nutrients?|macros|how (?:much|many) (?:grams of )?(?:fat|sugar))\b/,
  ],
  [
    'keeping',
    /\b(?:(?:za)?(?:mroz|mraz)\w*|freez\w*|frozen|ile .{0,15}(?:postoi|wytrzyma)|(?:jak dlugo|ile dni) .{0,25}(?:trzyma\w*|przechow\w*|postoi|wytrzyma|stac)|how (?:long|many days) .{0,25}(?:keep|keeps|last|lasts|good)|(?:can|could|does|will) (?:i |we |it |this |that )*(?:keep|be kept|stored?|be stored)|na jutro zostaw\w*|(?:zje\w+|zosta\w+) na jutro|leftovers? (?:keep|last)|odgrza\w+|reheat\w*)\b/,
  ],
  [
    'servings',
    /\b(?:(?:na|dla) ilu?e? (?:to )?(?:jest )?(?:osob\w*|porcj\w*|ludzi)|il[eu] (?:to |z tego |jest |bedzie |wyjdzie |sie )*(?:osob|porcj|ludzi)\w*|ilu (?:osob|ludzi)\w*|how many (?:people|persons?|servings?|portions?|mouths|does (?:it|that|this)|will (?:it|that|this))|serves? how many|(?:is|will) (?:it|that|this) (?:be )?enough for)\b/,
  ],
  [
    'duration',
    /\b(?:ile (?:to |sie |czasu |minut |ona |on |taki\w* )*(?:trwa|robi|gotuj|piecz|smaz|dusi|zajm|zejdz|schodz|czasu|minut)\w*|ile (?:to |sie |musi |ma |trzeba )*(?:stac|siedziec|pyrkac|bulgotac|trzymac) (?:na|w) (?:kuchni|ogniu|gazie|palniku|piekarniku|piecu)|jak dlugo|how long|how much time|how many minutes)/,
  ],
];

/** The food that something else is sought for: `czym zastąpić masło?`*/
export function readStandIn(scanner: MessageScanner, language: Language): NamedFood | undefined {
  return foodAfter(STANDS_IN, scanner, language) ?? foodAfter(OUT_OF, scanner, language);
}

/** The next one, behind an answer about another: `and for butter?` */
export function readNextStandIn(
  scanner: MessageScanner,
  language: Language,
): NamedFood | undefined {
  if (scanner.whole.split(' ').length > MOST_WORDS) return undefined;
  return foodAfter(GOES_ON, scanner, language);
}

/** What of a recipe a message asks for; undefined for none. @param whole the message, folded */
export function readDetail(whole: string): RecipeDetail | undefined {
  return DETAILS.find(([, pattern]) => pattern.test(whole))?.[0];
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
