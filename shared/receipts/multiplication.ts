import type { Minor } from '#shared/money/money.ts';
import { lineValue, milli, type TailAmount, tailAmount } from './amount.ts';
import type { Unit } from './receipt.ts';

/** `2 szt x 3,99` found in a line. */
export interface Multiplication {
  readonly quantityMilli: number;
  readonly unit: Unit | null;
  readonly unitPrice: Minor;
  readonly before: string;
  /** The value printed after it, when there is one. */
  readonly value: TailAmount | null;
}

/** `%` is what OCR makes of the `*` of Lidl's and Kaufland's tills. */
const TIMES =
  /(\d{1,4}(?:\s?[.,]\s?\d{1,3})?)\s?(szt|kg|opak|op|l|g|ml)?\.?\s?[x×X*%]{1,2}\s?(\d{1,5}\s?[.,]\s?\d\s?\d)/i;
const UNITS: Readonly<Record<string, Unit>> = {
  szt: 'szt',
  kg: 'kg',
  opak: 'opak',
  op: 'opak',
  l: 'l',
  g: 'g',
  ml: 'ml',
};
/** Two amounts with the multiplication sign lost: `130.00 =30.00B` was `1 x30.00 =30.00B`. */
const LOST_SIGN = /(?:^|\s)(\d{1,2}?)\s?[1x]?(\d{1,5}[.,]\d\d)[\s=–—-]+$/;

/** Reads `quantity × price [value]`, either with its sign or, when the arithmetic agrees, without. */
export function readMultiplication(line: string): Multiplication | null {
  const found = TIMES.exec(line);
  if (found !== null) {
    const quantityMilli = milli(found[1] ?? '');
    const unitPrice = milli((found[3] ?? '').replace(/\s/g, ''));
    if (quantityMilli === null || unitPrice === null || quantityMilli === 0) return null;
    return {
      quantityMilli,
      unit: UNITS[(found[2] ?? '').toLowerCase()] ?? null,
      unitPrice: unitPrice / 10,
      before: line.slice(0, found.index).trimEnd(),
      value: tailAmount(line.slice(found.index + found[0].length)),
    };
  }
  return readLostSign(line);
}

function readLostSign(line: string): Multiplication | null {
  const value = tailAmount(line);
  if (value === null) return null;
  const upToValue = line.slice(0, line.lastIndexOf(value.before) + value.before.length);
  const found = LOST_SIGN.exec(`${upToValue} `);
  if (found === null) return null;
  const price = (found[2] ?? '').replace(',', '.');
  const amount = Math.round(Number(price) * 100);
  const quantity = Number(found[1]);
  if (quantity === 0 || lineValue(quantity * 1000, amount) !== value.amount) return null;
  return {
    quantityMilli: quantity * 1000,
    unit: null,
    unitPrice: amount,
    before: upToValue.slice(0, found.index).trimEnd(),
    value: { ...value, negative: false },
  };
}
