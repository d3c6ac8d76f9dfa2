import { formatMinor, type Minor } from '#shared/money/money.ts';
import { lineValue } from '#shared/receipts/fields/amount.ts';
import { likelyPrinted, misreadCost } from '#shared/receipts/fields/misread-cost.ts';
import type { Choice } from '#shared/receipts/model/choice.ts';
import type { DraftItem } from '#shared/receipts/model/draft.ts';
import type { Sighting } from '#shared/receipts/model/evidence.ts';
import type { Repair } from '#shared/receipts/model/receipt.ts';
import type { Cell } from './balance-search.ts';

/** Quantity and price say it, though no camera would read the printed value so. */
const FROM_PRODUCT = 2.5;
/** The line stays as it contradicts itself, for a person to look at. */
const LEFT = 2.5;
/** A quantity misread is rarer than an amount: counts are one digit. */
const QUANTITY = 0.5;

/** Whether a line agrees with itself. */
export function agrees(item: DraftItem): boolean {
  return item.unitPrice === null || lineValue(item.quantityMilli, item.unitPrice) === item.gross;
}

/** How else an item's line may be read; lines that prove themselves have only what other readings saw. */
export function itemCell(item: DraftItem, seen: readonly Sighting[]): Cell {
  const choices = [...seenElsewhere(item, seen), ...readOtherwise(item)];
  const cheapest = new Map<Minor, Choice>();
  const net = item.gross - item.discount;
  for (const choice of choices.sort((a, b) => a.cost - b.cost)) {
    // Nothing costs less than nothing.
    if (net + choice.delta >= 0 && !cheapest.has(choice.delta)) cheapest.set(choice.delta, choice);
  }
  const forced = !agrees(item);
  if (!forced) cheapest.delete(0);
  return { forced, choices: [...cheapest.values()] };
}

function readOtherwise(item: DraftItem): Choice[] {
  const { quantityMilli, unitPrice, gross } = item;
  if (unitPrice === null) {
    return likelyPrinted(gross).map(({ amount, cost }) => guess(grossOf(item, amount, cost)));
  }
  if (!item.valueRead) {
    return likelyPrinted(unitPrice).map(({ amount, cost }) => guess(priceOf(item, amount, cost)));
  }
  return agrees(item) ? [] : contradictory(item, quantityMilli, unitPrice);
}

function contradictory(item: DraftItem, quantityMilli: number, unitPrice: Minor): Choice[] {
  const product = lineValue(quantityMilli, unitPrice);
  const choices = [
    grossOf(item, product, Math.min(misreadCost(item.gross, product), FROM_PRODUCT)),
    choice(item, 0, LEFT, [], () => item.reasons.add('quantity-times-price')),
  ];
  const exact = Math.round((item.gross * 1000) / quantityMilli);
  const prices = [
    ...likelyPrinted(unitPrice),
    { amount: exact, cost: misreadCost(unitPrice, exact) },
  ];
  for (const { amount, cost } of prices) {
    if (lineValue(quantityMilli, amount) !== item.gross || cost > FROM_PRODUCT) continue;
    choices.push(priceOf(item, amount, cost));
  }
  // One piece has its value as its price, however that was read.
  if (quantityMilli === 1000) choices.push(priceOf(item, item.gross, FROM_PRODUCT));
  for (const { amount, cost } of likelyPrinted(quantityMilli)) {
    if (quantityMilli % 1000 === 0 || lineValue(amount, unitPrice) !== item.gross) continue;
    choices.push(quantityOf(item, amount, cost + QUANTITY));
  }
  const count = (item.gross * 1000) / unitPrice;
  const cost = misreadCost(quantityMilli / 10, count / 10) + QUANTITY;
  if (Number.isInteger(count) && count % 1000 === 0 && cost <= FROM_PRODUCT) {
    choices.push(quantityOf(item, count, cost));
  }
  return choices;
}

/** What other readings of the same paper have on this line; the more of them, the likelier. */
function seenElsewhere(item: DraftItem, seen: readonly Sighting[]): Choice[] {
  const proven = item.unitPrice !== null && item.valueRead && agrees(item);
  const values = seen.flatMap((other) => {
    if (!other.certain && (proven || other.gross === item.gross)) return [];
    const alike = seen.filter(({ gross }) => gross === other.gross).length;
    const cost = (other.certain ? 0.4 : 0.7) - (alike > 1 ? 0.1 : 0) + (proven ? 0.8 : 0);
    const price = other.certain ? other.unitPrice : null;
    const repairs = [
      ...changed('gross', item.gross, other.gross),
      ...(price === null ? [] : changed('unitPrice', item.unitPrice ?? price, price)),
    ];
    return choice(item, other.gross - item.gross, cost, repairs, () => {
      item.gross = other.gross;
      item.valueRead = true;
      if (price === null) return;
      item.quantityMilli = other.quantityMilli;
      item.unitPrice = price;
    });
  });
  return [...values, ...discountsElsewhere(item, seen)];
}

/** A discount whose line this reading lost or misread. */
function discountsElsewhere(item: DraftItem, seen: readonly Sighting[]): Choice[] {
  return seen.flatMap(({ discount }) => {
    if (discount === item.discount || discount >= item.gross) return [];
    const alike = seen.filter((other) => other.discount === discount).length;
    const repairs = changed('discount', item.discount, discount);
    const cost = alike > 1 ? 0.4 : 0.7;
    return choice(item, item.discount - discount, cost, repairs, () => {
      item.discount = discount;
    });
  });
}

function guess(choice: Choice): Choice {
  return { ...choice, guessed: true };
}

function grossOf(item: DraftItem, amount: Minor, cost: number): Choice {
  return choice(item, amount - item.gross, cost, changed('gross', item.gross, amount), () => {
    item.gross = amount;
    item.valueRead = true;
  });
}

function priceOf(item: DraftItem, price: Minor, cost: number): Choice {
  const value = item.valueRead ? item.gross : lineValue(item.quantityMilli, price);
  const repairs = changed('unitPrice', item.unitPrice ?? price, price);
  return choice(item, value - item.gross, cost, repairs, () => {
    item.unitPrice = price;
    item.gross = value;
  });
}

function quantityOf(item: DraftItem, quantityMilli: number, cost: number): Choice {
  const read = String(item.quantityMilli / 1000);
  const repairs: Repair[] = [{ field: 'quantity', read, now: String(quantityMilli / 1000) }];
  return choice(item, 0, cost, repairs, () => {
    item.quantityMilli = quantityMilli;
  });
}

function changed(field: Repair['field'], read: Minor, now: Minor): Repair[] {
  return read === now ? [] : [{ field, read: formatMinor(read), now: formatMinor(now) }];
}

function choice(
  item: DraftItem,
  delta: Minor,
  cost: number,
  repairs: readonly Repair[],
  change: () => void,
): Choice {
  const apply = () => {
    change();
    item.repairs.push(...repairs);
    if (repairs.length > 0) item.reasons.add('repaired');
  };
  return { delta, cost, vat: item.vat, repairs, item, apply };
}
