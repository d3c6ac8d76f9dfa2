import { foldedWords } from '#shared/language/fold.ts';
import { maybeSameWord } from '#shared/language/lemma.ts';
import { readOrdinal } from '#shared/receipt-requests/read-act.ts';
import { chains } from '#shared/receipts/chains/chains.ts';
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
/** `Biedronce` begins as `Biedronka` does. */
const SAME_BEGINNING = 4;
const MIN_SHOP = 3;

/** By shop, by day, by its place in a list, the last one, or the one that is talked about. */
export function meantReceipt(
  { message, days, receiptId, listed }: ReceiptQuestion,
  receipts: readonly RecentReceipt[],
): MeantReceipt | null {
  const words = foldedWords(message);
  const shop = shopNamed(words, receipts);
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
  if (words.some((word) => LAST.test(word))) return { receipt: newest, isNamed: true };
  const talkedOf = receipts.find(({ row }) => row.id === receiptId);
  return { receipt: talkedOf ?? newest, isNamed: talkedOf !== undefined };
}

/** Of the chains and of the shops that receipts name, the one a message names. */
export function shopNamed(
  words: readonly string[],
  receipts: readonly RecentReceipt[],
): string | null {
  const named = receipts.map(({ row }) => shopOf(row)).filter((shop) => shop !== null);
  const all = [...new Set([...named, ...chains.map(({ name }) => name)])];
  return all.find((shop) => words.some((word) => isNameOf(word, shop))) ?? null;
}

export function isShop(name: string | null, shop: string): boolean {
  return name !== null && foldedWords(shop).every((word) => isNameOf(word, name));
}

/** Whether a word is a form of the first word of a shop's name. */
function isNameOf(word: string, shop: string): boolean {
  const [first = ''] = foldedWords(shop);
  if (word.length < MIN_SHOP || first.length < MIN_SHOP) return false;
  const isInflected =
    word.length > SAME_BEGINNING &&
    first.startsWith(word.slice(0, -2)) &&
    Math.abs(word.length - first.length) <= 2;
  return maybeSameWord(word, first) || isInflected;
}

function isWithin(day: string | null, { from, to }: Pick<DateSlot, 'from' | 'to'>): boolean {
  return day !== null && from <= day && day <= to;
}
