import { fold } from '#shared/language/fold.ts';
import type { NewShoppingItem } from '#shared/shopping/shopping-schema.ts';
import type { Slots } from '#shared/slots/slots.ts';

/** A thing that a message names for the list, with the product it is taken for. */
export interface SaidItem extends NewShoppingItem {
  readonly productId: string | null;
  /** As it was written. */
  readonly words: string;
}

/** What says only that something comes onto the list, goes from it or was bought: nothing of what it is. */
const AROUND =
  /\b(?:dopisz|dopisac|dodaj|dodac|dorzuc|wpisz|zapisz|wrzuc|dolacz|skresl\w*|odhacz\w*|odfajkuj\w*|odznacz\w*|zaznacz\w*|usun\w*|skasuj\w*|wyrzuc\w*|wykresl\w*|zdejm\w*|wywal\w*|kupil\w+|kupione|kupiony|kupiona|kupic|kup|wzielam|wzialem|mam|mamy|juz|nie kupuj|nie potrzebuj\w+|nie trzeba|trzeba|musze|zrob|stworz|przygotuj|utworz|do|na|z|ze|mojej|naszej|moja|nasza|nowa|list[aeyę]|liste|liscie|zakupow|zakupy|zakupami|jeszcze|tez|takze|mi|nam|prosze|please|jako|kupione|to|add|put|include|write|note|stick|pop|throw|chuck|tick|check|cross|strike|mark|bought|got|purchased|grabbed|picked|up|remove|delete|drop|erase|take|off|out|from|on|onto|the|my|our|a|an|some|shopping|grocery|groceries|list|also|too|need|buy|we|i|ive|weve|dont|have|just|already|as|of|that|this|it|them|these|those|je|ich|go|for|us|me|down|can|you|could|oh|ok|hey|and|i)\b/g;
const JOINTS = /[,;:.!?]|\s(?:i|oraz|and|plus|&)\s/;
const MOST_ITEMS = 30;
const MAX_NAME = 200;

/**
 * The things of a message, each with its amount: `mleko i 2 kg ziemniaków`. What the catalogue knows stands in
 * its base form; anything else, as soap, as it was written.
 */
export function saidItems(message: string, slots: Slots): SaidItem[] {
  const ends = [...message.matchAll(new RegExp(JOINTS, 'g'))].filter(
    ({ index }) => !slots.quantities.some(({ at, end }) => at <= index && index < end),
  );
  const places = [0, ...ends.map(({ index, 0: joint }) => index + joint.length), message.length];
  return places
    .slice(0, -1)
    .flatMap((at, index) => itemsWithin(message, slots, at, places[index + 1] ?? message.length))
    .slice(0, MOST_ITEMS);
}

function itemsWithin(message: string, slots: Slots, at: number, end: number): SaidItem[] {
  const isHere = (place: { readonly at: number }) => at <= place.at && place.at < end;
  const products = slots.products.filter(isHere);
  const quantity = slots.quantities.find(isHere);
  const [product, ...others] = products;
  if (product !== undefined) {
    const first = itemOf(product, quantity);
    return [first, ...others.map((one) => itemOf(one, undefined))];
  }
  const text = message.slice(at, end);
  const rest =
    quantity === undefined
      ? text
      : `${text.slice(0, quantity.at - at)} ${text.slice(Math.min(quantity.end - at, text.length))}`;
  const words = withoutAround(rest);
  if (!/\p{L}{2}/u.test(words)) return [];
  return [{ name: words.slice(0, MAX_NAME), words, productId: null, ...amountOf(quantity) }];
}

function itemOf(
  { name, words, productId }: Slots['products'][number],
  quantity: Slots['quantities'][number] | undefined,
): SaidItem {
  return { name: name.slice(0, MAX_NAME), words, productId, ...amountOf(quantity) };
}

function amountOf(said: Slots['quantities'][number] | undefined) {
  return said === undefined ? {} : { quantity: { value: said.value, unit: said.unit } };
}

/** The words that are left, as they were written: places are the same in the folded text. */
function withoutAround(text: string): string {
  const plain = text.normalize('NFC').replace(/['’]/g, ' ');
  const folded = fold(plain);
  if (folded.length !== plain.length)
    return folded.replace(AROUND, ' ').replace(/\s+/g, ' ').trim();
  let rest = plain;
  for (const { index, 0: word } of folded.matchAll(AROUND))
    rest = rest.slice(0, index) + ' '.repeat(word.length) + rest.slice(index + word.length);
  return rest.replace(/\s+/g, ' ').trim();
}
