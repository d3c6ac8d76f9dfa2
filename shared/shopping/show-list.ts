import { etag } from '#shared/versions/if-match.ts';
import { byAisle } from './aisle.ts';
import type { StoredList } from './list-store.ts';
import { priceOf } from './price-of.ts';
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
    price: priceOf(items),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
