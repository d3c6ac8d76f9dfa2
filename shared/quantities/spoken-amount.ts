import type { Amount } from './convert.ts';
import { exactly, multiply, type Rational, toDecimal } from './rational.ts';
import type { StockUnit } from './stock-unit.ts';
import { units } from './unit.ts';

/** An amount as the pantry counts, `{ value: '0.5', unit: 'kg' }`. */
export interface StockSaid {
  readonly value: string;
  readonly unit: StockUnit;
}

/** What is bought and kept as a package, whatever it is of. */
const PACKAGES = new Set(['opak', 'can', 'jar', 'bottle', 'cube', 'stick']);
const PIECES = new Set([
  'szt',
  'clove',
  'slice',
  'bread-slice',
  'bunch',
  'head',
  'leaf',
  'sprig',
  'stalk',
  'loaf',
  'chunk',
]);
/** A cup that somebody speaks of is one of their own, a glass; that of US labels is for recipes. */
const SPOKEN_CUP = exactly('250');
/** Decimals of what ends, and of what does not (a third of a glass). */
const [EXACT_PLACES, PLACES] = [4, 2];

/**
 * What somebody said, in a unit of the pantry: a spoon is 15 ml, a glass and a cup 250 ml, `dag` are grams, a
 * can and a stick of butter packages. Nothing for a handful or a pinch, of which nobody keeps stock.
 */
export function stockSaid({ value, unit }: Amount): StockSaid | undefined {
  if (unit === 'kg' || unit === 'l') return said(value, unit);
  if (PACKAGES.has(unit)) return said(value, 'opak');
  if (PIECES.has(unit)) return said(value, 'szt');
  const known = units.get(unit);
  if (known === undefined || known.kind === 'count' || SMALLEST.has(unit)) return undefined;
  const size = unit === 'cup' ? SPOKEN_CUP : known.size;
  return said(multiply(value, size), known.kind === 'mass' ? 'g' : 'ml');
}

const SMALLEST = new Set(['pinch', 'dash', 'drop']);

function said(value: Rational, unit: StockUnit): StockSaid {
  const ends = 10n ** BigInt(EXACT_PLACES) % value.d === 0n;
  return { value: toDecimal(value, ends ? EXACT_PLACES : PLACES), unit };
}
