import { lineValue, parseMilli } from '#shared/receipts/fields/amount.ts';
import { itemName } from '#shared/receipts/fields/item-name.ts';
import { UNITS } from '#shared/receipts/fields/multiplication.ts';
import type { DraftItem } from '#shared/receipts/model/draft.ts';

/** `2 szt. Kefir`, `0,482 kg Pomidory`, `2 x Kefir`, `2 Kefir`. */
const COUNT =
  /^(\d{1,3}(?:[.,]\d{1,3})?)\s?(szt|stk|pcs|kg|opak|op)?\.?\s?(?:([x×*])\s?|\s)(?=\p{L}{2})/iu;
/** `à` stands before the price of one. */
const PRICE = /(?:^|\s)(?:à\s?|@\s?)?(\d{1,5}[.,]\d\d)$/;

/**
 * Some tills print the quantity before the name and price and value after it. A number without unit
 * or sign is one only when the value proves it: `7 DAYS` is a name.
 * @param before what stands before the value on its line
 */
export function splitCountBeforeName(item: DraftItem, before: string): void {
  const found = COUNT.exec(item.name);
  const quantityMilli = parseMilli(found?.[1] ?? '');
  if (found === null || !quantityMilli || item.quantityMilli !== 1000) return;
  // One piece prints its price as its value, which is known as that already.
  if (item.unitPrice !== null && quantityMilli !== 1000) return;
  const [text, amount] = PRICE.exec(before) ?? [];
  const printed = amount === undefined ? item.unitPrice : (parseMilli(amount) ?? 0) / 10;
  const isLabelled = found[2] !== undefined || found[3] !== undefined;
  const unitPrice = printed ?? evenShare(item, quantityMilli);
  const isProven = lineValue(quantityMilli, unitPrice) === item.gross;
  // Two of the three: a count that is called one, a price, a value that both make.
  if ([isLabelled, printed !== null, isProven].filter(Boolean).length < 2) return;
  const rest = item.name.slice(found[0].length);
  const name = text !== undefined && rest.endsWith(text) ? rest.slice(0, -text.length) : rest;
  const unit = UNITS[(found[2] ?? '').toLowerCase()] ?? null;
  Object.assign(item, { quantityMilli, unit, unitPrice, name: itemName(name) });
}

/** The price of one where only the value was printed; pieces that do not share it evenly prove nothing. */
function evenShare(item: DraftItem, quantityMilli: number): number {
  const price = (item.gross * 1000) / quantityMilli;
  return quantityMilli % 1000 === 0 && Number.isInteger(price) ? price : 0;
}
