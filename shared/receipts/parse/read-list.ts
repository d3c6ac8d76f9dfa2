import { similarity } from '#shared/language/ocr-skeleton.ts';
import { formatMinor, type Minor } from '#shared/money/money.ts';
import { lineValue } from '#shared/receipts/fields/amount.ts';
import { itemName } from '#shared/receipts/fields/item-name.ts';
import { type DraftItem, type DraftList, emptyList } from '#shared/receipts/model/draft.ts';
import { assignBareAmount } from './assign-bare-amount.ts';
import { splitColumnLetter, splitColumnLetters } from './column-letters.ts';
import { splitCountBeforeName } from './count-before-name.ts';
import { isNumbersOnly, isScrap, namesFirst } from './name-lines.ts';
import { nameBefore, type PrintedLine } from './printed-line.ts';
import { addDeposit, type DepositHeading, depositHeading } from './read-deposit.ts';
import { addDiscount } from './read-discount.ts';
import { addVoid } from './read-void.ts';

/** `3,290`: the letter after a value is no digit. */
const READ_AS_DIGIT = /[.,]\s?\d\d\s?[084]\W{0,3}$/;

/** What the lines above have left open. */
export interface ListState {
  readonly list: DraftList;
  /** A name without an amount waits for the line below. */
  pendingName: { readonly name: string; readonly at: number } | null;
  /** A discount that printed only its per cent waits for the price below it. */
  percent: number | null;
  /** Whether the line directly above belongs to the last item. */
  adjacent: boolean;
  /** `STORNO` alone on a line: the next priced line is taken out. */
  voidNext: boolean;
  /** The last item line. */
  above: PrintedLine | null;
  /** Below a heading of deposits. */
  deposits: DepositHeading | null;
}

/** Reads the lines between the heading and the tax table. */
export function readList(lines: readonly PrintedLine[], weight = 1): DraftList {
  const state: ListState = {
    list: emptyList(weight),
    pendingName: null,
    percent: null,
    adjacent: false,
    voidNext: false,
    above: null,
    deposits: null,
  };
  for (const line of namesFirst(lines)) readLine(state, line);
  dropPendingName(state);
  splitColumnLetters(state.list.items);
  return state.list;
}

function readLine(state: ListState, line: PrintedLine): void {
  const { list } = state;
  const heading = depositHeading(line, state.deposits);
  if (heading !== null) state.deposits = heading;
  else if (line.kind === 'discount') addDiscount(state, line);
  // Of discounts that are printed one by one it is a check; of none it is the discount.
  else if (line.kind === 'discount-sum' && list.discounts.length === 0) addDiscount(state, line);
  else if (line.kind === 'deposit') addDeposit(list, line, state.deposits);
  else if (line.kind === 'subtotal') state.adjacent = false;
  else if (line.kind === 'void' && line.trailing === null) state.voidNext = true;
  else if (line.kind === 'void') addVoid(list, line);
  else if (line.kind === 'other') readOther(state, line);
}

function readOther(state: ListState, line: PrintedLine): void {
  if (state.voidNext && (line.trailing ?? line.multiplication) !== null) {
    state.voidNext = false;
    addVoid(state.list, line);
  } else if (isDeposit(state, line)) {
    addDeposit(state.list, line, state.deposits);
  } else {
    state.deposits = null;
    readItemLine(state, line);
    state.above = line;
  }
}

/** Below a heading of deposits, or `2 Stk x 0,25` below the deposit it explains. */
function isDeposit({ deposits, list }: ListState, line: PrintedLine): boolean {
  if (line.trailing === null || line.trailing.letter !== null) return false;
  const explains = line.multiplication?.value === null && nameBefore(line) === '';
  return deposits !== null || (explains && list.deposits.at(-1)?.at === line.at - 1);
}

function readItemLine(state: ListState, line: PrintedLine): void {
  const { list } = state;
  const name = state.pendingName !== null && isNumbersOnly(line) ? '' : nameBefore(line);
  const last = list.items.at(-1);
  if (line.trailing?.negative && line.multiplication === null && !isMisreadEquals(list, line)) {
    if (name === '' && last === undefined) list.unexplained.push(line.trailing.amount);
    else addDiscount(state, line);
  } else if (line.multiplication !== null) {
    readProduct(state, line, name);
  } else if (line.trailing !== null && name === '' && state.pendingName === null) {
    assignBareAmount(state, line, line.trailing.amount);
  } else if (line.trailing !== null) {
    readValue(state, line, line.trailing.amount, name);
  } else if (/\p{L}{2}/u.test(line.text)) {
    const scrap = itemName(line.text);
    // A scrap of a torn row is no name; the one above it still waits.
    if (state.pendingName !== null && isScrap(scrap, state.pendingName.name)) return;
    dropPendingName(state);
    state.pendingName = { name: scrap, at: line.at };
  }
}

