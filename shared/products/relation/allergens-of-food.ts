import type { Allergen } from '#shared/households/person.ts';
import { allergensIn } from '#shared/safety/allergens-in.ts';
import { readFood } from '#shared/safety/read-food.ts';

/** What the allergy gate reads in a food's name. */
export interface NamedAllergens {
  readonly contains: ReadonlySet<Allergen>;
  readonly mayContain: ReadonlySet<Allergen>;
  /** The name says that it is something else than its words alone: `mleko kokosowe`, `bez glutenu`. */
  readonly changed: boolean;
}

/** What is eaten or avoided when one food is taken for another. */
export interface AllergenDifference {
  readonly gains: readonly Allergen[];
  /** What the other may contain and this one does not. */
  readonly mayGain: readonly Allergen[];
  readonly loses: readonly Allergen[];
}

const MAX_KNOWN = 5000;
const known = new Map<string, NamedAllergens>();

export function allergensOf(name: string): NamedAllergens {
  const found = known.get(name);
  if (found !== undefined) return found;
  if (known.size >= MAX_KNOWN) known.clear(); // names come from households
  const reading = readFood(name, { whole: true });
  const read = {
    ...allergensIn(reading),
    changed:
      reading.named.some(({ match }) => match.entry.kind === 'instead') ||
      /\bbez|free\b/i.test(name),
  };
  known.set(name, read);
  return read;
}

/** What somebody gets, or no longer gets, who takes one food for another. */
export function allergenDifference(asked: string, instead: string): AllergenDifference {
  const [before, after] = [allergensOf(asked), allergensOf(instead)];
  const isIn = ({ contains, mayContain }: NamedAllergens, code: Allergen) =>
    contains.has(code) || mayContain.has(code);
  return {
    gains: [...after.contains].filter((code) => !isIn(before, code)),
    mayGain: [...after.mayContain].filter((code) => !isIn(before, code)),
    loses: [...before.contains].filter((code) => !isIn(after, code)),
  };
}

/**
 * Whether a name says what its product does not: another allergen (`mąka z orzeszków ziemnych`, taken
 * for flour), or, where it says that it is something else (`śmietanka kokosowa`), the lack of one.
 */
export function contradicts(product: string, name: string): boolean {
  const { gains, loses } = allergenDifference(product, name);
  return gains.length > 0 || (loses.length > 0 && allergensOf(name).changed);
}
