import type { Minor } from '#shared/money/money.ts';
import type { DraftItem, DraftList } from '#shared/receipts/model/draft.ts';
import type { TaxLine, VatLetter } from '#shared/receipts/model/receipt.ts';
import { letterSums } from './tax-verdict.ts';

/** Ways to give letters that are tried before it is left to a person; 20,000 take about 10 ms. */
const MAX_STEPS = 20_000;

/**
 * Gives lines whose letter was not read the letters that make the tax table true. When all letters
 * were read and contradict it, one letter may have been misread. Only when there is one way.
 */
export function reconcileLetters(list: DraftList, taxes: readonly TaxLine[]): void {
  const rows = taxes.filter(({ gross }) => gross !== null);
  if (rows.length === 0) return;
  if (!agreesWithLetters(list, taxes)) doubtDigits(list, rows);
  const sums = letterSums(list);
  const gaps = new Map(
    rows.map(({ letter, gross }) => [letter, (gross ?? 0) - (sums.get(letter) ?? 0)]),
  );
  const without = list.items.filter((item) => item.vat === null);
  if (without.length > 0) {
    const way = onlyAssignment(without, gaps);
    for (const [at, item] of without.entries()) item.vat = way?.[at] ?? null;
    return;
  }
  correctOneLetter(list, gaps);
}

/** A letter read as a digit is none that was read, where the table has only others. */
function doubtDigits(list: DraftList, rows: readonly TaxLine[]): void {
  for (const item of list.items) {
    if (item.vatFromDigit && !rows.some(({ letter }) => letter === item.vat)) item.vat = null;
  }
}

const netOf = (item: DraftItem) => item.gross - item.discount;

/** The one way to share lines out over what the rows lack; null for none or several. */
function onlyAssignment(
  items: readonly DraftItem[],
  gaps: ReadonlyMap<VatLetter, Minor>,
): VatLetter[] | null {
  const open = new Map(gaps);
  const letters = [...gaps.keys()];
  const chosen: VatLetter[] = [];
  let only: VatLetter[] | null = null;
  let ways = 0;
  let steps = 0;
  const share = (at: number): void => {
    steps += 1;
    if (ways > 1 || steps > MAX_STEPS) return;
    const item = items[at];
    if (item === undefined) {
      if ([...open.values()].some((gap) => gap !== 0)) return;
      ways += 1;
      only = [...chosen];
      return;
    }
    for (const letter of letters) {
      const gap = open.get(letter) ?? 0;
      if (gap < netOf(item)) continue;
      open.set(letter, gap - netOf(item));
      chosen.push(letter);
      share(at + 1);
      chosen.pop();
      open.set(letter, gap);
    }
  };
  share(0);
  return ways === 1 && steps <= MAX_STEPS ? only : null;
}

/** One row has too much, another lacks the same: a line between them has the wrong letter. */
function correctOneLetter(list: DraftList, gaps: ReadonlyMap<VatLetter, Minor>): void {
  const open = [...gaps].filter(([, gap]) => gap !== 0);
  const sums = letterSums(list);
  // A letter the table does not have.
  const strange = [...sums.keys()].filter((letter) => letter !== null && !gaps.has(letter));
  const lacking = open.filter(([, gap]) => gap > 0);
  const [lack] = lacking;
  if (lacking.length !== 1 || lack === undefined) return;
  const [to, amount] = lack;
  const from = new Set<VatLetter | null>([
    ...strange,
    ...open.filter(([, gap]) => gap === -amount).map(([letter]) => letter),
  ]);
  const fits = list.items.filter((item) => from.has(item.vat) && netOf(item) === amount);
  const [item] = fits;
  if (fits.length !== 1 || item === undefined) return;
  item.repairs.push({ field: 'vat', read: item.vat ?? '', now: to });
  item.reasons.add('repaired');
  item.vat = to;
}

/** False when the table and the letters, both fully read, contradict each other. */
export function agreesWithLetters(list: DraftList, taxes: readonly TaxLine[]): boolean {
  if (taxes.length === 0 || list.items.some((item) => item.vat === null)) return true;
  const sums = letterSums(list);
  return taxes.every((row) => row.gross === null || row.gross === (sums.get(row.letter) ?? 0));
}
