import { toMoney } from '#shared/money/money.ts';
import { minorOf } from '#shared/quantities/stock-quantity.ts';
import { etag } from '#shared/versions/if-match.ts';
import { byAisle } from './aisle.ts';
import type { StoredList } from './list-store.ts';
import type { ShoppingListView } from './shopping-schema.ts';

/** A list and the version it is shown in. */
export interface ShownList {
  readonly list: ShoppingListView;
  readonly etag: string;
}

/** A stored list with its ETag. */
export function shown(stored: StoredList): ShownList {
  return { list: showList(stored), etag: etag(stored.version) };
}

/** A stored list as the API shows it. */
export function showList(stored: StoredList): ShoppingListView {
  const { id, title, planId, items, createdAt, updatedAt } = stored;
  return {
    id,
    title,
    planId,
    items: byAisle(items),
    open: items.filter(({ ticked }) => !ticked).length,
    price: toMoney(items.reduce((sum, { price }) => sum + minorOf(price?.amount ?? '0'), 0)),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
