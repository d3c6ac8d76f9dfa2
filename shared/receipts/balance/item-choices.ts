import { formatMinor, type Minor } from '#shared/money/money.ts';
import { lineValue } from '#shared/receipts/fields/amount.ts';
import { likelyAmounts, misreadCost } from '#shared/receipts/fields/misread-cost.ts';
import type { Choice } from '#shared/receipts/model/choice.ts';
import type { DraftItem } from '#shared/receipts/model/draft.ts';
import type { ItemObservation } from '#shared/receipts/model/evidence.ts';
import type { Repair } from '#shared/receipts/model/receipt.ts';
import type { ChoiceSet } from './balance-search.ts';

/** Follows from quantity and price, though no camera would read the printed value so. */
const PRODUCT_COST = 2.5;
/** The line stays as it contradicts itself, for a person to review. */
const UNRESOLVED_COST = 2.5;
/** A quantity misread is rarer than an amount: counts are one digit. */
const QUANTITY_COST = 0.5;

/** Whether a line agrees with itself. */
export function isConsistent(item: DraftItem): boolean {
  return item.unitPrice === null || lineValue(item.quantityMilli, item.unitPrice) === item.gross;
}

/** How else an item's line may be read; lines that prove themselves have only what other readings saw. */
export function itemChoices(item: DraftItem, observations: readonly ItemObservation[]): ChoiceSet {
  const choices = [...otherReadingChoices(item, observations), ...misreadingChoices(item)];
  const cheapest = new Map<Minor, Choice>();
  const net = item.gross - item.discount;
  for (const choice of choices.sort((a, b) => a.cost - b.cost)) {
    // Nothing costs less than nothing.
    if (net + choice.delta >= 0 && !cheapest.has(choice.delta)) cheapest.set(choice.delta, choice);
  }
  const forced = !isConsistent(item);
  if (!forced) cheapest.delete(0);
  return { forced, choices: [...cheapest.values()] };
}

function misreadingChoices(item: DraftItem): Choice[] {
  const { quantityMilli, unitPrice, gross } = item;
  if (unitPrice === null) {
    return likelyAmounts(gross).map(({ amount, cost }) => asGuess(grossChoice(item, amount, cost)));
  }
  if (!item.valueRead) {
    return likelyAmounts(unitPrice).map(({ amount, cost }) =>
      asGuess(priceChoice(item, amount, cost)),
    );
  }
  return isConsistent(item) ? [] : contradictionChoices(item, quantityMilli, unitPrice);
}

function contradictionChoices(item: DraftItem, quantityMilli: number, unitPrice: Minor): Choice[] {
  const product = lineValue(quantityMilli, unitPrice);
  const choices = [
    grossChoice(item, product, Math.min(misreadCost(item.gross, product), PRODUCT_COST)),
    choice(item, 0, UNRESOLVED_COST, [], () => item.reasons.add('quantity-times-price')),
  ];
  const exact = Math.round((item.gross * 1000) / quantityMilli);
  const prices = [
    ...likelyAmounts(unitPrice),
    { amount: exact, cost: misreadCost(unitPrice, exact) },
  ];
  for (const { amount, cost } of prices) {
    if (lineValue(quantityMilli, amount) !== item.gross || cost > PRODUCT_COST) continue;
    choices.push(priceChoice(item, amount, cost));
  }
  // One piece has its value as its price, however that was read.
  if (quantityMilli === 1000) choices.push(priceChoice(item, item.gross, PRODUCT_COST));
  for (const { amount, cost } of likelyAmounts(quantityMilli)) {
    if (quantityMilli % 1000 === 0 || lineValue(amount, unitPrice) !== item.gross) continue;
    choices.push(quantityChoice(item, amount, cost + QUANTITY_COST));
  }
  const count = (item.gross * 1000) / unitPrice;
  const cost = misreadCost(quantityMilli / 10, count / 10) + QUANTITY_COST;
  if (Number.isInteger(count) && count % 1000 === 0 && cost <= PRODUCT_COST) {
    choices.push(quantityChoice(item, count, cost));
  }
  return choices;
}

/** What other readings of the same paper have on this line; the more of them, the likelier. */
function otherReadingChoices(item: DraftItem, observations: readonly ItemObservation[]): Choice[] {
  const proven = item.unitPrice !== null && item.valueRead && isConsistent(item);
  const values = observations.flatMap((other) => {
    if (!other.certain && (proven || other.gross === item.gross)) return [];
    const alike = observations.filter(({ gross }) => gross === other.gross).length;
    const cost = (other.certain ? 0.4 : 0.7) - (alike > 1 ? 0.1 : 0) + (proven ? 0.8 : 0);
    const price = other.certain ? other.unitPrice : null;
    const repairs = [
      ...amountRepair('gross', item.gross, other.gross),
      ...(price === null ? [] : amountRepair('unitPrice', item.unitPrice ?? price, price)),
    ];
    return choice(item, other.gross - item.gross, cost, repairs, () => {
      item.gross = other.gross;
      item.valueRead = true;
      if (price === null) return;
      item.quantityMilli = other.quantityMilli;
      item.unitPrice = price;
    });
  });
  return [...values, ...otherDiscountChoices(item, observations)];
}

/** A discount whose line this reading lost or misread. */
function otherDiscountChoices(item: DraftItem, observations: readonly ItemObservation[]): Choice[] {
  return observations.flatMap(({ discount }) => {
    if (discount === item.discount || discount >= item.gross) return [];
    const alike = observations.filter((other) => other.discount === discount).length;
    const repairs = amountRepair('discount', item.discount, discount);
    const cost = alike > 1 ? 0.4 : 0.7;
    return choice(item, item.discount - discount, cost, repairs, () => {
      item.discount = discount;
    });
  });
}

function asGuess(choice: Choice): Choice {
  return { ...choice, guessed: true };
}

function grossChoice(item: DraftItem, amount: Minor, cost: number): Choice {
  return choice(item, amount - item.gross, cost, amountRepair('gross', item.gross, amount), () => {
    item.gross = amount;
    item.valueRead = true;
  });
}

function priceChoice(item: DraftItem, price: Minor, cost: number): Choice {
  const value = item.valueRead ? item.gross : lineValue(item.quantityMilli, price);
  const repairs = amountRepair('unitPrice', item.unitPrice ?? price, price);
  return choice(item, value - item.gross, cost, repairs, () => {
    item.unitPrice = price;
    item.gross = value;
  });
}

function quantityChoice(item: DraftItem, quantityMilli: number, cost: number): Choice {
  const read = String(item.quantityMilli / 1000);
  const repairs: Repair[] = [{ field: 'quantity', read, now: String(quantityMilli / 1000) }];
  return choice(item, 0, cost, repairs, () => {
    item.quantityMilli = quantityMilli;
  });
}

function amountRepair(field: Repair['field'], read: Minor, now: Minor): Repair[] {
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
