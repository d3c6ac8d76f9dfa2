import { checkRecipe, type Diner, type IngredientNames } from './check.ts';
import { type SafetyReport, strongestEffect, worstVerdict } from './report.ts';

/** Everything that is written of a lot. */
export interface LotWords {
  /** As the till printed it and as the household calls it, brand included. */
  readonly names: readonly string[];
  /** The product it was matched to, which may say what a brand alone does not. */
  readonly product: { readonly pl: string; readonly en: string } | undefined;
}

/** `bez laktozy`, `bezglutenowy`, `gluten-free`, `free from milk`, `wegański`, `roślinny`. */
const CLAIM =
  /(?<!\p{L})(?:bez\s+\p{L}+|bez\p{L}{4,}|\p{L}+[ -]free|free (?:from|of) \p{L}+|wega[nń]\p{L}*|vegan|ro[sś]linn\p{L}+|plant[ -]based)(?!\p{L})/giu;

type LotReport = Omit<SafetyReport, 'people'>;

/**
 * What the people who eat must know of a lot. Each of its names counts: a peanut flour that was taken for
 * flour is still one of peanuts, and milk of which only the brand was printed is milk. Where a label
 * claims something (`bez laktozy`), the product is read with the claim, for its name alone says less.
 */
export function checkLot({ names, product }: LotWords, diners: readonly Diner[]): LotReport {
  const spellings = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
  const claims = spellings.flatMap((name) => name.match(CLAIM) ?? []);
  const products = product === undefined ? [] : [claiming(product, claims)];
  const { findings, exempt } = checkRecipe([...spellings, ...products], [], diners);
  // A brand is no food that anybody knows; what the lot is, the recipe's own line says.
  const known = findings.filter(({ about }) => about !== 'unknown-food');
  const counted = known.filter(({ severity }) => severity !== 'dislike');
  return {
    verdict: worstVerdict(counted.map(({ level }) => level)),
    effect: strongestEffect(known.map(({ effect }) => effect)),
    findings: known,
    exempt,
  };
}

/** Claims are written for one language: with one, the product is read by its Polish name alone. */
function claiming(
  product: NonNullable<LotWords['product']>,
  claims: readonly string[],
): IngredientNames {
  return claims.length === 0 ? product : { pl: [product.pl, ...claims].join(' ') };
}
