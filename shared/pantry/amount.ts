import { UserError } from '#shared/errors/user-error.ts';

/** An amount of goods as the API writes it. */
export interface Quantity {
  readonly value: string;
  readonly unit: string;
}

/** Millionths, so that thousandths of a kilogram are exact in grams and back. */
const SCALE = 6;
const IN_BASE: Readonly<Record<string, { base: string; factor: bigint }>> = {
  g: { base: 'g', factor: 1n },
  kg: { base: 'g', factor: 1000n },
  ml: { base: 'ml', factor: 1n },
  l: { base: 'ml', factor: 1000n },
  szt: { base: 'szt', factor: 1n },
  opak: { base: 'opak', factor: 1n },
};

/** `"0.5"` → 500000n. @throws when it is no decimal */
export function scaled(value: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,9}))?$/.exec(value);
  if (match === null) throw new Error(`${value} is no decimal`);
  const fraction = (match[3] ?? '').padEnd(SCALE, '0').slice(0, SCALE);
  const whole = BigInt(`${match[2]}${fraction}`);
  return match[1] === '-' ? -whole : whole;
}

/** 500000n → `"0.5"`. */
export function unscaled(value: bigint): string {
  const digits = String(value < 0n ? -value : value).padStart(SCALE + 1, '0');
  const fraction = digits.slice(-SCALE).replace(/0{1,9}$/, '');
  const text = digits.slice(0, -SCALE) + (fraction === '' ? '' : `.${fraction}`);
  return value < 0n ? `-${text}` : text;
}

/**
 * The same amount in another unit, exactly: 250 g is 0.25 kg.
 * @throws UserError `unit-mismatch` between weight, volume and pieces
 */
export function inUnit(quantity: Quantity, unit: string): bigint {
  const [from, to] = [IN_BASE[quantity.unit], IN_BASE[unit]];
  if (from === undefined || to === undefined || from.base !== to.base) {
    throw new UserError('bad-input', 'unit-mismatch', {
      pl: `Nie da się przeliczyć ${quantity.unit} na ${unit}.`,
      en: `${quantity.unit} cannot be turned into ${unit}.`,
    });
  }
  return (scaled(quantity.value) * from.factor) / to.factor;
}

/**
 * What is left after taking some.
 * @throws UserError `not-enough`, saying what there is
 */
export function less(there: Quantity, taken: Quantity): string {
  const left = scaled(there.value) - inUnit(taken, there.unit);
  if (left < 0n) {
    const is = `${unscaled(scaled(there.value))} ${there.unit}`;
    throw new UserError('conflict', 'not-enough', {
      pl: `Jest tylko ${is}.`,
      en: `There is only ${is}.`,
    });
  }
  return unscaled(left);
}
