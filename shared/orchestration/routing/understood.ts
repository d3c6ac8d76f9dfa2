import type { Locale } from '#shared/context/locale.ts';
import { parseIntent } from '#shared/cooking-requests/parse-intent.ts';
import { cookingFoodIn } from '#shared/cooking-times/read-cooking-time.ts';
import { asksStock } from '#shared/pantry-requests/asks-stock.ts';
import { readTalk } from '#shared/pantry-requests/read-talk.ts';
import { isChange, type PantryRequest } from '#shared/pantry-requests/request.ts';
import { NOTHING_SAID, type TalkSoFar } from '#shared/pantry-requests/talk-so-far.ts';
import { foodOfName } from '#shared/products/relation/foods.ts';
import { ANY_DAY } from '#shared/schemas/day.ts';
import { productNamed } from '#shared/slots/product-named.ts';
import type { RoutingContext } from './route.ts';

export type PantryReading =
  | 'asks'
  | 'asks-stock'
  | 'asks-money'
  | 'asks-spoils'
  | 'books'
  | 'counts'
  | 'corrects'
  | 'goes-on';

/** `What needs eating by Thursday`, unlike `what are we eating on Thursday`. */
const DEADLINE = /\b(?:by|before|do)\b/i;

type Said = Omit<RoutingContext, 'asked'>;

/** What the chef's parser understands: an act; null for nothing the chef knows. */
export function understoodByChef(
  message: string,
  { locale, chefState, heard }: Pick<Said, 'locale' | 'chefState' | 'heard'>,
): string | null {
  const { act } = parseIntent(message, locale, (chefState?.offered.length ?? 0) > 0, heard);
  return act === 'unknown' ? null : act;
}

/**
 * What the pantry's parser understands. `books`: what came into the house or went; `counts`: how much
 * there is where the stock is wrong; `asks`: what is there, `asks-stock` where it says so, `asks-money`
 * what was spent, `asks-spoils` what is to be eaten by a day. `corrects` and `goes-on`: what changes a proposal, answers a question or goes on, which
 * is of the pantry only right behind what was said of it; `same again` is later too. Null for nothing of
 * the pantry.
 */
export function understoodByPantry(
  message: string,
  { locale, heard, pantryTalk, lastAgent }: Omit<Said, 'chefState' | 'lastTopic'>,
): PantryReading | null {
  // Nothing is booked of what is said of people.
  if (heard.question !== null || heard.forbidden.length > 0) return null;
  const read = (talk: TalkSoFar) => readTalk(message, talk, { language: locale, today: ANY_DAY });
  const talk = pantryTalk ?? NOTHING_SAID;
  const isBehind = lastAgent === 'conversation';
  const { requests, corrects } = read(isBehind ? talk : { ...NOTHING_SAID, change: talk.change });
  if (requests.length === 0) return null;
  if (!isBehind && (corrects || !requests.every((one) => isCertain(one, locale)))) return null;
  const alone = read(NOTHING_SAID).requests;
  if (requests.some(({ act }) => act === 'count')) return 'counts';
  if (corrects) return 'corrects';
  if (alone.length === 0) return 'goes-on';
  if (alone.some(isChange)) return 'books';
  if (alone.some(({ act }) => act === 'spending')) return 'asks-money';
  if (alone.every(({ act }) => act === 'expiring') && DEADLINE.test(message)) return 'asks-spoils';
  return asksStock(message) ? 'asks-stock' : 'asks';
}

/** Whether all it names is known to be food: whoever asks how much of what else there is asks somebody else. */
function isCertain(request: PantryRequest, language: Locale): boolean {
  if (isChange(request)) return request.items.every(({ product }) => isFood(product, language));
  if ('product' in request) return isFood(request.product, language);
  return true;
}

function isFood(name: string | null, language: Locale): boolean {
  if (name === null) return false;
  return (
    foodOfName(name) !== undefined ||
    productNamed(name.split(' '), language) !== undefined ||
    cookingFoodIn(name) !== null
  );
}
