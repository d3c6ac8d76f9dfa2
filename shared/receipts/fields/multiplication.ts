import type { Minor } from '#shared/money/money.ts';
import type { StockUnit } from '#shared/quantities/stock-unit.ts';
import { lineValue, parseMilli, type TrailingAmount, trailingAmount, vatLetter } from './amount.ts';
import { readGluedProduct, readMisreadProduct } from './misread-product.ts';

/** `2 szt x 3,99` found in a line. */
export interface Multiplication {
  readonly quantityMilli: number;
  readonly unit: StockUnit | null;
  readonly unitPrice: Minor;
  readonly before: string;
  /** The value printed after it, when there is one. */
  readonly value: TrailingAmount | null;
  /** What stood where the value belongs and was read as it only because the product proves it. */
  readonly readAs?: string;
}

/** `@` is how English tills print it. */
const TIMES =
  /(?<![\d.,])(0\s\d{3}|\d{1,4}(?:\s?[.,]\s?\d{1,3})?)\s?(szt|kg|opak|op|stk|pcs|l|g|ml)?\.?\s?(?:[x×*@]{1,2}|po|à)\s?[£€]?\s?((?:\d{1,3}\s\d{3}|\d{1,5})\s?[.,]\s?\d\s?\d)(?!\d)(?!\s?(?:L|ML|KG|CL)(?![a-z]))/gi;
/** German tills print the price first: `1,19 x 2`. */
const PRICE_FIRST =
  /(?<![\d.,])(\d{1,5}[.,]\d\d)\s?(?:EUR|€|z[lł]|£)?(?:\/(?:kg|szt\.?|l))?\s?[x×*]\s?(\d{1,3}(?:[.,]\d{3})?)(?![\d.,])\s?(?:szt\.?|stk\.?|pcs|kg)?/i;
const BARE_PRICE =
  /(?<![\d.,])(\d{1,4}(?:[.,]\d{1,3})?)\s?(szt|kg|opak|op)?\.?\s?[x×*]\s?(\d{3,5})(?![\d.,])/i;
/** `1*169 99` at the end of a line: the comma is a space, and the value follows below. */
const SPACED_PRICE = /(?<![\d.,])(\d{1,3})\s?(szt|kg|opak|op)?\.?\s?[x×*]\s?(\d{1,4}\s\d\d)$/i;
/** `3 x 0,9 2,70`: a price with one decimal, which only the value proves. */
const SHORT_PRICE =
  /(?<![\d.,])(\d{1,4}(?:[.,]\d{1,3})?)\s?(szt|kg|opak|op)?\.?\s?[x×*]\s?(\d{1,4}[.,]\d)(?=[\s=])/i;
/** By the word a till prints for it, in small letters. */
export const UNITS: Readonly<Record<string, StockUnit>> = {
  szt: 'szt',
  stk: 'szt',
  pcs: 'szt',
  kg: 'kg',
  opak: 'opak',
  op: 'opak',
  l: 'l',
  g: 'g',
  ml: 'ml',
};
/** `658C`, `6 58`: a value whose comma was lost. */
const NO_COMMA = /^([^\p{L}\d]{0,4})(\d{1,4}\s?\d\d)\s?([A-G08])?[^\p{L}\d]{0,4}$/u;

/** Reads `quantity × price [value]`, either with its sign or, when the arithmetic agrees, without. */
export function readMultiplication(line: string): Multiplication | null {
  const product = products(line, TIMES).at(-1) ?? null;
  if (isCertain(product)) return product;
  return (
    // `3 x 0,9 2,70`, `1 x3.293,29`: what was taken for the price may hold the value or a part of it.
    readGluedProduct(line) ??
    readShortPrice(line) ??
    product ??
    readPriceFirst(line) ??
    readLostComma(line) ??
    readMisreadProduct(line)
  );
}

