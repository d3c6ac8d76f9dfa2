import type { Minor } from '#shared/money/money.ts';
import type { Choice } from '#shared/receipts/model/choice.ts';
import type { DraftItem, DraftList } from '#shared/receipts/model/draft.ts';
import type { TaxLine, VatLetter } from '#shared/receipts/model/receipt.ts';
import { isRefuted, type LetteredAmount } from './tax-refutation.ts';

export interface TaxVerdict {
  /** Rows of the table whose turnover the lines under their letter do not make. */
  readonly contradicted: number;
  /** Whether the whole table was read and every line with it. */
  readonly proven: boolean;
}

/** Sums per PTU letter; null is for what has none readable. Deposits mostly have none and are no turnover. */
export function letterSums(list: DraftList): Map<VatLetter | null, Minor> {
  const sums = new Map<VatLetter | null, Minor>();
  const add = (letter: VatLetter | null, amount: Minor) =>
    sums.set(letter, (sums.get(letter) ?? 0) + amount);
  for (const item of list.items) add(item.vat, item.gross - item.discount);
  for (const { vat, amount } of list.deposits) if (vat !== null) add(vat, amount);
  return sums;
}

/** Compares the tax table with a list after some choices. */
export function taxVerdict(
  list: DraftList,
  choices: readonly Choice[],
  taxes: readonly TaxLine[],
): TaxVerdict {
  const rows = taxes.filter(({ gross }) => gross !== null);
  if (rows.length === 0) return { contradicted: 0, proven: false };
  const sums = letterSums(list);
  for (const { item, vat, delta } of choices) {
    if (item === null && vat === null) continue;
    sums.set(vat, (sums.get(vat) ?? 0) + delta);
  }
  const unknown = sums.get(null) ?? 0;
  const gaps = rows.map(({ letter, gross }) => (gross ?? 0) - (sums.get(letter) ?? 0));
  const open = gaps.filter((gap) => gap !== 0);
  const filled =
    open.reduce((sum, gap) => sum + gap, 0) === unknown && open.every((gap) => gap > 0);
  const contradicted = unknown !== 0 && filled ? 0 : open.length;
  const strange = [...sums].some(
    ([letter, sum]) => letter !== null && sum !== 0 && !rows.some((row) => row.letter === letter),
  );
  const whole = rows.length === taxes.length && !strange;
  return { contradicted, proven: whole && open.length === 0 && unknown === 0 };
}

/** Whether a completely read table proves a list wrong after some choices. */
export function refutes(
  taxes: readonly TaxLine[],
  list: DraftList,
  choices: readonly Choice[],
): boolean {
  return (
    taxes.every(({ gross }) => gross !== null) && isRefuted(taxes, amountsAfter(list, choices))
  );
}

/** What has a letter, or should have, as it is after some choices. */
function amountsAfter(list: DraftList, choices: readonly Choice[]): LetteredAmount[] {
  const changed = (item: DraftItem) =>
    choices.reduce((sum, choice) => sum + (choice.item === item ? choice.delta : 0), 0);
  const added = choices.filter(({ item }) => item !== null && !list.items.includes(item));
  const deposits = [
    ...list.deposits,
    ...choices.flatMap(({ item, vat, delta }) => (item ? [] : { vat, amount: delta })),
  ];
  return [
    ...list.items.map((item) => ({
      vat: item.vat,
      amount: item.gross - item.discount + changed(item),
    })),
    ...added.map(({ vat, delta }) => ({ vat, amount: delta })),
    ...deposits.filter(({ vat }) => vat !== null),
  ];
}
