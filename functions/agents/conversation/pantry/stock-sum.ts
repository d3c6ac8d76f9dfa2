import type { Locale } from '#shared/context/locale.ts';
import type { LotRow } from '#shared/pantry/lot-row.ts';
import { amountText } from '#shared/proposals/lot-view.ts';
import { add, exactly, toDecimal } from '#shared/quantities/rational.ts';

/** How much there is of several lots, unit by unit: `2 l`, `1 szt + 200 g`. */
export function sumOf(lots: readonly LotRow[], locale: Locale): string {
  return [...Map.groupBy(lots, ({ unit }) => unit)]
    .map(([unit, same]) => {
      const sum = same.reduce((all, { quantity }) => add(all, exactly(quantity)), exactly('0'));
      return amountText({ value: toDecimal(sum), unit }, locale);
    })
    .join(' + ');
}
