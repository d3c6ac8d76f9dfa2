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

/** `[ ] mąka 2 × 1 kg`: packs where it is known how it is sold, else what is needed. */
function lineOf({ name, needed, packs, ticked }: ShoppingItem, locale: Locale): string {
  const much =
    packs !== null
      ? `${packs.count} × ${largerAmountText(packs.size, locale)}`
      : needed !== null
        ? largerAmountText(needed, locale)
        : null;
  return [ticked ? '[x]' : '[ ]', name, much].filter((part) => part !== null).join(' ');
}
