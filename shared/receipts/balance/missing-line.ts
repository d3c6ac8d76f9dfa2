import type { Minor } from '#shared/money/money.ts';
import type { DraftList } from '#shared/receipts/model/draft.ts';
import type { MissingLine, TaxLine } from '#shared/receipts/model/receipt.ts';
import { letterSums } from '#shared/receipts/taxes/tax-verdict.ts';
import { isConsistent } from './item-choices.ts';

/**
 * A line that was not read: the total is printed twice over (or a name stands without an amount),
 * every line read agrees with itself, and money is left over. The line is named by that money,
 * never made up.
 */
export function missingLine(
  list: DraftList,
  taxes: readonly TaxLine[],
  difference: Minor | null,
  /** Whether two printed totals agree. */
  isTotalConfirmed: boolean,
): MissingLine | null {
  if (difference === null || difference >= 0) return null;
  const amount = -difference;
  const sums = letterSums(list);
  const under = taxes.filter(({ letter, gross }) => gross === amount + (sums.get(letter) ?? 0));
  const sure = isTotalConfirmed || under.length === 1 || list.unpriced.length > 0;
  if (!sure || !list.items.every(isConsistent)) return null;
  const [only] = under;
  const vat = under.length === 1 && only !== undefined ? only.letter : null;
  return { amount, vat, names: [...list.unpriced] };
}
