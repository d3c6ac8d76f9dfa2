import { isSpoilt, type State } from '#shared/expiry/severity.ts';
import { fold } from '#shared/language/fold.ts';
import { keyOfName } from '#shared/language/key-of-name.ts';
import { productOfWord } from '#shared/products/product-of-word.ts';
import { type LotRow, stateOf } from './lot-row.ts';

/** The product that is wanted: a shipped product by its id, or anything by its name in Polish or English. */
export interface ProductRef {
  readonly id?: string | null | undefined;
  readonly name?: string | undefined;
}

/** Whether a lot is of a product that was asked for. */
export type MatchesProduct = (
  lot: Pick<LotRow, 'product_key' | 'product_name'>,
  ref: ProductRef,
) => boolean;

/**
 * Decides whether a lot is of a product: by the product's id where both have one; a household's own
 * products have none and are matched by name, in any form (`mąki pszennej`). Looks at every name once,
 * however many needs and lots there are.
 */
export function productMatcher(): MatchesProduct {
  const keys = new Map<ProductRef, string | undefined>();
  const spellings = new Map<string, readonly string[]>();
  const keyOf = (ref: ProductRef) => {
    if (ref.id != null) return ref.id;
    if (!keys.has(ref)) keys.set(ref, ref.name && productOfWord(ref.name, 'pl'));
    return keys.get(ref);
  };
  const spelt = (name: string) => {
    const known = spellings.get(name) ?? spellingsOf(name);
    spellings.set(name, known);
    return known;
  };
  return (lot, ref) => {
    const key = keyOf(ref);
    if (key !== undefined && lot.product_key !== null) return lot.product_key === key;
    if (ref.name === undefined) return false;
    const wanted = spelt(ref.name);
    return spelt(lot.product_name).some((spelling) => wanted.includes(spelling));
  };
}

/** None for a name that says nothing (`%`), which is the name of no product. */
function spellingsOf(name: string): readonly string[] {
  const key = keyOfName(name, 'pl');
  return key === null ? [] : [fold(name).trim(), key];
}

/**
 * What expires first first (FEFO): of one day the opened one first, what never expires last. Behind
 * them comes what is long past its best-before date, and at the very end what is past its use-by date.
 */
export function inFefoOrder(lots: readonly LotRow[], day: string): LotRow[] {
  const place = (lot: LotRow) => {
    return [
      severityRank(stateOf(lot, day)),
      lot.expires_on ?? '9999',
      lot.opened_at === null ? '1' : '0',
      lot.id,
    ].join(' ');
  };
  return [...lots].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

function severityRank(state: State | null): '0' | '1' | '2' {
  if (state?.severity === 'do-not-eat') return '2';
  return state !== null && isSpoilt(state) ? '1' : '0';
}
