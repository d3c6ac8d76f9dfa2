import type { Locale } from '#shared/context/locale.ts';
import type { PantryFact } from '#shared/notices/pantry-fact.ts';
import type { NewLot } from '#shared/pantry/lot.ts';
import type { LotInsert } from '#shared/pantry/lot-store.ts';
import type { Change, Item, Said } from '#shared/pantry-requests/request.ts';
import { kindOf } from '#shared/products/category.ts';
import { matchProduct } from '#shared/products/match-product.ts';
import type { AddPayload } from '#shared/proposals/schemas/pantry.ts';
import { nameOfNew } from './name-of-new.ts';
import type { Outcome } from './outcome.ts';
import { saidInStock } from './said-in-stock.ts';
import type { PantrySnapshot } from './snapshot.ts';

interface Named extends Item {
  readonly product: string;
}
type Counted = Exclude<Said, { kind: 'vague' | 'all' }>;

/**
 * What is new in the house, as it would be added: with the place and date that it will get. What is no
 * food is named and left out; what was not said is asked.
 * @param complete fills in what the shipped tables say of lots
 */
export async function planAdd(
  change: Change,
  { locale, snapshot }: { readonly locale: Locale; readonly snapshot: PantrySnapshot },
  complete: (lots: readonly NewLot[]) => Promise<readonly LotInsert[]>,
): Promise<Outcome> {
  const inHouse = snapshot.lots.map(({ product_name }) => product_name);
  const named = change.items.flatMap((item): Named[] =>
    item.product === null ? [] : [{ ...item, product: nameOfNew(item.product, locale, inHouse) }],
  );
  const request = { ...change, items: named };
  const products = named.map(({ product }) => product);
  if (named.length < change.items.length) {
    return { facts: [{ fact: 'what-thing' }], request, products };
  }
  const unsaid = named.findIndex(({ amount }) => amount !== null && !isCounted(amount));
  if (unsaid !== -1) {
    const name = products[unsaid] ?? '';
    const facts: PantryFact[] = [{ fact: 'how-much', name, unit: null }];
    return { facts, request, products, pending: { change: request, item: unsaid, choices: [] } };
  }
  const food = named.filter(({ product }) => isFood(product));
  const others = products.filter((product) => !isFood(product));
  const facts: PantryFact[] = others.length > 0 ? [{ fact: 'not-food', names: others }] : [];
  if (food.length === 0) return { facts, request, products: [] };
  const lots = food.map(newLot);
  const rows = await complete(lots);
  const proposal: AddPayload = {
    kind: 'add',
    lots: lots.flatMap((lot, at) => {
      const row = rows[at];
      return row === undefined ? [] : [{ lot, after: viewOfNew(lot, row) }];
    }),
  };
  const names = food.map(({ product }) => product);
  return { facts, proposal, request: { ...request, items: food }, products: names };
}

function isFood(name: string): boolean {
  return kindOf(matchProduct(name, []).category?.key ?? null) === 'food';
}

function isCounted(said: Said): said is Counted {
  return said.kind === 'measure' || said.kind === 'share';
}

function newLot({ product, amount, location, expires }: Named): NewLot {
  const { productId } = matchProduct(product, []);
  const said = amount !== null && isCounted(amount) ? amount : null;
  return {
    product: { name: product },
    quantity: saidInStock(said, productId),
    ...(location !== undefined && { location }),
    ...(expires !== undefined && { expires: { date: expires, kind: 'best-before' as const } }),
  };
}

function viewOfNew({ quantity }: NewLot, row: LotInsert) {
  return {
    quantity,
    location: row.location,
    isOpen: row.opened_at !== null,
    expires: row.expires_on,
  };
}
