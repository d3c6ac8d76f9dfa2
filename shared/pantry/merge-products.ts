import type { HouseholdContext } from '#shared/context/household-context.ts';
import { withHousehold } from '#shared/database/with-household.ts';
import { notFound } from '#shared/errors/not-found.ts';
import { UserError } from '#shared/errors/user-error.ts';
import { keyOfName } from '#shared/language/key-of-name.ts';
import {
  type AllergenDifference,
  allergenDifference,
  isSame,
} from '#shared/products/allergen-difference.ts';
import { products } from '#shared/products/product.ts';
import { lockLotsOfOwnProduct } from './lot-store.ts';
import { type MergeTarget, mergeOwnProduct } from './product-merge-store.ts';
import { redateLots } from './redate-lots.ts';

/** What a household's own product becomes: a shipped one, or its own under this name. */
export type MergeInto = { readonly id: string } | { readonly name: string };

/**
 * Gives one of the household's own products another name, or makes it one with another product:
 * everywhere, in stock, on receipts, in what printed names were learned to mean and in what was
 * learned of its shelf life. Its lots have the other product's date then, unless theirs is printed. It
 * changes no amount, so it is no booking.
 * @throws UserError 404 when the household has no product of its own by this name, 422 for an
 *   unknown id, 409 when the other name loses or gains an allergen
 */
export async function mergeProducts(
  household: HouseholdContext,
  { from, into }: { readonly from: string; readonly into: MergeInto },
) {
  if (keyOfName(from, 'pl') === null) throw notFound(NO_PRODUCT);
  const target = 'id' in into ? shipped(into.id) : { key: null, name: into.name, category: null };
  return await withHousehold(household, async (client) => {
    const difference = allergenDifference(from, target.name);
    if (!isSame(difference)) throw otherAllergens(difference);
    const lots = await lockLotsOfOwnProduct(client, from);
    const counts = await mergeOwnProduct(client, from, target);
    if (Object.values(counts).every((count) => count === 0)) throw notFound(NO_PRODUCT);
    const { key: product_key, name: product_name, category } = target;
    await redateLots(client, lots, { product_key, product_name, category });
    return { product: { id: target.key, name: target.name }, ...counts };
  });
}

function shipped(id: string): MergeTarget {
  const product = products().get(id);
  if (product !== undefined) return { key: id, name: product.pl, category: product.category };
  const text = { pl: `Nie znamy produktu ${id}.`, en: `There is no product ${id}.` };
  throw new UserError('unprocessable', 'unknown-product', text);
}

const NO_PRODUCT = {
  pl: 'Nie ma takiego własnego produktu.',
  en: 'You have no product of your own by this name.',
};

function otherAllergens({ lost, gained }: AllergenDifference): UserError {
  const codes = [...lost.map((code) => `−${code}`), ...gained.map((code) => `+${code}`)].join(', ');
  return new UserError('conflict', 'other-allergens', {
    pl: `To nie jest ten sam produkt: różnią się alergenami (${codes}). Zmień nazwę pojedynczych partii.`,
    en: `This is not the same product: their allergens differ (${codes}). Rename single lots instead.`,
  });
}
