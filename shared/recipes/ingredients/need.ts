import { convert } from '#shared/quantities/convert.ts';
import { foodFacts } from '#shared/quantities/food-facts.ts';
import { readRational, toDecimal } from '#shared/quantities/rational.ts';
import { units } from '#shared/quantities/unit.ts';
import type { Amount, Need } from '#shared/recipes/model/recipe.ts';

const PACKAGES = new Set(['opak', 'can', 'jar', 'bottle']);

/**
 * An amount in units of the pantry: grams, millilitres, pieces or packages. Of a range the upper
 * end, for better some is left than too little bought. Nothing when it is not known what it weighs.
 */
export function needOf({ value, upTo, measure }: Amount, productId: string | null): Need | null {
  const amount = readRational(upTo ?? value);
  const kind = units.get(measure)?.kind;
  if (amount === undefined || kind === undefined) return null;
  if (measure === 'szt') return { value: toDecimal(amount, 3), unit: 'szt' };
  const unit = kind === 'volume' ? 'ml' : 'g';
  const facts = foodFacts(productId);
  const weighed = convert(
    { value: amount, unit: measure },
    unit,
    facts === undefined ? {} : { facts },
  );
  if (weighed.ok) return { value: toDecimal(weighed.value, 3), unit };
  return PACKAGES.has(measure) ? { value: toDecimal(amount, 3), unit: 'opak' } : null;
}
