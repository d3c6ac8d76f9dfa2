import { foldedWords } from '#shared/language/fold.ts';
import { cueTokens } from '#shared/pantry-requests/cue-table.ts';
import { shopNamed } from '#shared/receipts/chains/shop-named.ts';
import { hasCue } from './cues.ts';
import { namesReceipt, type ReceiptAct, readAct } from './read-act.ts';

/** Acts that mean a receipt where one was talked about; others could as well be asked of the pantry. */
const OF_RECEIPTS: ReadonlySet<ReceiptAct> = new Set(['retry', 'why', 'balance']);
const MOST_WORDS = 5;
/** `a w Biedronce?`, `a ten z Lidla?`: another receipt. */
const BEGINNING = new Set(['a', 'and', 'i']);
const POINTING = new Set(['co', 'ten', 'tamten', 'ta', 'the', 'one', 'that']);
const AT = new Set(['w', 'we', 'z', 'ze', 'at', 'in', 'from']);
/** `to owsiane`: one of what was asked about. */
const CHOOSING = new Set(['to', 'ten', 'ta', 'tamten', 'tamto', 'te', 'the', 'that']);
/** `nie, jednak 3,59`: another value than was proposed. */
const RATHER = new Set(['nie', 'no', 'jednak', 'wait', 'sorry']);

/**
 * Whether a message is of receipts. `certain` is so by itself; `goes-on` where receipts were talked of
 * right before; `likely` there too, unless it is surely something else.
 */
export function ofReceipts(message: string): 'certain' | 'goes-on' | 'likely' | null {
  const read = cueTokens(message);
  if (hasCue('ofReceiptsAnyway', read)) return 'certain';
  if ((hasCue('paidAt', read) || hasCue('boughtAt', read)) && shopNamed(message) !== null)
    return 'certain';
  const act = readAct(message);
  if (act !== null && OF_RECEIPTS.has(act)) return 'goes-on';
  // `A co na nim było?`: of what was talked about, whatever else it looks like.
  if (act !== null && hasCue('onIt', read)) return 'goes-on';
  const words = foldedWords(message);
  if (words.length <= MOST_WORDS && (isOfAnother(words) || isRather(words))) return 'goes-on';
  return act !== null || namesReceipt(message) || isChoice(words) ? 'likely' : null;
}

function isOfAnother([first = '', ...others]: readonly string[]): boolean {
  const rest = others.filter((word) => !POINTING.has(word));
  return BEGINNING.has(first) && AT.has(rest[0] ?? '') && rest.length > 1;
}

function isRather(words: readonly string[]): boolean {
  return RATHER.has(words[0] ?? '') && words.some((word) => /\d/.test(word));
}

function isChoice(words: readonly string[]): boolean {
  const rest = words.filter((word, at) => at > 0 || !RATHER.has(word));
  return rest.length > 1 && rest.length <= 3 && CHOOSING.has(rest[0] ?? '');
}
