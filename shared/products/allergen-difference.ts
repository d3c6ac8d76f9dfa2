import type { Allergen } from '#shared/households/person.ts';
import { allergensIn } from '#shared/safety/allergens-in.ts';
import { type FoodReading, readFood } from '#shared/safety/read-food.ts';
import { categories } from './category.ts';
import { tokensOf } from './normalise.ts';
import type { Product } from './product.ts';

/** What one name brings that the other does not. */
export interface AllergenDifference {
  readonly lost: readonly Allergen[];
  readonly gained: readonly Allergen[];
}

export const NO_DIFFERENCE: AllergenDifference = { lost: [], gained: [] };

/** `PĘCZ.` is a bunch, not barley, where a till prints it. */
const TILL_WORDS: ReadonlySet<string> = new Set(['PECZ', 'PECZEK', 'NATUR', 'NAT']);

interface NamedAllergens {
  readonly sure: ReadonlySet<Allergen>;
  /** The sure ones, and those that such goods often have. */
  readonly any: ReadonlySet<Allergen>;
}

/**
 * Allergens that get lost or come in when food called `printed` is taken for food called `taken`. Only
 * what one surely has and the other not even maybe is a difference: packaged food may have nearly
 * anything. Of a name whose words the gate does not know (`ŁAC 3,2`) nothing can be lost or gained.
 * @param spelled words of `printed` that begin those of a shipped spelling of the other:
 *   `MAKA ZIEMN` is maka-ziemniaczana because that is written down, whatever a cut word may mean
 */
export function allergenDifference(
  printed: string,
  taken: string,
  spelled: ReadonlySet<string> = new Set(),
): AllergenDifference {
  const reading = readFood(printed, { whole: true });
  const beyond = reading.findings.filter(({ words }) => !isSpelled(words, spelled));
  const [one, other] = [allergensOf(reading), allergensOfName(taken)];
  const lost = [...allergensOf({ findings: beyond }).sure].filter((code) => !other.any.has(code));
  const missing = [...other.sure].filter((code) => !one.any.has(code));
  const gained = missing.filter((code) => isDenied(code, printed, reading, spelled));
  return { lost, gained };
}

/** The same for a shipped product; nobody eats soap, whatever it smells of. */
export function differenceToProduct(
  printed: string,
  product: Product,
  spelled?: ReadonlySet<string>,
): AllergenDifference {
  const food = categories.get(product.category)?.shelfLife != null;
  return food ? allergenDifference(printed, product.pl, spelled) : NO_DIFFERENCE;
}

export function isSame({ lost, gained }: AllergenDifference): boolean {
  return lost.length === 0 && gained.length === 0;
}

/**
 * Whether the name says that the allergen is not in it: its spelled words alone have it (`mleko` in `mleko
 * ryżowe`, `chleb` in `chleb bez glutenu`), or they are part of a food that has not. Of a brand or a cut
 * word (`ŁAC 3,2`) the gate knows nothing either way.
 */
function isDenied(
  code: Allergen,
  printed: string,
  { named, tokens }: FoodReading,
  spelled: ReadonlySet<string>,
): boolean {
  // Glued or damaged (`SERGOUDA`, `ML€KO`) the gate cannot read them.
  const legible = [...spelled].every((one) =>
    tokens.some(({ word }) => word.toUpperCase() === one),
  );
  if (legible && allergensOfName([...spelled].join(' ')).any.has(code)) return true;
  return named.some(({ match }) => {
    if (match.entry.kind === 'vague') return false;
    if (spelled.size === 0) return true;
    const words = printed.slice(tokens[match.from]?.start, tokens[match.to - 1]?.end);
    return tokensOf(words).some(({ text }) => spelled.has(text)) && !isSpelled(words, spelled);
  });
}

function isSpelled(words: string, spelled: ReadonlySet<string>): boolean {
  return tokensOf(words).every(({ text }) => spelled.has(text) || TILL_WORDS.has(text));
}

function allergensOf(reading: Pick<FoodReading, 'findings'>): NamedAllergens {
  const { contains, mayContain } = allergensIn(reading);
  return { sure: contains, any: new Set([...contains, ...mayContain]) };
}

/** The names of shipped products come again with every receipt. */
const named = new Map<string, NamedAllergens>();
const MAX_KEPT_NAMES = 5000;

function allergensOfName(name: string): NamedAllergens {
  const known = named.get(name);
  if (known !== undefined) return known;
  if (named.size >= MAX_KEPT_NAMES) named.clear();
  const found = allergensOf(readFood(name, { whole: true, language: 'pl' }));
  named.set(name, found);
  return found;
}
