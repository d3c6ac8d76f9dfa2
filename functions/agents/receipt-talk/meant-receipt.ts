import { foldedWords } from '#shared/language/fold.ts';
import { readOrdinal } from '#shared/language/ordinal.ts';
import { isShop, shopNamed } from '#shared/receipts/chains/shop-named.ts';
import type { RecentReceipt } from '#shared/receipts/records/recent-store.ts';
import type { DateSlot } from '#shared/slots/slots.ts';
import { shopOf } from './told.ts';

/** Which receipt is meant: one, or none of those that are there. */
export type MeantReceipt =
  | { readonly receipt: RecentReceipt; readonly isNamed: boolean }
  | { readonly missing: { readonly shop: string | null; readonly day: string | null } };

export interface ReceiptQuestion {
  readonly message: string;
  /** Days that tell which receipt; none where a day is what is corrected. */
  readonly days: readonly Pick<DateSlot, 'from' | 'to'>[];
  /** The receipt that is talked about, and those that were listed last. */
  readonly receiptId: string | null;
  readonly listed: readonly string[];
}

const LAST = /\b(?:ostatni\w*|najnowsz\w+|last|latest|newest)\b/;

/** By shop, by day, by its place in a list, the last one, or the one that is talked about. */
export function meantReceipt(
  { message, days, receiptId, listed }: ReceiptQuestion,
  receipts: readonly RecentReceipt[],
): MeantReceipt | null {
  const shop = shopOfReceipts(message, receipts);
  const [day] = days;
  if (shop !== null || day !== undefined) {
    const fitting = receipts.filter(
      ({ row }) =>
        (shop === null || isShop(shopOf(row), shop) || isShop(row.merchant_name, shop)) &&
        (day === undefined || isWithin(row.purchased_on, day)),
    );
    const [first] = fitting;
    if (first !== undefined) return { receipt: first, isNamed: true };
    return { missing: { shop, day: day?.from ?? null } };
  }
  const ordinal = readOrdinal(message);
  const ofList = ordinal === null ? undefined : listed[ordinal - 1];
  const byPlace = receipts.find(({ row }) => row.id === ofList);
  if (byPlace !== undefined) return { receipt: byPlace, isNamed: true };
  const [newest] = receipts;
  if (newest === undefined) return null;
  if (foldedWords(message).some((word) => LAST.test(word)))
    return { receipt: newest, isNamed: true };
  const talkedOf = receipts.find(({ row }) => row.id === receiptId);
  return { receipt: talkedOf ?? newest, isNamed: talkedOf !== undefined };
}

/** The shop that a message names, among the chains and those that the household buys at. */
export function shopOfReceipts(message: string, receipts: readonly RecentReceipt[]): string | null {
  return shopNamed(
    message,
    receipts.map(({ row }) => shopOf(row)).filter((shop) => shop !== null),
  );
}

function isWithin(day: string | null, { from, to }: Pick<DateSlot, 'from' | 'to'>): boolean {
  return day !== null && from <= day && day <= to;
}
