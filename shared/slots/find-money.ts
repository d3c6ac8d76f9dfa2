import type { Language } from '#shared/language/lemma.ts';
import { add, divide, exactly, type Rational, toDecimal } from '#shared/quantities/rational.ts';
import { type Read, readNumber } from '#shared/quantities/read-number.ts';
import { type Token, tokens } from '#shared/quantities/tokens.ts';
import { unitOfWord } from '#shared/quantities/unit.ts';
import words from './data/money-words.json' with { type: 'json' };
import type { MoneySlot } from './slots.ts';

type Currency = NonNullable<MoneySlot['currency']>;

const CURRENCIES: ReadonlyMap<string, Currency> = new Map([
  ...words.PLN.map((word) => [word, 'PLN'] as const),
  ...words.EUR.map((word) => [word, 'EUR'] as const),
  ...words.USD.map((word) => [word, 'USD'] as const),
  ...words.GBP.map((word) => [word, 'GBP'] as const),
]);
const HUNDREDTHS = new Set(words.hundredths);
/** Also weights: money only where something is paid. */
const POUNDS = new Set(['pound', 'pounds', 'funt', 'funty', 'funtow']);
const PAYING = new Set(words.paying);
/** Right before a price: `po 7,99`, `for 7.99`. */
const BEFORE_PRICE = new Set(words.beforePrice);
const HUNDRED = exactly('100');
const PAYING_REACH = 4;

/** Sums of money: `12,49 zł`, `£3.20`, `pięć złotych`, and prices without a currency (`po 7,99`). */
export function findMoney(text: string, language: Language): MoneySlot[] {
  const all = tokens(text, language);
  const found: MoneySlot[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const read = moneyAt(all, at);
    if (read === undefined) continue;
    const { value, currency } = read.value;
    const [start, end] = [all[at]?.at ?? 0, all[read.next - 1]?.end ?? text.length];
    found.push({ value: twoDecimals(value), currency, at: start, end });
    at = read.next - 1;
  }
  return found;
}

interface Sum {
  readonly value: Rational;
  readonly currency: MoneySlot['currency'];
}

function moneyAt(all: readonly Token[], at: number): Read<Sum> | undefined {
  const sign = CURRENCIES.get(all[at]?.text ?? '');
  const number = readNumber(all, sign === undefined ? at : at + 1);
  if (number === undefined || number.value.n <= 0n) return undefined;
  const following = all[number.next]?.text ?? '';
  if (sign !== undefined)
    return { value: { value: number.value, currency: sign }, next: number.next };
  const currency = CURRENCIES.get(following);
  if (currency !== undefined) return withHundredths(all, number, currency);
  // `50 gr` alone is a weight.
  if (HUNDREDTHS.has(following) && following !== 'gr') {
    const value = divide(number.value, HUNDRED);
    return { value: { value, currency: 'PLN' }, next: number.next + 1 };
  }
  if (POUNDS.has(following)) {
    const weight =
      all[number.next + 1]?.text === 'of' ||
      !(isPaid(all, at) || BEFORE_PRICE.has(all[at - 1]?.text ?? ''));
    return weight
      ? undefined
      : { value: { value: number.value, currency: 'GBP' }, next: number.next + 1 };
  }
  return isPrice(all, at, number.next)
    ? { value: { value: number.value, currency: null }, next: number.next }
    : undefined;
}

/** `12 zł 50 gr`, `5 zł i 20 groszy`. */
function withHundredths(
  all: readonly Token[],
  whole: Read<Rational>,
  currency: Currency,
): Read<Sum> {
  const next = whole.next + 1;
  const joined = ['i', 'and'].includes(all[next]?.text ?? '') ? next + 1 : next;
  const rest = readNumber(all, joined);
  if (rest === undefined || !HUNDREDTHS.has(all[rest.next]?.text ?? '')) {
    return { value: { value: whole.value, currency }, next };
  }
  const value = add(whole.value, divide(rest.value, HUNDRED));
  return { value: { value, currency }, next: rest.next + 1 };
}

/** `po 7,99`, `kosztowało 7,99`: two decimals and no unit. */
function isPrice(all: readonly Token[], at: number, next: number): boolean {
  if (!/^\d+[.,]\d\d$/.test(all[at]?.text ?? '') || next !== at + 1) return false;
  const unit = all[next]?.text ?? '';
  if (unit === '%' || (unitOfWord(unit) !== undefined && unitOfWord(unit)?.kind !== 'count'))
    return false;
  return BEFORE_PRICE.has(all[at - 1]?.text ?? '') || isPaid(all, at) || isListed(all, at);
}

/** `chleb 4,99, masło 7,49`: a price behind a word, and nothing that it could be of. */
function isListed(all: readonly Token[], at: number): boolean {
  const [before, after] = [all[at - 1], all[at + 1]];
  const named = before?.kind === 'word' && before.text.length >= MIN_NAME;
  return named && (after === undefined || after.text === ',' || after.text === ';');
}

const MIN_NAME = 3;

function isPaid(all: readonly Token[], at: number): boolean {
  return all.slice(Math.max(0, at - PAYING_REACH), at).some(({ text }) => PAYING.has(text));
}

function twoDecimals(value: Rational): string {
  const [whole = '0', fraction = ''] = toDecimal(value, 2).split('.');
  return `${whole}.${fraction.padEnd(2, '0')}`;
}
