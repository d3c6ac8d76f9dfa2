import { cueTokens } from '#shared/pantry-requests/cue-table.ts';
import type { Token } from '#shared/quantities/tokens.ts';
import { hasCue } from './cues.ts';

/** What somebody wants of a receipt; what comes first here is meant where several are said. */
const ACTS = [
  'how-to',
  'retry',
  'why',
  'correct',
  'balance',
  'list',
  'confirm',
  'paid',
  'price',
  'contents',
  'status',
] as const;
export type ReceiptAct = (typeof ACTS)[number];

/** `3,49`: who names a price says what it should be, unless they ask. */
const PRICE = /\d[.,]\d\d/;

/** What a message asks of a receipt; null where it says nothing of the kind. */
export function readAct(message: string): ReceiptAct | null {
  const read = cueTokens(message);
  const act = ACTS.find((one) => hasCue(one, read)) ?? null;
  const isValue = PRICE.test(message) && (act === null || act === 'status');
  return isValue ? 'correct' : act;
}

/** Whether it speaks of a receipt. */
export function namesReceipt(message: string): boolean {
  return hasCue('receipt', cueTokens(message));
}

/** What of a receipt a correction is about, by its words. */
export interface CorrectionCues {
  readonly takesOut: boolean;
  readonly adds: boolean;
  readonly ofDay: boolean;
  readonly ofShop: boolean;
  readonly ofTotal: boolean;
}

export function correctionCues(message: string): CorrectionCues {
  const read: readonly Token[] = cueTokens(message);
  return {
    takesOut: hasCue('takesOut', read),
    adds: hasCue('adds', read),
    ofDay: hasCue('ofDay', read),
    ofShop: hasCue('ofShop', read),
    ofTotal: hasCue('ofTotal', read),
  };
}
