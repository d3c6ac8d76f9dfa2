import type { HouseholdContext } from '#shared/context/household-context.ts';
import type { Locale } from '#shared/context/locale.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { toMoney } from '#shared/money/money.ts';
import { readAliases } from '#shared/products/alias-store.ts';
import { choicesOf } from '#shared/products/choices.ts';
import type { HouseholdAlias } from '#shared/products/household-alias.ts';
import { matchProduct } from '#shared/products/match-product.ts';
import { isDoubtful } from '#shared/receipts/model/review-reasons.ts';
import type { Review } from '#shared/receipts/records/receipt-schema.ts';
import { findReceipt, type ItemRow, itemsOf } from '#shared/receipts/records/receipt-store.ts';
import { showItem } from '#shared/receipts/records/receipt-view.ts';

/** The doubtful lines of a receipt, for a person to review. @throws UserError 404 */
export async function reviewReceipt(
  household: HouseholdContext,
  id: string,
  locale: Locale,
): Promise<Review> {
  const { row, items, aliases } = await withHousehold(household, async (client) => ({
    row: await findReceipt(client, id),
    items: await itemsOf(client, id),
    aliases: await readAliases(client),
  }));
  const money = (minor: number | null) => (minor === null ? null : toMoney(minor, row.currency));
  return {
    receiptId: id,
    status: row.status,
    reasons: row.reasons,
    total: money(row.total_minor),
    balance: { ok: row.balance_ok, difference: money(row.balance_difference_minor) },
    lines: items.filter(isDoubtful).map((item) => ({
      ...showItem(item, row.currency),
      image: item.place === null ? null : `/api/v2/receipts/${id}/items/${item.id}/image`,
      candidates: candidatesOf(item, aliases, locale),
    })),
  };
}

function candidatesOf(
  { name, kind, meanings }: ItemRow,
  aliases: readonly HouseholdAlias[],
  locale: Locale,
) {
  if (kind !== 'food') return [];
  return choicesOf(name, matchProduct(name, aliases), meanings).map(({ product, score }) => ({
    id: product.id,
    name: product[locale],
    score,
  }));
}