/** `[NAME] quantity × price [value]`. */
function readProduct(state: ListState, line: PrintedLine, name: string): void {
  const { multiplication, confidence } = line;
  if (multiplication === null) return;
  const { quantityMilli, unit, unitPrice, value, readAs } = multiplication;
  const last = state.list.items.at(-1);
  const nameless = name === '' && state.pendingName === null;
  if (nameless && last?.unitPrice === null && last.quantityMilli === 1000) {
    if (value === null || value.amount === last.gross) {
      Object.assign(last, { quantityMilli, unit, unitPrice, lines: [...last.lines, line.at] });
      last.vat ??= value?.letter ?? null;
      return;
    }
    // `Woda gazowana 1,51`: the size `1,5l` in the name above was taken for a value.
    if (last.vat === null && last.lines.at(-1) === line.at - 1 && state.above !== null) {
      state.list.items.pop();
      state.pendingName = { name: itemName(state.above.text), at: state.above.at };
      readProduct(state, line, name);
      return;
    }
  }
  const item = startItem(state, line, name === '' ? (state.pendingName?.name ?? '') : name, {
    quantityMilli,
    unit,
    unitPrice,
    gross: value?.amount ?? lineValue(quantityMilli, unitPrice),
    valueRead: value !== null,
    vat: value?.letter ?? null,
    confidence,
  });
  if (value === null) item.reasons.add('low-confidence');
  if (readAs !== undefined) {
    item.repairs.push({ field: 'gross', read: readAs, now: formatMinor(item.gross) });
    item.reasons.add('repaired');
  }
}

/** `[NAME] value`. */
function readValue(state: ListState, line: PrintedLine, amount: Minor, name: string): void {
  const item = state.list.items.at(-1);
  const named = name === '' ? (state.pendingName?.name ?? '') : name;
  const vat = line.trailing?.letter ?? null;
  // `0,476 x 19,99` printed above its name: the name and the value follow.
  if (item !== undefined && item.name === '' && !item.valueRead) {
    Object.assign(item, { name: named, gross: amount, vat, valueRead: true });
    item.lines = [...item.lines, line.at];
    item.reasons.delete('low-confidence');
    state.pendingName = null;
    return;
  }
  // Nothing was sold for nothing: a row of a table that lost its words.
  if (amount === 0) return;
  startItem(state, line, named, {
    gross: amount,
    valueRead: true,
    vat,
    confidence: line.confidence,
  });
}

function startItem(
  state: ListState,
  line: PrintedLine,
  name: string,
  read: Partial<DraftItem>,
): DraftItem {
  const item: DraftItem = {
    name,
    quantityMilli: 1000,
    unit: null,
    unitPrice: null,
    gross: 0,
    valueRead: false,
    discount: 0,
    vat: null,
    confidence: 1,
    lines: state.pendingName?.name === name ? [state.pendingName.at, line.at] : [line.at],
    reasons: new Set(),
    repairs: [],
    ...read,
  };
  if (state.pendingName !== null && state.pendingName.name !== name) dropPendingName(state);
  if (READ_AS_DIGIT.test(line.text)) item.vatFromDigit = true;
  splitColumnLetter(item);
  splitCountBeforeName(item, line.trailing?.before ?? '');
  state.list.items.push(item);
  Object.assign(state, { pendingName: null, adjacent: true, percent: null });
  return item;
}

function dropPendingName(state: ListState): void {
  if (state.pendingName !== null) state.list.unpriced.push(state.pendingName.name);
  state.pendingName = null;
}

/** `12.00 =2.00B` read as `12.00 -2.00B`: a price before the sign, under a name no item above has. */
function isMisreadEquals(list: DraftList, line: PrintedLine): boolean {
  const before = line.trailing?.before ?? '';
  if (!/\d[.,]\d\d$/.test(before)) return false;
  return list.items.every((item) => similarity(item.name, before) < 0.5);
}
