import { similarity } from '#shared/language/ocr-skeleton.ts';
import { formatMinor } from '#shared/money/money.ts';
import { likelyAmounts, misreadCost } from '#shared/receipts/fields/misread-cost.ts';
import type { Choice } from '#shared/receipts/model/choice.ts';
import type {
  DraftDeposit,
  DraftDiscount,
  DraftItem,
  DraftList,
} from '#shared/receipts/model/draft.ts';
import type { Evidence, MissingDeposit, MissingItem } from '#shared/receipts/model/evidence.ts';
import type { ChoiceSet } from './balance-search.ts';
import { itemChoices } from './item-choices.ts';

/** The price after a discount is printed below it and contradicts the amount that was read. */
const PRICE_AFTER_COST = 1.5;
/** A minus that was not read, on a line without quantity and price. */
const SIGN_COST = 2;
/** A line read twice where two strips of an image overlap. */
const DUPLICATE_LINE_COST = 1.5;
/** A line that other readings have and this one lost. */
const MISSING_COST = { once: 1, oftener: 0.6 };

/** All choices for the amounts of an item list that may have been misread. */
export function listChoices(list: DraftList, evidence: Evidence): ChoiceSet[] {
  return [
    ...list.items.map((item) => {
      const cell = itemChoices(item, evidence.observations.get(item) ?? []);
      const other = [...lostMinusChoices(list, item), ...duplicateLineChoices(list, item)];
      return { ...cell, choices: [...cell.choices, ...other] };
    }),
    ...list.discounts.map(discountChoices),
    ...list.deposits.map(depositChoices),
    ...evidence.missingItems.map((unseen) => missingItemChoices(list, unseen)),
    ...evidence.missingDeposits.map((unseen) => missingDepositChoices(list, unseen)),
  ];
}

function discountChoices(discount: DraftDiscount): ChoiceSet {
  const { item, amount, after } = discount;
  if (item === null) return { forced: false, choices: [] };
  const shown = after === null ? null : amount + (item.gross - item.discount) - after;
  // Value, discount and the price after it agree.
  if (shown === amount) return { forced: false, choices: [] };
  const likely = likelyAmounts(amount);
  if (shown !== null && shown > 0 && shown < item.gross) {
    likely.unshift({
      amount: shown,
      cost: Math.min(PRICE_AFTER_COST, misreadCost(amount, shown) / 2),
    });
  }
  const most = item.gross - item.discount + amount;
  const possible = likely.filter((one) => one.amount <= most);
  const choices = possible.map(({ amount: now, cost }): Choice => {
    const repair = { field: 'discount', read: formatMinor(amount), now: formatMinor(now) } as const;
    return {
      delta: amount - now,
      cost,
      vat: discount.vat ?? item.vat,
      item,
      repairs: [repair],
      ...(now !== shown && { guessed: true }),
      apply: () => {
        discount.amount = now;
        item.discount += now - amount;
        item.repairs.push(repair);
        item.reasons.add('repaired');
      },
    };
  });
  return { forced: false, choices };
}

function depositChoices(deposit: DraftDeposit): ChoiceSet {
  const read = Math.abs(deposit.amount);
  const sign = Math.sign(deposit.amount);
  const flipped = { amount: -deposit.amount, cost: SIGN_COST };
  const likely = likelyAmounts(read).map(({ amount, cost }) => ({ amount: sign * amount, cost }));
  const choices = [...likely, flipped].map(({ amount, cost }): Choice => {
    const [before, now] = [formatMinor(deposit.amount), formatMinor(amount)];
    return {
      delta: amount - deposit.amount,
      cost,
      vat: deposit.vat,
      item: null,
      repairs: [{ field: 'deposit', read: before, now }],
      guessed: true,
      apply: () => {
        deposit.amount = amount;
      },
    };
  });
  return { forced: false, choices };
}

/** A line without quantity and price that lowers the one above it. */
function lostMinusChoices(list: DraftList, item: DraftItem): Choice[] {
  const above = list.items[list.items.indexOf(item) - 1];
  if (item.unitPrice !== null || item.discount > 0 || above === undefined) return [];
  if (above.gross - above.discount < item.gross) return [];
  const { gross, name, vat } = item;
  const read = formatMinor(gross);
  const repair = { field: 'discount', read, now: formatMinor(-gross) } as const;
  const apply = () => {
    list.items.splice(list.items.indexOf(item), 1);
    above.discount += gross;
    list.discounts.push({
      amount: gross,
      label: name,
      vat,
      above,
      percent: null,
      after: null,
      item: above,
    });
    above.repairs.push(repair);
    above.reasons.add('repaired');
  };
  return [{ delta: -2 * gross, cost: SIGN_COST, vat, item: above, repairs: [repair], apply }];
}

/** Two neighbours alike in everything are mostly two pieces, so only the tax table can tell. */
function duplicateLineChoices(list: DraftList, item: DraftItem): Choice[] {
  const above = list.items[list.items.indexOf(item) - 1];
  if (above === undefined || item.discount > 0 || above.gross !== item.gross) return [];
  if (above.quantityMilli !== item.quantityMilli || similarity(above.name, item.name) < 0.9) {
    return [];
  }
  const repair = {
    field: 'line',
    read: `${item.name} ${formatMinor(item.gross)}`,
    now: '',
  } as const;
  const apply = () => {
    list.items.splice(list.items.indexOf(item), 1);
    above.repairs.push(repair);
    above.reasons.add('repaired');
  };
  const { vat } = item;
  const choice = {
    delta: -item.gross,
    cost: DUPLICATE_LINE_COST,
    vat,
    item: above,
    repairs: [repair],
    apply,
  };
  return [{ ...choice, needsProof: true }];
}

function missingItemChoices(list: DraftList, { item, at, readings }: MissingItem): ChoiceSet {
  const now = `${item.name} ${formatMinor(item.gross)}`;
  const repair = { field: 'line', read: '', now } as const;
  const next = list.items[at];
  const choice: Choice = {
    delta: item.gross - item.discount,
    cost: readings > 1 ? MISSING_COST.oftener : MISSING_COST.once,
    vat: item.vat,
    item,
    repairs: [repair],
    apply: () => {
      const index = next === undefined ? list.items.length : list.items.indexOf(next);
      list.items.splice(index < 0 ? list.items.length : index, 0, item);
      item.repairs.push(repair);
      item.reasons.add('repaired');
    },
  };
  return { forced: false, choices: [choice] };
}

function missingDepositChoices(list: DraftList, { deposit, readings }: MissingDeposit): ChoiceSet {
  const { amount, vat } = deposit;
  const cost = readings > 1 ? MISSING_COST.oftener : MISSING_COST.once;
  const repairs = [{ field: 'deposit', read: '', now: formatMinor(amount) }] as const;
  const apply = () => {
    list.deposits.push(deposit);
  };
  return { forced: false, choices: [{ delta: amount, cost, vat, item: null, repairs, apply }] };
}
