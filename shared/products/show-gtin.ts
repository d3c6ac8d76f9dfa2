import type { Locale } from '#shared/context/locale.ts';
import { toMoney } from '#shared/money/money.ts';
import { choicesOf } from './choices.ts';
import type { InStoreNumber } from './gtin.ts';
import type { HouseholdAlias } from './household-alias.ts';
import { matchProduct } from './match-product.ts';
import type { GtinAnswer } from './open-food-facts.ts';
import type { FoundGtin } from './product-schema.ts';

/** A shop's own number, read as far as it says something. */
export function showInStore(gtin: string, number: InStoreNumber): FoundGtin {
  const { kind, productCode, field, value, priceMinor, grams } = number;
  const price = priceMinor === null ? null : toMoney(priceMinor, 'PLN');
  const quantity = grams === null ? null : { value: String(grams), unit: 'g' as const };
  return { kind, gtin, productCode, field, value, price, quantity };
}

/** A trade number as Open Food Facts knows it, matched to the products that we know. */
export function showTradeItem(
  gtin: string,
  { answer, fetchedAt }: { readonly answer: GtinAnswer; readonly fetchedAt: Date },
  aliases: readonly HouseholdAlias[],
  locale: Locale,
): FoundGtin {
  const name = (locale === 'pl' ? answer.namePl : answer.nameEn) ?? answer.name;
  const printed = answer.namePl ?? answer.name ?? '';
  const match = matchProduct(printed, aliases);
  const product = match.product && { id: match.product.id, name: match.product[locale] };
  const { categories, allergens, traces, brand, quantity, url } = answer;
  return {
    kind: 'gtin',
    gtin,
    name,
    brand,
    quantity,
    product,
    category: match.category?.key ?? null,
    candidates: choicesOf(printed, match).map((one) => ({
      id: one.product.id,
      name: one.product[locale],
      score: one.score,
    })),
    facts: { categories, allergens, traces },
    source: { name: 'Open Food Facts', licence: 'ODbL 1.0', url },
    fetchedAt: fetchedAt.toISOString(),
  };
}
