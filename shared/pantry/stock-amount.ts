import { UserError } from '#shared/errors/user-error.ts';
import { packageSize } from '#shared/products/package-facts.ts';
import { productOfWord } from '#shared/products/product-of-word.ts';
import { type Amount, convert, type ItemFacts } from '#shared/quantities/convert.ts';
import { foodFacts } from '#shared/quantities/food-facts.ts';
import { exactly, readRational, subtract, toDecimal } from '#shared/quantities/rational.ts';

/** An amount as the API and the database write it. */
export interface Quantity {
  readonly value: string;
  readonly unit: string;
}

/** What is known of a lot when something is taken from it in another unit. */
export interface MeasuredLot {
  readonly product_key: string | null;
  readonly product_name: string;
  readonly category: string | null;
  readonly package_value: string | null;
  readonly package_unit: string | null;
}

/** `numeric` text of the database and the API's decimals as exact amounts. */
export function amountOf({ value, unit }: Quantity): Amount {
  return { value: exactly(value), unit };
}

/**
 * As lots hold it: at most six digits behind the point, so that a thousandth of a gram is exact in
 * kilograms. What a density or a piece's weight made longer than that is rounded half up.
 */
export function quantityOf({ value, unit }: Amount): Quantity {
  return { value: toDecimal(value), unit };
}

/** `numeric` keeps the zeros it was given. */
export function plain(numeric: string): string {
  return toDecimal(exactly(numeric));
}

/** Density and weights of the product, and what one package of this lot holds. */
export function itemFactsOf(lot: MeasuredLot): ItemFacts {
  const known = lot.product_key ?? productOfWord(lot.product_name, 'pl');
  const facts = foodFacts(known, lot.category);
  if (lot.package_value !== null && lot.package_unit !== null) {
    return { facts, pack: { value: exactly(lot.package_value), unit: lot.package_unit } };
  }
  const printed = packageSize(lot.product_name);
  const value = printed && readRational(String(printed.amount));
  return { facts, ...(printed && value && { pack: { value, unit: printed.unit } }) };
}

/** @throws UserError `unit-mismatch` when the item does not say how one becomes the other */
export function inUnit(amount: Amount, unit: string, item: ItemFacts): Amount {
  const result = convert(amount, unit, item);
  if (result.ok) return { value: result.value, unit };
  throw new UserError('unprocessable', 'unit-mismatch', {
    pl: `Nie da się przeliczyć ${amount.unit} na ${unit}.`,
    en: `${amount.unit} cannot be turned into ${unit}.`,
  });
}

/**
 * What is taken of a lot and what is left of it, in its unit.
 * @param quantity all of the lot when left out
 * @throws UserError `unit-mismatch`; `not-enough` when there is less
 */
export function withdraw(
  lot: MeasuredLot & { readonly quantity: string; readonly unit: string },
  quantity: Quantity | undefined,
): { readonly taken: string; readonly left: string } {
  const { unit } = lot;
  const there = { value: plain(lot.quantity), unit };
  if (quantity === undefined) return { taken: there.value, left: '0' };
  const taken = toDecimal(inUnit(amountOf(quantity), unit, itemFactsOf(lot)).value);
  const left = subtract(exactly(lot.quantity), exactly(taken));
  if (left.n < 0n) throw notEnough(there);
  return { taken, left: toDecimal(left) };
}

/** @throws UserError `not-enough`, saying what there is */
export function notEnough(there: Quantity): UserError {
  const is = `${there.value} ${there.unit}`;
  return new UserError('conflict', 'not-enough', {
    pl: `Jest tylko ${is}.`,
    en: `There is only ${is}.`,
  });
}
