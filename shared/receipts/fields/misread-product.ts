import type { Minor } from '#shared/money/money.ts';
import { lineValue, parseMilli, type TrailingAmount, trailingAmount, vatLetter } from './amount.ts';
import type { Multiplication } from './multiplication.ts';

/** A quantity, what is left of its unit, then what OCR made of the sign (`%`, `¥`, `«`, nothing), then the price at the end. */
const BEFORE_VALUE =
  /(?:^|\s)(\d{1,3}?(?:[.,]\d{1,3})?)\s?(?:[^\s\d.,]{2,4}[.,]?)?\s?[^\s\d.,]{0,2}\s?(\d{1,5}[.,]\d\d)[\s=–—-]{0,6}$/i;
/** `130.00 =30.00B` was `1 x30.00`: the sign was lost, or read as another digit. */
const GLUED = /(?:^|\s)(\d{1,2}?)[1-9](\d{1,5}[.,]\d\d)[\s=–—-]{1,6}$/;
/** `| x4,99`, `l*4,99`, `x4,99`: a one that looks like a stroke, or was lost. */
const ONE = /(?:^|\s)[lIi|!\][tTjJ]?\s?[x×*%¥]\s?(\d{1,5}[.,]\d\d)[\s=–—-]{0,6}$/i;
/** `II * 2,49 4,98`: strokes that may be one, two or eleven. */
const STROKES = /(?:^|\s)[lIi|!]{2}\s?[x×*%¥+#]\s?(\d{1,5}[.,]\d\d)[\s=–—-]{0,6}$/i;
/** `25,79 25,79A`, `¥ 4,39 4,39A`: the count and its sign were lost, and the value is the price. */
const PRICE_AGAIN = /\s(?:[^\s\d.,\p{L}]{1,2}\s)?(\d{1,5}[.,]\d\d)[\s=–—-]{0,6}$/u;

/** `1,86*4,999,28 B`, `1,068*179919,21 C`: price and value without a space between them, or without their commas. */
const NO_SPACE =
  /(?<![\d.,])(\d{1,4}(?:\s?[.,]\s?\d{1,3})?)\s?(?:szt|kg)?\.?\s?[x×*%+]\s?(\d[\d.,\s]{4,20}\d)\s?([A-G])?\W{0,3}$/i;

/** Reads a product whose quantity or sign OCR spoilt; only what the printed value proves. */
export function readMisreadProduct(line: string): Multiplication | null {
  const value = trailingAmount(line);
  if (value === null) return null;
  const upToValue = line.slice(0, line.lastIndexOf(value.before) + value.before.length);
  const end = upToValue.length - 40;
  // Nothing but these forty letters can be quantity and price.
  const text = `${upToValue.slice(-40)} `;
  const found = quantityAndPrice(text, value);
  if (found === null) return null;
  return {
    quantityMilli: found.quantityMilli,
    unit: null,
    unitPrice: found.unitPrice,
    before: upToValue.slice(0, Math.max(0, end) + found.at).trimEnd(),
    value: { ...value, negative: false, before: '' },
  };
}

/** Price and value without a space between them; only where one way to part them multiplies. */
export function readGluedProduct(line: string): Multiplication | null {
  const found = NO_SPACE.exec(line);
  const quantityMilli = parseMilli(found?.[1] ?? '');
  if (found === null || !quantityMilli) return null;
  const printed = (found[2] ?? '').replace(/\D/g, '');
  const whole = splitPriceAndValue(printed, quantityMilli);
  // `1x1491498`: the letter was read as a digit.
  const parts = whole ?? splitPriceAndValue(printed.slice(0, -1), quantityMilli);
  if (parts === null) return null;
  const letter = vatLetter(whole === null ? printed.at(-1) : found[3]);
  return {
    quantityMilli,
    unit: null,
    unitPrice: parts.unitPrice,
    before: line.slice(0, found.index).trimEnd(),
    value: { amount: parts.amount, negative: false, letter, before: '' },
  };
}

/** The only way to part digits into a price and the value that quantity and price make. */
function splitPriceAndValue(digits: string, quantityMilli: number) {
  const ways = [];
  for (let at = 3; at <= digits.length - 3; at++) {
    const [unitPrice, amount] = [Number(digits.slice(0, at)), Number(digits.slice(at))];
    if (digits[at] !== '0' && lineValue(quantityMilli, unitPrice) === amount) {
      ways.push({ unitPrice, amount });
    }
  }
  return ways.length === 1 && ways[0] !== undefined ? ways[0] : null;
}

interface Found {
  readonly quantityMilli: number;
  readonly unitPrice: Minor;
  readonly at: number;
}

function quantityAndPrice(text: string, { amount }: TrailingAmount): Found | null {
  for (const form of [BEFORE_VALUE, GLUED]) {
    const found = form.exec(text);
    const quantityMilli = parseMilli(found?.[1] ?? '');
    const unitPrice = priceOf(found?.[2]);
    if (found === null || !quantityMilli || unitPrice === 0) continue;
    if (lineValue(quantityMilli, unitPrice) === amount) {
      return { quantityMilli, unitPrice, at: found.index };
    }
  }
  const strokes = STROKES.exec(text);
  const count = strokes === null ? 0 : amount / priceOf(strokes[1]);
  if (strokes !== null && [1, 2, 11].includes(count)) {
    return { quantityMilli: count * 1000, unitPrice: priceOf(strokes[1]), at: strokes.index };
  }
  for (const form of [ONE, PRICE_AGAIN]) {
    const one = form.exec(text);
    if (one === null || amount === 0 || priceOf(one[1]) !== amount) continue;
    return { quantityMilli: 1000, unitPrice: amount, at: one.index };
  }
  return null;
}

function priceOf(text: string | undefined): Minor {
  return Math.round(Number((text ?? '0').replace(',', '.')) * 100);
}