function products(line: string, sign: RegExp): Multiplication[] {
  return [...line.matchAll(sign)].flatMap((found) => {
    // `0 413 x 12,50`: the comma of a weight was read as a space.
    const quantityMilli = parseMilli((found[1] ?? '').replace(/^0\s(?=\d{3}$)/, '0,'));
    const price = parseMilli((found[3] ?? '').replace(/\s/g, ''));
    if (quantityMilli === null || price === null || quantityMilli === 0) return [];
    const read = {
      quantityMilli,
      unit: UNITS[(found[2] ?? '').toLowerCase()] ?? null,
      unitPrice: price / 10,
      before: line.slice(0, found.index).trimEnd(),
    };
    const after = line.slice(found.index + found[0].length);
    return [{ ...read, ...valueAfter(after, lineValue(quantityMilli, price / 10)) }];
  });
}

/** Whether quantity, price and printed value agree. */
export function isCertain(
  read: Multiplication | null,
): read is Multiplication & { readonly value: TrailingAmount } {
  return read?.value != null && lineValue(read.quantityMilli, read.unitPrice) === read.value.amount;
}

function valueAfter(text: string, product: Minor): Pick<Multiplication, 'value' | 'readAs'> {
  const value = trailingAmount(text);
  if (value !== null) return { value };
  const found = NO_COMMA.exec(text);
  if (found === null || Number((found[2] ?? '').replace(/\s/g, '')) !== product) {
    return { value: null };
  }
  const letter = vatLetter(found[3]);
  const negative = /[-–—−]/.test(found[1] ?? '');
  return {
    value: { amount: product, negative, letter, before: '' },
    readAs: text.trim(),
  };
}

/** `5szt.*149=7,45C`: a price without its comma, which the value proves. */
function readLostComma(line: string): Multiplication | null {
  const spaced = SPACED_PRICE.exec(line);
  const found = spaced ?? BARE_PRICE.exec(line);
  const quantityMilli = parseMilli(found?.[1] ?? '');
  if (found === null || !quantityMilli) return null;
  const unitPrice = Number((found[3] ?? '').replace(/\s/g, ''));
  const after = line.slice(found.index + found[0].length);
  const value = trailingAmount(after);
  const isProven = value?.amount === lineValue(quantityMilli, unitPrice);
  // `1 szt. x779` with its value lost: the unit shows that it is a price.
  const isPrice = value === null && (found[2] ?? spaced) != null && !/\p{L}{2}|\d/u.test(after);
  if (!isProven && !isPrice) return null;
  const unit = UNITS[(found[2] ?? '').toLowerCase()] ?? null;
  const before = line.slice(0, found.index).trimEnd();
  return { quantityMilli, unit, unitPrice, before, value, readAs: found[0].trim() };
}

function readShortPrice(line: string): Multiplication | null {
  const found = SHORT_PRICE.exec(line);
  const quantityMilli = parseMilli(found?.[1] ?? '');
  const price = parseMilli(found?.[3] ?? '');
  if (found === null || !quantityMilli || price === null) return null;
  const unitPrice = price / 10;
  const value = trailingAmount(line.slice(found.index + found[0].length));
  if (value?.amount !== lineValue(quantityMilli, unitPrice)) return null;
  const unit = UNITS[(found[2] ?? '').toLowerCase()] ?? null;
  return {
    quantityMilli,
    unit,
    unitPrice,
    before: line.slice(0, found.index).trimEnd(),
    value: { ...value, before: '' },
  };
}

function readPriceFirst(line: string): Multiplication | null {
  const found = PRICE_FIRST.exec(line);
  const price = parseMilli(found?.[1] ?? '');
  const quantityMilli = parseMilli(found?.[2] ?? '');
  if (found === null || price === null || !quantityMilli) return null;
  const value = trailingAmount(line.slice(found.index + found[0].length));
  return {
    quantityMilli,
    unit: null,
    unitPrice: price / 10,
    before: line.slice(0, found.index).trimEnd(),
    value,
  };
}
