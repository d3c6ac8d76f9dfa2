import type { Minor } from '#shared/money/money.ts';
import { lineValue } from './amount.ts';
import type { DraftItem, DraftList } from './draft.ts';
import { similarity } from './fold.ts';
import { itemName } from './item-name.ts';
import type { PrintedLine } from './printed-line.ts';

/** Reads the lines between the heading and the tax table. A name without an amount waits for the line below. */
export function readList(lines: readonly PrintedLine[]): DraftList {
  const list: DraftList = { items: [], discounts: [], deposits: [] };
  let waitingName: string | null = null;
  let percent: number | null = null;
  let adjacent = false;
  for (const line of lines) {
    if (line.kind === 'discount') {
      const pending = addDiscount(list, line, adjacent);
      percent = pending ?? null;
      continue;
    }
    if (line.kind === 'void') {
      addVoid(list, line);
      continue;
    }
    if (line.kind === 'deposit') {
      addDeposit(list, line);
      continue;
    }
    if (line.kind === 'subtotal') adjacent = false;
    if (line.kind !== 'other') continue;
    const name = nameBefore(line);
    const last = list.items.at(-1);
    if (line.tail?.negative && line.multiplication === null && !isMisreadEquals(list, line)) {
      if (name === '' && last === undefined) continue;
      addDiscount(list, line, adjacent);
    } else if (line.multiplication !== null) {
      const named = name === '' ? waitingName : name;
      const { quantityMilli, unit, unitPrice, value } = line.multiplication;
      if (named === null && last?.unitPrice === null && last.quantityMilli === 1000) {
        Object.assign(last, { quantityMilli, unit, unitPrice });
      } else {
        list.items.push({
          ...blank(named ?? '', line.confidence),
          quantityMilli,
          unit,
          unitPrice,
          gross: value?.amount ?? lineValue(quantityMilli, unitPrice),
          vat: value?.letter ?? null,
        });
        if (value === null) list.items.at(-1)?.reasons.add('low-confidence');
      }
      waitingName = null;
      adjacent = true;
    } else if (line.tail !== null && name === '' && waitingName === null) {
      settleBareAmount(list, line.tail.amount, percent);
      percent = null;
    } else if (line.tail !== null) {
      const item = list.items.at(-1);
      const continued = name === '' ? (waitingName ?? '') : name;
      // `0,476 x 19,99` printed above its name: the name and the value follow.
      if (item !== undefined && item.name === '' && item.reasons.has('low-confidence')) {
        Object.assign(item, { name: continued, gross: line.tail.amount, vat: line.tail.letter });
        item.reasons.delete('low-confidence');
      } else {
        list.items.push({
          ...blank(continued, line.confidence),
          gross: line.tail.amount,
          vat: line.tail.letter,
        });
      }
      waitingName = null;
      adjacent = true;
    } else if (/\p{L}{2}/u.test(line.text)) {
      waitingName = itemName(line.text);
    }
  }
  return list;
}

/** `12.00 =2.00B` read as `12.00 -2.00B`: a price before the sign, under a name no item above has. */
function isMisreadEquals(list: DraftList, line: PrintedLine): boolean {
  const before = line.tail?.before ?? '';
  if (!/\d[.,]\d\d$/.test(before)) return false;
  return list.items.every((item) => similarity(item.name, before) < 0.5);
}

function blank(name: string, confidence: number): DraftItem {
  return {
    name,
    quantityMilli: 1000,
    unit: null,
    unitPrice: null,
    gross: 0,
    discount: 0,
    vat: null,
    confidence,
    reasons: new Set(),
  };
}

function nameBefore(line: PrintedLine): string {
  const name = itemName(line.multiplication?.before ?? line.tail?.before ?? '');
  return /\p{L}{2}/u.test(name) ? name : '';
}

/** Returns the per cent when the line prints only that, so that the resulting price below can settle it. */
function addDiscount(list: DraftList, line: PrintedLine, adjacent: boolean): number | undefined {
  const last = list.items.length - 1;
  if (line.tail === null) {
    const found = /(\d{1,2})\s?%/.exec(line.text);
    return found === null ? undefined : Number(found[1]);
  }
  list.discounts.push({
    amount: line.tail.amount,
    label: line.tail.before.replace(/^\W*\p{L}+\s*:?/u, '').trim() || line.tail.before,
    vat: line.tail.letter,
    above: adjacent && last >= 0 ? last : null,
  });
  return undefined;
}

/** An amount standing alone: the price after the discount above, or the value of the item above. */
function settleBareAmount(list: DraftList, amount: Minor, percent: number | null): void {
  const index = list.items.length - 1;
  const item = list.items[index];
  if (item === undefined) return;
  if (percent !== null && amount < item.gross) {
    list.discounts.push({ amount: item.gross - amount, label: '', vat: item.vat, above: index });
  }
}

/** A void takes out the item it repeats; the nearest above with the same value, named alike if it names one. */
function addVoid(list: DraftList, line: PrintedLine): void {
  const value = line.multiplication?.value?.amount ?? line.tail?.amount;
  if (value === undefined) return;
  const name = nameBefore(line).replace(/^\p{L}+\s*/u, '');
  const same = (item: DraftItem) => item.gross === value;
  const named = list.items.findLastIndex(
    (item) => same(item) && similarity(item.name, name) >= 0.5,
  );
  const index = named >= 0 ? named : name === '' ? list.items.findLastIndex(same) : -1;
  if (index >= 0 && list.discounts.every(({ above }) => above === null || above < index)) {
    list.items.splice(index, 1);
  } else {
    list.discounts.push({
      amount: value,
      label: name,
      vat: line.tail?.letter ?? null,
      above: null,
    });
  }
}

/** A deposit is no item; a returned bottle is paid back. */
export function addDeposit(list: DraftList, line: PrintedLine): void {
  const value = line.multiplication?.value ?? line.tail;
  const amount =
    value?.amount ??
    (line.multiplication &&
      lineValue(line.multiplication.quantityMilli, line.multiplication.unitPrice));
  if (amount === null || amount === undefined || amount === 0) return;
  const name = itemName(line.multiplication?.before ?? line.tail?.before ?? line.text);
  const back = value?.negative || /zwrot\s+(?:kaucj|opak|but|pusz)|zwrocon/i.test(line.text);
  list.deposits.push({ name, amount: back ? -amount : amount });
}
