import { basename } from 'node:path';
import type { Repair } from './repair-state.ts';

const UNTOUCHED =
  'Receipts, pantry and photographs are untouched: they are not in it. What was being read begins again within half an hour.';

/** What was done to the state file, for the person at the terminal. */
export function sentenceOf(repair: Repair): string | undefined {
  if (repair.kind === 'none') return undefined;
  if (repair.kind === 'missing') {
    return `state.sqlite was missing, and was made anew. ${UNTOUCHED}`;
  }
  return `state.sqlite was damaged, and was made anew with the ${repair.rows} rows that could be read; the old one is kept as ${basename(repair.kept)}. ${UNTOUCHED}`;
}
