import { fold } from '#shared/language/fold.ts';
import { shopNamed } from '#shared/receipts/chains/shop-named.ts';
import { namesReceipt, type ReceiptAct, readAct } from './read-act.ts';

/** What is said of a receipt whatever else was talked about. */
const CERTAIN = [
  /\b(?:dat[ae]|date)(?:'s| is| was| jest)? (?:\w+ )?(?:zl[ae]|wrong|bledn\w+)\b/,
  /\bpopraw\w*:? (?:\S+ ){1,4}(?:kosztowal\w*|mial\w* byc)/,
  /\b(?:dlaczego|czemu) (?:\w+ ){0,2}?(?:wymaga|trzeba|do) (?:\w+ )?sprawdz\w+|\bwhy (?:does|do|did) (?:it|this|that) need (?:a )?(?:review|check)/,
];
/** `ile zapłaciłam w Lidlu?`: what was spent on something is asked of the pantry. */
const PAID = /\bile (?:\w+ ){0,2}?zaplacil\w*|\bhow much (?:\w+ ){0,3}?(?:pay|paid)\b/;
/** `a w Biedronce?`, `a ten z Lidla`: another receipt; `to owsiane`: what was asked about. */
const ANOTHER =
  /^(?:a|and|i) (?:(?:co )?(?:ten|tamten|ta|the one|that) )?(?:w|we|z|ze|na|at|in|from) \S+(?: \S+)?\??$/;
const CHOICE = /^(?:(?:nie|no),? )?(?:to|ten|ta|tamten|tamto|te|the|that) \S+(?: \S+)?[.!?]?$/;
const MORE = /^(?:nie|no|jednak|no wait|wait|sorry),? (?:\S+ ){0,3}\S*\d/;

/** Acts that mean a receipt where one was talked about; others could as well be asked of the pantry. */
const OF_RECEIPTS: ReadonlySet<ReceiptAct> = new Set(['retry', 'why', 'balance']);

/**
 * Whether a message is of receipts. `certain` is so by itself; `goes-on` where receipts were talked of
 * right before; `likely` there too, unless it is surely something else.
 */
export function ofReceipts(message: string): 'certain' | 'goes-on' | 'likely' | null {
  const text = fold(message).replaceAll('’', "'").trim();
  if (CERTAIN.some((pattern) => pattern.test(text))) return 'certain';
  if (PAID.test(text) && shopNamed(message) !== null) return 'certain';
  const act = readAct(message);
  if (ANOTHER.test(text) || MORE.test(text)) return 'goes-on';
  if (act !== null && OF_RECEIPTS.has(act)) return 'goes-on';
  return act !== null || namesReceipt(message) || CHOICE.test(text) ? 'likely' : null;
}
