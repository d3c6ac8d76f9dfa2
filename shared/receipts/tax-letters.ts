import type { Minor } from '#shared/money/money.ts';
import type { DraftItem } from './draft.ts';
import type { ParsedItem, TaxLine, VatLetter } from './receipt.ts';

/** Sums of net values per PTU letter. */
function perLetter(
  items: readonly { vat: VatLetter | null; net: Minor }[],
): Map<VatLetter | null, Minor> {
  const sums = new Map<VatLetter | null, Minor>();
  for (const item of items) sums.set(item.vat, (sums.get(item.vat) ?? 0) + item.net);
  return sums;
}

/**
 * Gives the one letter the PTU table still lacks to the lines whose letter was not readable,
 * when exactly their sum is missing under exactly one letter.
 */
export function fillLetters(items: readonly DraftItem[], taxes: readonly TaxLine[]): void {
  const without = items.filter((item) => item.vat === null);
  if (without.length === 0) return;
  const sums = perLetter(items.map((item) => ({ vat: item.vat, net: item.gross - item.discount })));
  const open = sums.get(null) ?? 0;
  const lacking = taxes.filter(
    (row) => row.gross !== null && row.gross - (sums.get(row.letter) ?? 0) === open,
  );
  const only = lacking[0];
  if (lacking.length === 1 && only !== undefined)
    for (const item of without) item.vat = only.letter;
}

/** False when the table and the letters, both fully read, contradict each other. */
export function agreesWithLetters(
  items: readonly ParsedItem[],
  taxes: readonly TaxLine[],
): boolean {
  if (taxes.length === 0 || items.some((item) => item.vat === null)) return true;
  const sums = perLetter(items);
  return taxes.every((row) => row.gross === null || row.gross === (sums.get(row.letter) ?? 0));
}
