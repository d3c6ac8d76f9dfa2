import type { BasketItem } from '../basket.ts';
import type { Form } from './line.ts';

/** `1249` → `12,49`; `-5` → `-0,05`. */
export function money({ point }: Form, minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}${point}${digits.slice(-2)}`;
}

/** A count without, a weight with its three decimals: `2`, `0,476`. */
export function amount({ point }: Form, { good, quantity }: BasketItem): string {
  if (good.unit !== 'kg') return String(quantity / 1000);
  const digits = String(quantity).padStart(4, '0');
  return `${digits.slice(0, -3)}${point}${digits.slice(-3)}`;
}

export function unitWord({ good }: BasketItem): string {
  return good.unit === 'kg' ? 'kg' : `${good.unit}.`;
}
