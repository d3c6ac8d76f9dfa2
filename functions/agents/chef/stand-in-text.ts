import { substitutionsFor } from '#shared/products/relation/substitutions.ts';
import type { Language } from '#shared/recipes/model/recipe.ts';
import { isInStock } from '#shared/recipes/rank/cover-need.ts';
import type { NamedFood } from '#shared/statements/named-food.ts';
import { productName } from './adapt.ts';
import type { HouseholdSnapshot } from './household-snapshot.ts';
import { phrasesOf } from './phrases.ts';

/** What can take the place of a food in a recipe. */
export interface StandIn {
  readonly name: string;
  readonly atHome: boolean;
  /** Grams of it for 100 g. */
  readonly grams: number;
  /** How it differs. */
  readonly note: string;
}

/** What can stand in for a food, what is in the house before what is not, without what nobody may eat. */
export function standInText(
  { name, productId }: NamedFood,
  { facts: { stock }, gate }: HouseholdSnapshot,
  locale: Language,
): string {
  const phrases = phrasesOf(locale);
  const item = productId === null ? name : productName(productId, locale);
  const known = substitutionsFor(productId);
  if (known.length === 0) return phrases.failed({ ok: false, why: 'none', item }, '');
  const allowed = known.filter((one) => gate.allowed(one.with));
  const standIns = allowed.map((one) => ({
    name: productName(one.with, locale),
    atHome: isInStock(one.with, stock),
    grams: Math.round(one.ratio * 100),
    note: one.note[locale],
  }));
  standIns.sort((one, other) => Number(other.atHome) - Number(one.atHome));
  return phrases.standIns(item, standIns, allowed.length < known.length);
}
