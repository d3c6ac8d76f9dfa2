import { similarity } from '#shared/language/ocr-skeleton.ts';
import type { Minor } from '#shared/money/money.ts';
import { isConsistent } from '#shared/receipts/balance/item-choices.ts';
import type { DraftItem, DraftList } from '#shared/receipts/model/draft.ts';
import type {
  Evidence,
  ItemObservation,
  MissingDeposit,
  MissingItem,
} from '#shared/receipts/model/evidence.ts';
import { alignItems } from './align-items.ts';
import { voteLetter, voteName } from './name-vote.ts';

/**
 * What the other readings of a receipt contain for an item list. Names and letters, which no arithmetic
 * checks, are voted on at once; amounts are left to the search for sums that agree.
 */
export function gatherEvidence(list: DraftList, others: readonly DraftList[]): Evidence {
  const observations = new Map<DraftItem, ItemObservation[]>();
  const missingItems: MissingItem[] = [];
  for (const other of others) {
    const aligned = alignItems(list.items, other.items);
    for (const [at, there] of aligned) {
      const [item, seen] = [list.items[at], other.items[there]];
      if (item === undefined || seen === undefined) continue;
      observations.set(item, [
        ...(observations.get(item) ?? []),
        observationOf(seen, other.weight),
      ]);
    }
    for (const found of missingItemsOf(other.items, aligned)) addMissingItem(missingItems, found);
  }
  for (const [item, seen] of observations) {
    const own = { name: item.name, vat: item.vat, weight: list.weight };
    item.name = voteName([own, ...seen]);
    item.vat = voteLetter([own, ...seen]);
  }
  return {
    observations,
    missingItems: missingItems,
    missingDeposits: missingDepositsOf(list, others),
  };
}

function observationOf(item: DraftItem, weight: number): ItemObservation {
  const { name, quantityMilli, unitPrice, gross, discount, vat, confidence, valueRead } = item;
  const certain = unitPrice !== null && valueRead && isConsistent(item);
  return { name, quantityMilli, unitPrice, gross, discount, vat, confidence, certain, weight };
}

/** Lines that only the other reading has, each with the place it would have here. */
function missingItemsOf(
  items: readonly DraftItem[],
  aligned: readonly (readonly [number, number])[],
): MissingItem[] {
  return items.flatMap((item, there) => {
    if (aligned.some(([, index]) => index === there)) return [];
    // A price alone may be anything; what proves itself or has its letter is an item line.
    const { certain, vat } = observationOf(item, 1);
    if (!item.valueRead || item.name === '' || (!certain && vat === null)) return [];
    const before = aligned.filter(([, index]) => index < there).at(-1);
    const copy = { ...structuredClone(item), lines: [] };
    return [{ item: copy, at: before === undefined ? 0 : before[0] + 1, readings: 1 }];
  });
}

function addMissingItem(all: MissingItem[], found: MissingItem): void {
  const same = all.findIndex(
    ({ at, item }) =>
      at === found.at &&
      item.gross === found.item.gross &&
      similarity(item.name, found.item.name) > 0.5,
  );
  const known = all[same];
  if (known === undefined) all.push(found);
  else all[same] = { ...known, readings: known.readings + 1 };
}

/** Deposits of the others beyond those read here, by their amounts. */
function missingDepositsOf(list: DraftList, others: readonly DraftList[]): MissingDeposit[] {
  const found = new Map<Minor, MissingDeposit>();
  for (const other of others) {
    const here = list.deposits.map(({ amount }) => amount);
    for (const deposit of other.deposits) {
      const at = here.indexOf(deposit.amount);
      if (at >= 0) here.splice(at, 1);
      else {
        const readings = (found.get(deposit.amount)?.readings ?? 0) + 1;
        found.set(deposit.amount, { deposit: { ...deposit, at: -1 }, readings });
      }
    }
  }
  return [...found.values()];
}
