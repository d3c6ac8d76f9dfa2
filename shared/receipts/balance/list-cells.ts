import { similarity } from '#shared/language/ocr-skeleton.ts';
import { formatMinor } from '#shared/money/money.ts';
import { likelyPrinted, misreadCost } from '#shared/receipts/fields/misread-cost.ts';
import type { Choice } from '#shared/receipts/model/choice.ts';
import type {
  DraftDeposit,
  DraftDiscount,
  DraftItem,
  DraftList,
} from '#shared/receipts/model/draft.ts';
import type { Evidence, Unseen, UnseenDeposit } from '#shared/receipts/model/evidence.ts';
import type { Cell } from './balance-search.ts';
import { itemCell } from './item-cell.ts';

/** The price after a discount is printed below it and contradicts the amount that was read. */
const FROM_AFTER = 1.5;
/** A minus that was not read, on a line without quantity and price. */
const SIGN = 2;
/** A line read twice where two strips of an image overlap. */
const TWICE = 1.5;
/** A line that other readings have and this one lost. */
const UNSEEN = { once: 1, oftener: 0.6 };

/** Everything in a list of goods that may have been read otherwise. */
export function listCells(list: DraftList, evidence: Evidence): Cell[] {
  return [
    ...list.items.map((item) => {
      const cell = itemCell(item, evidence.sightings.get(item) ?? []);
      const other = [...lostMinus(list, item), ...readTwice(list, item)];
      return { ...cell, choices: [...cell.choices, ...other] };
    }),
    ...list.discounts.map(discountCell),
    ...list.deposits.map(depositCell),
    ...evidence.unseen.map((unseen) => unseenCell(list, unseen)),
    ...evidence.deposits.map((unseen) => unseenDepositCell(list, unseen)),
  ];
}

function discountCell(discount: DraftDiscount): Cell {
  const { item, amount, after } = discount;
  if (item === null) return { forced: false, choices: [] };
  const shown = after === null ? null : amount + (item.gross - item.discount) - after;
  // Value, discount and the price after it agree.
  if (shown === amount) return { forced: false, choices: [] };
  const likely = likelyPrinted(amount);
  if (shown !== null && shown > 0 && shown < item.gross) {
    likely.unshift({ amount: shown, cost: Math.min(FROM_AFTER, misreadCost(amount, shown) / 2) });
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

function depositCell(deposit: DraftDeposit): Cell {
  const read = Math.abs(deposit.amount);
  const sign = Math.sign(deposit.amount);
  const flipped = { amount: -deposit.amount, cost: SIGN };
  const likely = likelyPrinted(read).map(({ amount, cost }) => ({ amount: sign * amount, cost }));
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
function lostMinus(list: DraftList, item: DraftItem): Choice[] {
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
  return [{ delta: -2 * gross, cost: SIGN, vat, item: above, repairs: [repair], apply }];
}

/** Two neighbours alike in everything are mostly two pieces, so only the tax table can tell. */
function readTwice(list: DraftList, item: DraftItem): Choice[] {
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
  const choice = { delta: -item.gross, cost: TWICE, vat, item: above, repairs: [repair], apply };
  return [{ ...choice, needsProof: true }];
}

function unseenCell(list: DraftList, { item, at, readings }: Unseen): Cell {
  const now = `${item.name} ${formatMinor(item.gross)}`;
  const repair = { field: 'line', read: '', now } as const;
  const next = list.items[at];
  const choice: Choice = {
    delta: item.gross - item.discount,
    cost: readings > 1 ? UNSEEN.oftener : UNSEEN.once,
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

function unseenDepositCell(list: DraftList, { deposit, readings }: UnseenDeposit): Cell {
  const { amount, vat } = deposit;
  const cost = readings > 1 ? UNSEEN.oftener : UNSEEN.once;
  const repairs = [{ field: 'deposit', read: '', now: formatMinor(amount) }] as const;
  const apply = () => {
    list.deposits.push(deposit);
  };
  return { forced: false, choices: [{ delta: amount, cost, vat, item: null, repairs, apply }] };
}
