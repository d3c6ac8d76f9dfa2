import type { Locale } from '#shared/context/locale.ts';
import { foodName, foodOfName } from '#shared/products/relation/foods.ts';
import { productName, productNamed } from '#shared/slots/product-named.ts';
import { isCalled } from '#shared/slots/things-meant.ts';

/**
 * What a new lot is called: as what is in the house already, where that is called so; a Polish thing as
 * the lexicon has it (`6 bananów` are `banany`); else in its base form. Numbers stay (`mleko UHT 3,2%`).
 */
export function nameOfNew(said: string, locale: Locale, inHouse: readonly string[]): string {
  const same = inHouse.find((name) => isCalled(name, said));
  if (same !== undefined) return same;
  const food = foodOfName(said);
  const known = locale === 'pl' && food !== undefined ? foodName(food, 'pl') : undefined;
  if (known !== undefined && isCalled(known, said)) return known;
  const digit = said.search(/\d/);
  const end = digit > 0 ? digit : said.length;
  const numbers = said.slice(end);
  const written = said.slice(0, end).trim().split(/\s+/);
  const productId = productNamed(written, locale) ?? null;
  return `${productName(written, locale, productId)} ${numbers}`.trim();
}
