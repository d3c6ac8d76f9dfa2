import type { Locale } from '#shared/context/locale.ts';
import { moneyText } from '#shared/money/money-text.ts';
import { largerAmountText } from '#shared/pantry/lot-text.ts';
import type { ShoppingItem, ShoppingListView } from './shopping-schema.ts';

const TOTAL = {
  pl: (price: string) => `Razem około ${price}`,
  en: (price: string) => `About ${price} altogether`,
};

/**
 * A list to print or to send on: its title, then aisle by aisle what is to be bought, what is ticked
 * marked `[x]`. Prices are in the JSON; here is only their sum.
 */
export function listText({ title, items, price }: ShoppingListView, locale: Locale): string {
  const aisles = [...Map.groupBy(items, ({ aisle }) => aisle.key).values()];
  const blocks = aisles.map((ofAisle) => {
    const [first] = ofAisle;
    return [first?.aisle.name ?? '', ...ofAisle.map((item) => lineOf(item, locale))].join('\n');
  });
  const hasPrice = items.some((item) => item.price !== null);
  const total = hasPrice ? [TOTAL[locale](moneyText(price, locale))] : [];
  return `${[title, ...blocks, ...total].join('\n\n')}\n`;
}

function lineOf(item: ShoppingItem, locale: Locale): string {
  return `${item.ticked ? '[x]' : '[ ]'} ${itemText(item, locale)}`;
}

/** `mąka 2 × 1 kg` */
export function itemText(item: ShoppingItem, locale: Locale): string {
  const much = howMuch(item, locale);
  return much === null ? item.name : `${item.name} ${much}`;
}

/** `2 × 1 kg`: packs where it is known how it is sold, else what is needed; null when nobody said. */
export function howMuch({ needed, packs }: ShoppingItem, locale: Locale): string | null {
  if (packs !== null) return `${packs.count} × ${largerAmountText(packs.size, locale)}`;
  return needed === null ? null : largerAmountText(needed, locale);
}
