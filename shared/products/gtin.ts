/** A number of the world's trade: one product has it everywhere. */
export interface TradeNumber {
  readonly kind: 'gtin';
  /** As it was given, without the zeros that a GTIN-14 puts before an EAN-13. */
  readonly gtin: string;
}

/** A number that one shop gave; another shop means something else by it. */
export interface InStoreNumber {
  readonly kind: 'in-store';
  /** `20` … `29`; of shorter forms their first two digits. */
  readonly prefix: string;
  /** The shop's own item number. */
  readonly productCode: string;
  /** What the prefix says the field behind it is. */
  readonly field: 'none' | 'price' | 'weight' | 'unknown';
  /** The five digits of that field. */
  readonly value: string;
  /** In grosze, where the field is a price. */
  readonly priceMinor: number | null;
  /** In grams, where the field is a weight. */
  readonly grams: number | null;
}

/**
 * What GS1 Polska says of a shop's own numbers for items of variable measure: 24 carries a price, 29
 * an amount or weight. We read the five digits as grosze and grams, as scales usually print them.
 */
const PRICE = '24';
const WEIGHT = '29';

/**
 * What the digits of a barcode are; null when they are none (length or check digit). An EAN-13 that
 * begins with 20 … 29 belongs to a shop: items weighed or priced there.
 * @see https://ref.gs1.org/standards/genspecs/ chapter 7.9 (check digit) and 2.1.11 (restricted circulation)
 */
export function readGtin(digits: string): TradeNumber | InStoreNumber | null {
  if (!/^(?:\d{8}|\d{12,14})$/.test(digits) || !hasCheckDigit(digits)) return null;
  const gtin = digits.length === 14 && digits.startsWith('0') ? digits.slice(1) : digits;
  if (gtin.length === 13 && gtin.startsWith('2')) return inStore(gtin);
  return RESTRICTED[gtin.length]?.test(gtin) ? restricted(gtin) : { kind: 'gtin', gtin };
}

/** By their length: other numbers that no company may give to its items (GS1, 1.4.2 and 2.1.11). */
const RESTRICTED: Readonly<Record<number, RegExp>> = { 8: /^[02]/, 12: /^[24]/, 13: /^0[24]/ };

function restricted(gtin: string): InStoreNumber {
  return {
    kind: 'in-store',
    prefix: gtin.slice(0, 2),
    productCode: gtin.slice(0, -1),
    field: 'unknown',
    value: '',
    priceMinor: null,
    grams: null,
  };
}

/** From the right, the digits count three times and once in turn, and the sum ends in 0. */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

function inStore(gtin: string): InStoreNumber {
  const prefix = gtin.slice(0, 2);
  const [productCode, value] = [gtin.slice(2, 7), gtin.slice(7, 12)];
  const number = Number(value);
  // 20 numbers whole packages; of the others we do not know what a shop puts into the field.
  const field =
    prefix === '20'
      ? 'none'
      : prefix === PRICE
        ? 'price'
        : prefix === WEIGHT
          ? 'weight'
          : 'unknown';
  return {
    kind: 'in-store',
    prefix,
    productCode: field === 'none' ? gtin.slice(2, 12) : productCode,
    field,
    value: field === 'none' ? '' : value,
    priceMinor: field === 'price' ? number : null,
    grams: field === 'weight' ? number : null,
  };
}
