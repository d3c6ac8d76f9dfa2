import type { Language } from '#shared/language/lemma.ts';
import {
  add,
  divide,
  exactly,
  multiply,
  ONE,
  type Rational,
  toDecimal,
} from '#shared/quantities/rational.ts';
import { type Read, readNumber } from '#shared/quantities/read-number.ts';
import { type Token, tokens } from '#shared/quantities/tokens.ts';
import { unitOfWord } from '#shared/quantities/unit.ts';
import words from './data/money-words.json' with { type: 'json' };
import { isPaid, isPrice, isSpokenPrice } from './price-without-currency.ts';
import type { MoneySlot } from './slots.ts';

type Currency = NonNullable<MoneySlot['currency']>;

const CURRENCIES: ReadonlyMap<string, Currency> = new Map([
  ...words.PLN.map((word) => [word, 'PLN'] as const),
  ...words.EUR.map((word) => [word, 'EUR'] as const),
  ...words.USD.map((word) => [word, 'USD'] as const),
  ...words.GBP.map((word) => [word, 'GBP'] as const),
]);
const HUNDREDTHS = new Set(words.hundredths);
const PENCE = new Set(['p', 'pence', 'penny', 'pennies']);
const GROSZE = new Set(['grosz', 'grosze', 'groszy']);
/** `stówa` and `dycha` are sums by themselves. */
const SUMS = new Map(Object.entries(words.sums).map(([word, sum]) => [word, exactly(sum)]));
/** Also weights. */
const POUNDS = new Set(['pound', 'pounds', 'funt', 'funty', 'funtow']);
const BEHIND_POUNDS = new Set(words.behindPounds);
const BEFORE_POUNDS = new Set(words.beforePounds);
/** Between a sum and another without its currency: `sixty quid, Declan only fifteen`. */
const JOINING = new Set([...words.joining, ',']);
const MAX_BETWEEN = 5;
const HUNDRED = exactly('100');

/**
 * Sums of money: `12,49 zł`, `£3.20`, `pięć złotych`, prices without a currency (`po 7,99`), and what goes on
 * from a sum (`wydał stówę, a ja dwieście`).
 */
export function findMoney(text: string, language: Language): MoneySlot[] {
  const all = tokens(text, language);
  const found: MoneySlot[] = [];
  let before: { readonly sum: Sum; readonly next: number } | undefined;
  for (let at = 0; at < all.length; at += 1) {
    const read = moneyAt(all, at, before !== undefined) ?? goingOn(all, at, before);
    if (read === undefined) continue;
    const { value, currency } = read.value;
    const [start, end] = [all[at]?.at ?? 0, all[read.next - 1]?.end ?? text.length];
    found.push({ value: twoDecimals(value), currency, at: start, end });
    before = { sum: read.value, next: read.next };
    at = read.next - 1;
  }
  return found;
}

interface Sum {
  readonly value: Rational;
  readonly currency: MoneySlot['currency'];
}

/** @param told whether a sum was said already, so that `three fifty` is one */
function moneyAt(all: readonly Token[], at: number, told: boolean): Read<Sum> | undefined {
  const sign = CURRENCIES.get(all[at]?.text ?? '');
  const number = readNumber(all, sign === undefined ? at : at + 1);
  const count = sign === undefined ? (number ?? { value: ONE, next: at }) : undefined;
  const slang = count && SUMS.get(all[count.next]?.text ?? '');
  if (count !== undefined && slang !== undefined) {
    const value = multiply(count.value, slang);
    return { value: { value, currency: 'PLN' }, next: count.next + 1 };
  }
  if (number === undefined || number.value.n <= 0n) return undefined;
  const following = all[number.next]?.text ?? '';
  if (sign !== undefined)
    return { value: { value: number.value, currency: sign }, next: number.next };
  const currency = CURRENCIES.get(following);
  if (currency !== undefined) return withHundredths(all, number, currency);
  const ofHundredths = GROSZE.has(following) ? 'PLN' : penceAt(all, number.next);
  if (ofHundredths !== undefined) {
    const value = divide(number.value, HUNDRED);
    return { value: { value, currency: ofHundredths }, next: number.next + 1 };
  }
  if (POUNDS.has(following)) {
    return isWeight(all, at, number.next) ? undefined : withHundredths(all, number, 'GBP');
  }
  if (isPrice(all, at, number.next))
    return { value: { value: number.value, currency: null }, next: number.next };
  const spoken = isSpokenPrice(all, at, number, told)
    ? readNumber(all, afterHyphen(all, number.next))
    : undefined;
  if (spoken === undefined) return undefined;
  const value = add(number.value, divide(spoken.value, HUNDRED));
  return { value: { value, currency: null }, next: spoken.next };
}

function afterHyphen(all: readonly Token[], at: number): number {
  return all[at]?.text === '-' ? at + 1 : at;
}

/** `80p` is written in one, `80 p` is anything. */
function penceAt(all: readonly Token[], at: number): Currency | undefined {
  const unit = all[at];
  if (unit === undefined || !PENCE.has(unit.text)) return undefined;
  return unit.text !== 'p' || all[at - 1]?.end === unit.at ? 'GBP' : undefined;
}

/** `2 pounds beef`, `get plums, two pounds`; money where it is paid, or what follows cannot be weighed. */
function isWeight(all: readonly Token[], at: number, unit: number): boolean {
  const [before, behind] = [all[at - 1]?.text ?? '', all[unit + 1]];
  if (behind?.text === 'of') return true;
  if (isPaid(all, at) || BEFORE_POUNDS.has(before) || before === 'for' || before === 'at')
    return false;
  return behind?.kind !== 'word' || !BEHIND_POUNDS.has(behind.text);
}

/** `12 zł 50 gr`, `5 zł i 20 groszy`, `3 pounds and 5 pence`. */
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

/** `wydał na kawę stówę, a ja dwieście`: a number that ends its clause, a few words behind a sum. */
function goingOn(
  all: readonly Token[],
  at: number,
  before: { readonly sum: Sum; readonly next: number } | undefined,
): Read<Sum> | undefined {
  if (before === undefined || at - before.next > MAX_BETWEEN || all[at]?.kind === 'sign')
    return undefined;
  const number = readNumber(all, at);
  if (number === undefined || number.value.d !== 1n) return undefined;
  const behind = all[number.next];
  const ends = behind === undefined || ['.', ',', '?', '!', ';'].includes(behind.text);
  const joined = all
    .slice(0, at)
    .some(({ text }, place) => place >= before.next && JOINING.has(text));
  const article = ['a', 'an'].includes(all[at]?.text ?? '');
  if (!ends || !joined || article || unitOfWord(all[number.next - 1]?.text ?? '') !== undefined)
    return undefined;
  return { value: { value: number.value, currency: before.sum.currency }, next: number.next };
}

function twoDecimals(value: Rational): string {
  const [whole = '0', fraction = ''] = toDecimal(value, 2).split('.');
  return `${whole}.${fraction.padEnd(2, '0')}`;
}
