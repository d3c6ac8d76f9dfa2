import type { Locale } from '#shared/context/locale.ts';
import { readTalk } from '#shared/pantry-requests/read-talk.ts';
import { isChange, type PantryRequest } from '#shared/pantry-requests/request.ts';
import { NOTHING_SAID } from '#shared/pantry-requests/talk-so-far.ts';
import { foodOfName } from '#shared/products/relation/foods.ts';
import { productNamed } from '#shared/slots/product-named.ts';
import type { RoutingContext } from './route.ts';

/** Which days are meant does not matter to who answers. */
const ANY_DAY = '2000-01-01';

/**
 * Whether a message says what came into the house or went, or asks what is there. What answers a question,
 * corrects or goes on is of the pantry only right behind what was said of it; `same again` is later too.
 */
export function asksOfPantry(
  message: string,
  { locale, heard, pantryTalk, lastAgent }: Omit<RoutingContext, 'asked' | 'chefState'>,
): boolean {
  // Nothing is booked of what is said of people.
  if (heard.question !== null || heard.forbidden.length > 0) return false;
  const talk = pantryTalk ?? NOTHING_SAID;
  const isBehind = lastAgent === 'conversation';
  const known = isBehind ? talk : { ...NOTHING_SAID, change: talk.change };
  const { requests, corrects } = readTalk(message, known, { language: locale, today: ANY_DAY });
  if (requests.length === 0) return false;
  return isBehind || (!corrects && requests.every((request) => isCertain(request, locale)));
}

/** Whether all it names is known to be food: whoever asks how much of what else there is asks somebody else. */
function isCertain(request: PantryRequest, language: Locale): boolean {
  if (isChange(request)) return request.items.every(({ product }) => isFood(product, language));
  if ('product' in request) return isFood(request.product, language);
  return true;
}

function isFood(name: string | null, language: Locale): boolean {
  if (name === null) return false;
  return foodOfName(name) !== undefined || productNamed(name.split(' '), language) !== undefined;
}
