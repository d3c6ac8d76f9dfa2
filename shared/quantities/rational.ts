/** An exact number: a third of a cup stays a third. Always in lowest terms, `d` above zero. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

/** @throws RangeError when the denominator is zero */
export function rational(n: bigint | number, d: bigint | number = 1): Rational {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom === 0n) throw new RangeError('nothing is divided by zero');
  const divisor = gcd(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom);
  const sign = bottom < 0n ? -1n : 1n;
  return { n: (sign * top) / divisor, d: (sign * bottom) / divisor };
}

export const ONE = rational(1);

/**
 * Reads `0.5`, `-2`, `12.345` and fractions `1/3`; nothing for anything else. At most 15 digits
 * before and 15 behind the point, so that no text makes a number too large to work with.
 */
export function readRational(text: string): Rational | undefined {
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,15})|\/(\d{1,15}))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = '', divisor = '1'] = match;
  if (/^0+$/.test(divisor)) return undefined;
  const n = BigInt(whole + fraction);
  return rational(sign === '-' ? -n : n, 10n ** BigInt(fraction.length) * BigInt(divisor));
}

/** For texts of our own: tables, and columns of the database. @throws Error when it is no number */
export function exactly(text: string): Rational {
  const value = readRational(text);
  if (value === undefined) throw new Error(`${text} is no number`);
  return value;
}

export function add(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.n * b.n, a.d * b.d);
}

/** @throws RangeError by zero */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d, a.d * b.n);
}

/** Below zero, zero, above zero: `a` is less than, equal to, more than `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/**
 * As the API writes amounts: `0.5`, `83.333333`. Rounded half away from zero to `places` digits
 * behind the point; without trailing zeros.
 */
export function toDecimal({ n, d }: Rational, places = 6): string {
  const scale = 10n ** BigInt(places);
  const size = n < 0n ? -n : n;
  const rounded = (2n * size * scale + d) / (2n * d);
  const digits = String(rounded).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  let fraction = digits.slice(digits.length - places);
  while (fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  const text = fraction === '' ? whole : `${whole}.${fraction}`;
  return n < 0n && rounded !== 0n ? `-${text}` : text;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
