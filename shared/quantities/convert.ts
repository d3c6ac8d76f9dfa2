import type { FoodFacts } from './food-facts.ts';
import { divide, multiply, type Rational } from './rational.ts';
import { type Unit, units } from './unit.ts';

/** So much of a unit; `unit` is a key of `units`. */
export interface Amount {
  readonly value: Rational;
  readonly unit: string;
}

/** What is known of the item: tables of ours, and what one of its packages holds. */
export interface ItemFacts {
  readonly facts?: FoodFacts | undefined;
  /** One `szt` or `opak`, from the printed name: 500 g. */
  readonly pack?: Amount | undefined;
}

export type Conversion =
  | {
      readonly ok: true;
      readonly value: Rational;
      /** False when a density or the weight of a piece was needed: right for cooking, not for a lab. */
      readonly exact: boolean;
    }
  | { readonly ok: false; readonly why: 'unknown-unit' | 'not-comparable' };

/**
 * The same amount in another unit. Between grams and millilitres it needs a density, between pieces
 * and grams the weight of a piece; without them it says so instead of guessing. The result is a
 * fraction, so converting back gives exactly what was there; rounding is up to who writes it down.
 */
export function convert(amount: Amount, to: string, item: ItemFacts = {}): Conversion {
  const [from, target] = [units.get(amount.unit), units.get(to)];
  if (from === undefined || target === undefined) return { ok: false, why: 'unknown-unit' };
  if (from.key === target.key) return { ok: true, value: amount.value, exact: true };
  if (from.kind === target.kind && from.kind !== 'count') {
    return { ok: true, value: scaled(amount.value, from.size, target.size), exact: true };
  }
  for (const measure of ['mass', 'volume'] as const) {
    const [of, into] = [sizeIn(measure, from, item), sizeIn(measure, target, item)];
    if (of === undefined || into === undefined) continue;
    const exact = of.exact && into.exact;
    return { ok: true, value: scaled(amount.value, of.size, into.size), exact };
  }
  return { ok: false, why: 'not-comparable' };
}

interface Size {
  readonly size: Rational;
  readonly exact: boolean;
}

/** How many grams (or millilitres) one of this unit is. */
function sizeIn(measure: 'mass' | 'volume', unit: Unit, item: ItemFacts): Size | undefined {
  const own = ownSize(unit, item);
  if (own === undefined || own.kind === measure) return own;
  const density = item.facts?.density;
  if (density === undefined) return undefined;
  const size = measure === 'mass' ? multiply(own.size, density) : divide(own.size, density);
  return { size, exact: false };
}

function ownSize(unit: Unit, { facts, pack }: ItemFacts): (Size & { kind: string }) | undefined {
  if (unit.kind !== 'count') return { kind: unit.kind, size: unit.size, exact: true };
  // A printed size beats the usual one; `opak` and `szt` of packed items are the same thing.
  const packed = pack && PACKED.has(unit.key) ? units.get(pack.unit) : undefined;
  if (pack !== undefined && packed !== undefined && packed.kind !== 'count') {
    return { kind: packed.kind, size: multiply(pack.value, packed.size), exact: true };
  }
  const grams = facts?.grams.get(unit.key);
  if (grams !== undefined) return { kind: 'mass', size: grams, exact: false };
  return unit.aboutMl && { kind: 'volume', size: unit.aboutMl, exact: false };
}

const PACKED = new Set(['szt', 'opak', 'can', 'jar', 'bottle', 'cube', 'loaf']);

function scaled(value: Rational, from: Rational, to: Rational): Rational {
  return divide(multiply(value, from), to);
}
